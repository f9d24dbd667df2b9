import { circleOf } from "../examinees/instruction.js";
import type { Examinee } from "../ports/ask.js";
import { type ClusteredInterval, clusteredInterval } from "../statistics/clustered-interval.js";
import { type PairedT, pairedT } from "../statistics/paired-t.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { Asking } from "./asking.js";
import { meanOf } from "./cell-reading.js";
import type { LabItem } from "./item-sets.js";
import { type PanelReadings, readPanel } from "./panel-readings.js";

/** A panel whose values are pushed one at a time. */
export interface PanelPrimingSettings {
  readonly system: ValueSystem;
  readonly asking: Asking;
  readonly items: readonly LabItem[];
  readonly examinees: readonly Examinee[];
  /** The values that are pushed, each with the examinees that were told so, in the order of `examinees`. */
  readonly primed: ReadonlyMap<DimensionId, readonly Examinee[]>;
  readonly repeats: number;
}

/** Which values a push is looked for on. */
export const PRIMED_PARTS = ["target", "same group", "opposite"] as const;
export type PrimedPartName = (typeof PRIMED_PARTS)[number];

/** One pushed value: mean scores before and after, and the change with its 95 % interval over items. */
export interface PrimedTarget {
  readonly target: DimensionId;
  readonly part: PrimedPartName;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: ClusteredInterval;
}

/** A paired test over pushed values. */
export interface PrimedTest {
  /** `null`: the whole panel. */
  readonly examinee: string | null;
  readonly part: PrimedPartName;
  readonly before: number | null;
  readonly after: number | null;
  /** One pair a pushed value; `null` with fewer than two. */
  readonly test: PairedT | null;
}

/** What the pushes did. */
export interface PanelPriming {
  readonly system: string;
  readonly targets: readonly PrimedTarget[];
  readonly tests: readonly PrimedTest[];
  readonly items: number;
  readonly repeats: number;
  readonly reader: string;
  readonly cells: number;
  readonly unmeasured: number;
}

/** Within so many steps of straight across the circle, a value counts as opposite. */
const ACROSS = 1;

/**
 * Pushes one value after another by a system prompt, on any panel, and looks whether its score rises, what happens to
 * the other values of its higher-order group, and whether those across the circle fall. The same items are put to the
 * same examinees without the prompt; pairs are pushed values, as in AdAEM, so that ten pushes make ten pairs.
 *
 * With real models this tests the instrument and the model at once: an instrument that sees nothing, and a model
 * that does not follow, look alike. With simulated ones the push and the fall of its opposites are planted.
 *
 * Source: AdAEM, controlled value priming; methods 12.2.
 *
 * @returns tests in the panel and for each examinee, and the change by pushed value with intervals over items
 * @throws RangeError for a system without a circular order
 * @example
 * await primePanel({ system: { id: "mft", circularOrder: null } }); // throws /no circular order/
 */
export async function primePanel(settings: PanelPrimingSettings): Promise<PanelPriming> {
  const { system, asking, items, examinees, primed, repeats } = settings;
  circleOf(system);
  const baseline = await readPanel(asking, system, items, examinees, repeats);
  const pushes: Push[] = [];
  for (const [target, told] of primed)
    pushes.push({ target, told, after: await readPanel(asking, system, items, told, repeats) });
  const who = examinees.map(({ card }) => card.id);
  const changes = pushes.flatMap((push) =>
    PRIMED_PARTS.flatMap((part) =>
      partOf(system, push.target, part).map((dimension) => ({ push, part, dimension })),
    ),
  );
  const rows = changes.flatMap(({ push, part, dimension }) =>
    who.flatMap((examinee, place) =>
      pairsOf(baseline, push, { examinee, place, dimension }).map(([before, after], item) => ({
        target: push.target,
        part,
        examinee,
        item: `${dimension} ${item}`,
        before,
        after,
      })),
    ),
  );
  const all = [baseline, ...pushes.map(({ after }) => after)];
  return {
    system: system.id,
    targets: pushes.flatMap(({ target }) =>
      PRIMED_PARTS.map((part) => primedTarget(target, part, rows)),
    ),
    tests: [null, ...who].flatMap((examinee) =>
      PRIMED_PARTS.map((part) => primedTest(examinee, part, rows)),
    ),
    items: items.length,
    repeats,
    reader: asking.reader,
    cells: all.reduce((sum, { cells }) => sum + cells, 0),
    unmeasured: all.reduce((sum, { unmeasured }) => sum + unmeasured, 0),
  };
}

interface Push {
  readonly target: DimensionId;
  readonly told: readonly Examinee[];
  readonly after: PanelReadings;
}

/** One item before and after a push. */
interface ChangeRow {
  readonly target: DimensionId;
  readonly part: PrimedPartName;
  readonly examinee: string;
  readonly item: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The values that a push is looked for on: the target itself, the others of its group (where the system has groups),
 * those about straight across the circle.
 */
function partOf(
  system: ValueSystem,
  target: DimensionId,
  part: PrimedPartName,
): readonly DimensionId[] {
  const circle = circleOf(system);
  if (part === "target") return [target];
  if (part === "same group")
    return system.groups
      .filter(({ dimensions }) => dimensions.includes(target))
      .flatMap(({ dimensions }) => dimensions)
      .filter((id, place, all) => id !== target && all.indexOf(id) === place);
  const steps = (id: DimensionId) => {
    const apart = Math.abs(circle.indexOf(id) - circle.indexOf(target));
    return Math.min(apart, circle.length - apart);
  };
  return circle.filter((id) => steps(id) >= Math.floor(circle.length / 2) - ACROSS);
}

/** Items that were measured both times. */
function pairsOf(
  baseline: PanelReadings,
  { told, after }: Push,
  { examinee, place, dimension }: { examinee: string; place: number; dimension: DimensionId },
): (readonly [before: number, after: number])[] {
  const later = after.of(told[place].card.id, dimension);
  return baseline.of(examinee, dimension).flatMap((before, at) => {
    const now = later[at];
    return before === null || now === null ? [] : [[before, now] as const];
  });
}

function primedTarget(
  target: DimensionId,
  part: PrimedPartName,
  rows: readonly ChangeRow[],
): PrimedTarget {
  const own = rows.filter((row) => row.target === target && row.part === part);
  const items = [...new Set(own.map(({ item }) => item))];
  const changes = items.flatMap(
    (item) => meanOf(own.flatMap((row) => (row.item === item ? row.after - row.before : []))) ?? [],
  );
  return {
    target,
    part,
    before: meanOf(own.map(({ before }) => before)),
    after: meanOf(own.map(({ after }) => after)),
    change: clusteredInterval(changes),
  };
}

function primedTest(
  examinee: string | null,
  part: PrimedPartName,
  rows: readonly ChangeRow[],
): PrimedTest {
  const own = rows.filter(
    (row) => row.part === part && (examinee === null || row.examinee === examinee),
  );
  const targets = [...new Set(own.map(({ target }) => target))];
  const means = (of: "before" | "after") =>
    targets.map(
      (target) =>
        meanOf(own.flatMap((row) => (row.target === target ? row[of] : []))) ?? Number.NaN,
    );
  const [before, after] = [means("before"), means("after")];
  return {
    examinee,
    part,
    before: meanOf(before),
    after: meanOf(after),
    test: targets.length < 2 ? null : pairedT(after, before),
  };
}
