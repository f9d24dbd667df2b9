import type { Board } from "./board.js";
import { paretoDominance } from "./dominance.js";

/** One examinee in the graph. */
export interface DominanceNode {
  readonly id: string;
  readonly name: string;
  /** 0 for those whom nobody dominates, else one more than the deepest of those who dominate it. */
  readonly layer: number;
  /** How many it dominates, and by how many it is dominated, over any number of steps. */
  readonly dominates: number;
  readonly dominatedBy: number;
}

/** An arrow from the better to the worse. */
export interface DominanceEdge {
  readonly from: string;
  readonly to: string;
}

/** Who is at least as good as whom on every dimension. */
export interface DominanceGraph {
  readonly kind: "dominance-graph";
  readonly nodes: readonly DominanceNode[];
  /** Only the steps that follow from no others: what dominates what dominates a third is not drawn. */
  readonly edges: readonly DominanceEdge[];
  /** Pairs that are ordered, and pairs in all: the rest is what weights decide. */
  readonly ordered: number;
  readonly pairs: number;
  /** Rows left out, since a score is missing. */
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly why: string }[];
}

/**
 * The dominance graph: before any weights and any rule, who is at least as good on every dimension and better on one? Every
 * rule of the catalogue that rewards higher scores agrees with it. Those in layer 0 can each be first under some rule
 * or weights, as far as dominance tells; all others under none.
 *
 * Source: math 3 (Pareto); peers 3.3 (incommensurability).
 *
 * @param board  rows with a score missing are left out and named; they cannot be compared
 * @example
 * const dimensions = ["care", "power"].map((id) => ({ system: "s", dimension: id, name: id }));
 * const row = (id, ...scores) => ({ id, name: id, scores, flag: null });
 * const graph = dominanceGraph({ dimensions, rows: [row("a", 3, 3), row("b", 2, 2), row("c", 1, 1), row("d", 4, 0)] });
 * graph.edges; // => [{ from: "a", to: "b" }, { from: "b", to: "c" }]
 * graph.nodes.map(({ layer }) => layer); // => [0, 1, 2, 0]
 * [graph.ordered, graph.pairs]; // => [3, 6]
 */
export function dominanceGraph(board: Board): DominanceGraph {
  const whole = board.rows.flatMap((row) => {
    const scores = row.scores.filter((score) => score !== null);
    return scores.length === row.scores.length && scores.length > 0 ? [{ ...row, scores }] : [];
  });
  const kept = new Set(whole.map(({ id }) => id));
  const places = whole.length === 0 ? [] : paretoDominance(whole.map(({ scores }) => scores));
  const depths = new Map<number, number>();
  const layerOf = (at: number): number => {
    const known = depths.get(at);
    if (known !== undefined) return known;
    const layer = places[at].dominatedBy.reduce((most, by) => Math.max(most, layerOf(by) + 1), 0);
    depths.set(at, layer);
    return layer;
  };
  const isStep = (from: number, to: number) =>
    !places[from].dominates.some((between) => places[between].dominates.includes(to));
  return {
    kind: "dominance-graph",
    nodes: whole.map(({ id, name }, at) => ({
      id,
      name,
      layer: layerOf(at),
      dominates: places[at].dominates.length,
      dominatedBy: places[at].dominatedBy.length,
    })),
    edges: places.flatMap(({ dominates }, from) =>
      dominates
        .filter((to) => isStep(from, to))
        .map((to) => ({ from: whole[from].id, to: whole[to].id })),
    ),
    ordered: places.reduce((sum, { dominates }) => sum + dominates.length, 0),
    pairs: (whole.length * (whole.length - 1)) / 2,
    leftOut: board.rows
      .filter(({ id }) => !kept.has(id))
      .map(({ id, name, scores }) => ({ id, name, why: missingWhy(board, scores) })),
  };
}

function missingWhy(board: Board, scores: readonly (number | null)[]): string {
  const bare = board.dimensions.filter((_, k) => scores[k] === null).map(({ name }) => name);
  return `no score on ${bare.join(", ")}`;
}
