import type { TargetProfile } from "../examinees/instruction.js";
import type { Examinee } from "../ports/ask.js";
import { stream } from "../random/stream.js";
import { pearson } from "../statistics/pearson.js";
import { quantile } from "../statistics/quantile.js";
import { spearman } from "../statistics/spearman.js";
import { type DimensionId, dimensionIds, type ValueSystem } from "../values/value-system.js";
import type { Asking } from "./asking.js";
import { meanOf } from "./cell-reading.js";
import type { LabItem } from "./item-sets.js";
import { type PanelReadings, readPanel } from "./panel-readings.js";

/** A panel that is asked to take on a profile. */
export interface SteeringSettings {
  readonly system: ValueSystem;
  readonly asking: Asking;
  readonly items: readonly LabItem[];
  readonly examinees: readonly Examinee[];
  /** The same examinees, told the target, in the same order. */
  readonly steered: readonly Examinee[];
  /** From 0 to 1 by dimension. */
  readonly target: TargetProfile;
  readonly repeats: number;
  readonly seed: number;
}

/** A number with its 95 % interval over items; `null` where it is undefined. */
export interface Bracketed {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How near an examinee's profile is to the target before and after it was told. */
export interface Steered {
  /** `null`: the mean over the panel. */
  readonly examinee: string | null;
  /** Pearson correlation of the profile with the target over dimensions. */
  readonly before: Bracketed;
  readonly after: Bracketed;
  readonly change: Bracketed;
  /**
   * Pearson correlation of what moved (told less before) with the target: whether the values that it ranks high rose and
   * the others fell. A dimension that is read too high or too low both times takes no part in it.
   */
  readonly direction: Bracketed;
  /** Spearman correlation, which asks for the order alone. */
  readonly orderBefore: number | null;
  readonly orderAfter: number | null;
}

/** What steering towards one profile did. */
export interface Steering {
  readonly system: string;
  readonly target: TargetProfile;
  readonly rows: readonly Steered[];
  readonly items: number;
  readonly repeats: number;
  readonly reader: string;
  readonly cells: number;
  readonly unmeasured: number;
}

const DRAWS = 500;

/**
 * Steerability: how much nearer an examinee's profile comes to a target when a system prompt names the target's order
 * of values. It compares shapes (correlation over dimensions), so that showing every value more counts as nothing; and
 * the direction of the change, from which what items and reader do to a dimension both times drops out.
 * Intervals come from drawing the items of each dimension anew.
 *
 * Being steerable is not the same as having those values, and neither good nor bad. In simulation the share of the way
 * that examinees go is planted.
 *
 * Source: our own; compare "Stick to Your Role" (arXiv 2402.14846) and the value anchoring of arXiv 2407.12878.
 *
 * @returns correlations from -1 to 1, the panel's mean first; `null` where a profile does not vary
 * @throws RangeError when a target is named for fewer than three dimensions of the system
 * @example
 * const system = { id: "toy", dimensions: [{ id: "near" }, { id: "far" }] };
 * await steerPanel({ system, target: { near: 1, far: 0 } }); // throws /at least three dimensions/
 */
export async function steerPanel(settings: SteeringSettings): Promise<Steering> {
  const { system, asking, items, examinees, steered, target, repeats, seed } = settings;
  const dimensions = dimensionIds(system).filter((id) => target[id] !== undefined);
  if (dimensions.length < 3)
    throw new RangeError(`a target profile names at least three dimensions of ${system.id}`);
  const before = await readPanel(asking, system, items, examinees, repeats);
  const after = await readPanel(asking, system, items, steered, repeats);
  const draws = Array.from({ length: DRAWS }, (_, n) => stream(seed, "steering", n));
  const goal = dimensions.map((id) => target[id]);
  const each = examinees.map(({ card }, place) => {
    const own = { before: [] as number[], after: [] as number[], moved: [] as number[] };
    const told = steered[place].card.id;
    const profiles = (random?: number): [Row, Row] => [
      profileOf(before, card.id, dimensions, random),
      profileOf(after, told, dimensions, random),
    ];
    const [first, second] = profiles();
    for (const draw of draws) {
      const key = draw.integer(2 ** 31);
      // The same items both times: they are paired.
      const [early, late] = profiles(key);
      own.before.push(alike(early, goal, pearson));
      own.after.push(alike(late, goal, pearson));
      own.moved.push(alike(movedFrom(early, late), goal, pearson));
    }
    const sides = { first: sideOf(first, goal), second: sideOf(second, goal) };
    return {
      examinee: card.id,
      ...sides,
      moved: alike(movedFrom(first, second), goal, pearson),
      own,
    };
  });
  return {
    system: system.id,
    target,
    rows: [rowOf(null, each), ...each.map((one) => rowOf(one.examinee, [one]))],
    items: items.length,
    repeats,
    reader: asking.reader,
    cells: before.cells + after.cells,
    unmeasured: before.unmeasured + after.unmeasured,
  };
}

type Row = readonly (number | null)[];

interface Side {
  readonly shape: number;
  readonly order: number;
}

function sideOf(row: Row, goal: readonly number[]): Side {
  return { shape: alike(row, goal, pearson), order: alike(row, goal, spearman) };
}

/** Mean readings by dimension; with a number that names the luck, the items of each dimension are drawn anew. */
function profileOf(
  readings: PanelReadings,
  examinee: string,
  dimensions: readonly DimensionId[],
  luck?: number,
): Row {
  const random = luck === undefined ? null : stream(luck);
  return dimensions.map((dimension) => {
    const own = readings.of(examinee, dimension).filter((one) => one !== null);
    return meanOf(random ? own.map(() => own[random.integer(own.length)]) : own);
  });
}

function movedFrom(before: Row, after: Row): Row {
  return before.map((early, at) => {
    const late = after[at];
    return early === null || late === null ? null : late - early;
  });
}

/** A correlation over the dimensions that were measured; NaN with fewer than three. */
function alike(row: Row, goal: readonly number[], of: typeof pearson): number {
  const known = row.flatMap((score, at) => (score === null ? [] : [[score, goal[at]] as const]));
  if (known.length < 3) return Number.NaN;
  return of(
    known.map(([score]) => score),
    known.map(([, one]) => one),
  );
}

interface Each {
  readonly first: Side;
  readonly second: Side;
  readonly moved: number;
  readonly own: Readonly<Record<"before" | "after" | "moved", readonly number[]>>;
}

function rowOf(examinee: string | null, each: readonly Each[]): Steered {
  const mean = (values: readonly number[]) => {
    const found = meanOf(values);
    return found === null || Number.isNaN(found) ? null : found;
  };
  const bracket = (value: (one: Each) => number, drawn: (one: Each, draw: number) => number) => {
    const all = Array.from({ length: DRAWS }, (_, n) => mean(each.map((one) => drawn(one, n))));
    const known = all.filter((one) => one !== null);
    const ends = known.length < DRAWS / 2 ? null : [quantile(known, 0.025), quantile(known, 0.975)];
    return { value: mean(each.map(value)), low: ends?.[0] ?? null, high: ends?.[1] ?? null };
  };
  return {
    examinee,
    before: bracket(
      ({ first }) => first.shape,
      ({ own }, n) => own.before[n],
    ),
    after: bracket(
      ({ second }) => second.shape,
      ({ own }, n) => own.after[n],
    ),
    change: bracket(
      ({ first, second }) => second.shape - first.shape,
      ({ own }, n) => own.after[n] - own.before[n],
    ),
    direction: bracket(
      ({ moved }) => moved,
      ({ own }, n) => own.moved[n],
    ),
    orderBefore: mean(each.map(({ first }) => first.order)),
    orderAfter: mean(each.map(({ second }) => second.order)),
  };
}
