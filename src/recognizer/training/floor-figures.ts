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

const RESAMPLES = 500;

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
  return trained.flatMap((bank) => {
    const { name } = bank.recipe;
    const groups = groupNumbers(bank);
    if (name === "refusal")
      return [
        figure("xstest refusal accuracy", refusalCells(bank, groups), groups.size, "accuracy"),
      ];
    if (name === "safety")
      return [...new Set(bank.rows.map((row) => row.source))].map((source) => {
        const own = groupNumbers({ rows: bank.rows.filter((row) => row.source === source) });
        return figure(`${source} unsafe ece`, unsafeCells(bank, source, own), own.size, "ece");
      });
    const cells = presenceCells(bank, groups);
    const often = new Map([...cells].filter(([id]) => name !== "fulcra" || SIX.includes(id)));
    const usual = [
      figure(`${name} presence auroc`, often, groups.size, "presence"),
      figure(`${name} ece`, often, groups.size, "ece"),
    ];
    if (name !== "fulcra") return usual;
    const all = new Map([["all", [...cells.values()].flat()]]);
    return [
      ...usual,
      figure("fulcra accuracy, ten values", cells, groups.size, "accuracy"),
      figure("fulcra accuracy, six values", often, groups.size, "accuracy"),
      figure("fulcra sign auroc", all, groups.size, "sign"),
      figure("fulcra macro-F1, the likeliest of three", all, groups.size, "macroF1"),
    ];
  });
}

/** The mean of a figure over dimensions, with its interval. */
function figure(of: string, cells: Cells, groups: number, name: keyof Figures): FloorFigure {
  const measured = [...cells.values()].map((own) => figuresOf(own, "adherence"));
  const at = (weights: Float64Array): number =>
    measured.reduce((sum, one) => sum + one(weights)[name], 0) / measured.length;
  const random = stream("floor figure", of);
  const draws = Array.from({ length: RESAMPLES }, () => {
    const weights = new Float64Array(groups);
    for (let draw = 0; draw < groups; draw++) weights[random.integer(groups)] += 1;
    return at(weights);
  }).sort((one, other) => one - other);
  const low = draws[Math.floor(0.025 * RESAMPLES)];
  const high = draws[Math.ceil(0.975 * RESAMPLES) - 1];
  return { of, value: at(new Float64Array(groups).fill(1)), low, high };
}

function groupNumbers({ rows }: Pick<TrainedBank, "rows">): ReadonlyMap<string, number> {
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
