import { stream } from "../../random/stream.js";
import { type BenchCell, type Figures, figuresOf } from "../bench/figures-of.js";
import type { TrainedBank } from "./measure.js";

/** A figure of out-of-fold readings with its 95 % interval over resampled prompt groups. */
export interface FloorFigure {
  readonly of: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 200;

/** Values with enough labelled replies to carry a figure of their own. */
const SIX = [
  "self_direction",
  "achievement",
  "security",
  "conformity",
  "benevolence",
  "universalism",
];

/** Cells by dimension; the last head of the FULCRA bank says which side is taken. */
type Cells = ReadonlyMap<string, readonly BenchCell[]>;

/**
 * What calibrated heads reach on rows of prompt groups that they did not learn from: the figures that a floor is set
 * for, and how far their probabilities are off.
 */
export function floorFigures(trained: readonly TrainedBank[]): readonly FloorFigure[] {
  const found: FloorFigure[] = [];
  const add = (
    of: string,
    cells: Cells,
    groups: number,
    read: (each: readonly Figures[]) => number,
  ): void => {
    const measured = [...cells.values()].map((own) => figuresOf(own, "adherence"));
    const at = (weights: Float64Array): number => read(measured.map((one) => one(weights)));
    const random = stream("floor figure", of);
    const draws = Array.from({ length: RESAMPLES }, () => {
      const weights = new Float64Array(groups);
      for (let draw = 0; draw < groups; draw++) weights[random.integer(groups)] += 1;
      return at(weights);
    }).sort((one, other) => one - other);
    const [low, high] = [
      draws[Math.floor(0.025 * RESAMPLES)],
      draws[Math.ceil(0.975 * RESAMPLES) - 1],
    ];
    found.push({ of, value: at(new Float64Array(groups).fill(1)), low, high });
  };
  const average = (name: keyof Figures) => (each: readonly Figures[]) =>
    each.reduce((sum, one) => sum + one[name], 0) / each.length;
  for (const bank of trained) {
    const { name } = bank.recipe;
    const groups = groupNumbers(bank);
    if (name === "refusal") {
      add("xstest refusal accuracy", refusalCells(bank, groups), groups.size, average("accuracy"));
    } else if (name === "safety") {
      for (const source of [...new Set(bank.rows.map((row) => row.source))])
        add(`${source} unsafe ece`, unsafeCells(bank, source, groups), groups.size, average("ece"));
    } else {
      const cells = presenceCells(bank, groups);
      const often = new Map([...cells].filter(([id]) => name !== "fulcra" || SIX.includes(id)));
      add(`${name} presence auroc`, often, groups.size, average("presence"));
      add(`${name} ece`, often, groups.size, average("ece"));
      if (name !== "fulcra") continue;
      add("fulcra accuracy, ten values", cells, groups.size, average("accuracy"));
      add("fulcra accuracy, six values", often, groups.size, average("accuracy"));
      const all = new Map([["all", [...cells.values()].flat()]]);
      add("fulcra sign auroc", all, groups.size, average("sign"));
    }
  }
  return found;
}

function groupNumbers({ rows }: TrainedBank): ReadonlyMap<string, number> {
  return new Map([...new Set(rows.map(({ group }) => group))].map((group, at) => [group, at]));
}

/** Every labelled dimension; one without a head is never present. */
function presenceCells(
  { recipe, rows, cross }: TrainedBank,
  groups: ReadonlyMap<string, number>,
): Cells {
  const ids = [...new Set(rows.flatMap(({ labels }) => Object.keys(labels)))];
  const opposed = recipe.heads.findIndex(({ name }) => name.endsWith(":opposed"));
  return new Map(
    ids.map((id) => {
      const head = recipe.heads.findIndex(({ name }) => name.endsWith(`.${id}`));
      const cells = rows.flatMap((row, at): BenchCell[] => {
        if (!(id in row.labels)) return [];
        const present = head < 0 ? 0 : cross.probabilities[at][head];
        const against = opposed < 0 ? 0 : cross.probabilities[at][opposed];
        const label = Math.sign(row.labels[id]) as -1 | 0 | 1;
        const group = groups.get(row.group) ?? 0;
        return [{ adhere: present * (1 - against), oppose: present * against, label, group }];
      });
      return [id, cells];
    }),
  );
}

function unsafeCells(
  { recipe, rows, cross }: TrainedBank,
  source: string,
  groups: ReadonlyMap<string, number>,
): Cells {
  const cells = rows.flatMap((row, at): BenchCell[] => {
    if (row.source !== source) return [];
    const oppose = cross.probabilities[at][0];
    const label = recipe.heads[0].label(row) === true ? -1 : 1;
    return [{ adhere: 1 - oppose, oppose, label, group: groups.get(row.group) ?? 0 }];
  });
  return new Map([["unsafe", cells]]);
}

function refusalCells(
  { recipe, rows, cross }: TrainedBank,
  groups: ReadonlyMap<string, number>,
): Cells {
  const cells = rows.map((row, at): BenchCell => {
    const oppose = cross.probabilities[at][0];
    const label = recipe.heads[0].label(row) === true ? -1 : 1;
    return { adhere: 1 - oppose, oppose, label, group: groups.get(row.group) ?? 0 };
  });
  return new Map([["refusal", cells]]);
}
