import { circleFit, evenAngles } from "../culture/circle-fit.js";
import { circularOrderTest } from "../culture/circular-order-index.js";
import { valueCorrelations } from "../culture/value-correlations.js";
import { stream } from "../random/stream.js";
import type { ExamineeCard } from "../records/examinee-card.js";
import type { Item } from "../records/item.js";
import type {
  CircleRow,
  ItemAgeRow,
  ReliabilityResults,
  ReliabilityRow,
} from "../records/reliability.js";
import type { StudyResults } from "../records/results.js";
import type { Score } from "../records/score.js";
import type { CalibrationResults } from "../records/trust.js";
import { dimensionReliability } from "../scoring/dimension-reliability.js";
import { type DatedItem, itemAgeShift } from "../scoring/item-age-shift.js";
import { ArgumentError } from "../statistics/argument-error.js";
import { quantile } from "../statistics/quantile.js";
import type { ValueSystem } from "../values/value-system.js";
import type { SamplePage } from "./sample-book.js";
import type { SystemRun } from "./system-run.js";

/** What is known of one system once a study was run. */
export interface SystemReadings {
  readonly system: ValueSystem;
  readonly pages: readonly SamplePage[];
  /** How much a score moves with the choice of judges, by examinee and dimension; 0 with one judge. */
  spread(examinee: string, dimension: string): number;
}

/** What reliability is worked out from. */
export interface ReliabilityInput {
  readonly seed: number;
  readonly examinees: readonly ExamineeCard[];
  readonly systems: readonly SystemReadings[];
  readonly scores: readonly Score[];
  readonly calibration: CalibrationResults | null;
  /** By item id, the day it was written; `null` where nobody knows. */
  readonly dates: ReadonlyMap<string, string> | null;
}

/** The reliability of what a run found. */
export function studyReliability(
  { study, examinees, scores, trust }: StudyResults,
  runs: readonly SystemRun[],
  dates: ReadonlyMap<string, string> | null,
): ReliabilityResults {
  return reliabilityOf({
    seed: study.seed,
    examinees,
    systems: runs.map(({ system, samples, panel }) => ({
      system,
      pages: samples.pages(),
      spread: panel.spread,
    })),
    scores,
    calibration: trust?.calibration ?? null,
    dates,
  });
}

/**
 * How reliable the scores of a study are, dimension by dimension; how far profiles follow their circle; whether examinees stand higher on
 * items older than themselves. What a study does not hold is said, not guessed.
 */
export function reliabilityOf(input: ReliabilityInput): ReliabilityResults {
  const rows = input.systems.flatMap((own) =>
    own.pages.flatMap((page) => rowOf(input, own, page) ?? []),
  );
  const ages = input.dates ? agesOf(input, input.dates) : [];
  return {
    rows,
    circles: input.systems.flatMap(({ system }) => circleOf(input, system) ?? []),
    ages,
    missing: missingIn(input, rows, ages),
  };
}

function rowOf(
  { seed, calibration }: ReliabilityInput,
  { system, spread }: SystemReadings,
  { dimension, items, readings }: SamplePage,
): ReliabilityRow | null {
  const answered = [...readings].filter(([, rows]) => rows.some((cell) => cell.length > 0));
  if (answered.length < 2 || items.length < 2) return null;
  const judges = answered.map(([who]) => spread(who, dimension) ** 2);
  const between = judges.reduce((sum, one) => sum + one / judges.length, 0);
  const off = (calibration?.corrected ?? []).flatMap((row) => {
    const corrected = row.predictionPowered ?? row.roganGladen;
    const isHere = row.system === system.id && row.dimension === dimension;
    return isHere && corrected && row.raw !== null ? [row.raw - corrected.mean] : [];
  });
  const squared = off.reduce((sum, one) => sum + one ** 2 / off.length, 0);
  const numbers = dimensionReliability(
    {
      readings: answered.map(([, rows]) => rows),
      families: familiesOf(items),
      recognizerVariance: off.length > 0 ? squared : between > 0 ? between : null,
    },
    stream(seed, "reliability", system.id, dimension),
  );
  return { system: system.id, dimension, ...numbers };
}

/** An item's family is the oldest item of the study that it goes back to. */
export function familiesOf(items: readonly Item[]): string[] {
  const parents = new Map(items.map(({ id, lineage }) => [id, lineage.parent]));
  return items.map(({ id, lineage }) => {
    const seen = new Set([id]);
    let oldest = id;
    for (let parent = lineage.parent; parent !== null && !seen.has(parent); ) {
      seen.add(parent);
      oldest = parent;
      parent = parents.get(parent) ?? null;
    }
    return oldest;
  });
}

function circleOf(
  { seed, scores, examinees }: ReliabilityInput,
  system: ValueSystem,
): CircleRow | null {
  const order = system.circularOrder;
  if (!order) return null;
  const profiles = examinees.flatMap(({ id }) => {
    const own = scores.filter(
      (score) => score.examinee === id && score.system === system.id && score.mean !== null,
    );
    const known = new Map(own.map(({ dimension, mean }) => [dimension, mean]));
    return order.every((dimension) => known.has(dimension))
      ? [Object.fromEntries(order.map((dimension) => [dimension, known.get(dimension) ?? 0]))]
      : [];
  });
  if (profiles.length < 3) return null;
  try {
    const fits = profiles.map((profile) => circleFit(profile, evenAngles(order)).rSquared);
    const test = circularOrderTest(
      valueCorrelations(profiles, order),
      stream(seed, "circle", system.id),
    );
    return {
      system: system.id,
      medianFit: quantile(fits.filter(Number.isFinite), 0.5),
      orderIndex: test.index,
      p: test.p,
      examinees: profiles.length,
    };
  } catch (error) {
    // A dimension on which all examinees score the same correlates with nothing.
    if (error instanceof ArgumentError) return null;
    throw error;
  }
}

/** Items are centred on the panel, so that an item that is answered high by everybody counts for nobody. */
function agesOf(
  { examinees, systems }: ReliabilityInput,
  dates: ReadonlyMap<string, string>,
): ItemAgeRow[] {
  return examinees.flatMap(({ id, released }) => {
    if (released === null) return [];
    return systems.flatMap(({ system, pages }): ItemAgeRow[] => {
      const found = itemAgeShift(
        pages.flatMap((page) => datedItems(page, id, dates)),
        released,
      );
      return found ? [{ examinee: id, system: system.id, released, ...found }] : [];
    });
  });
}

function datedItems(
  { items, readings }: SamplePage,
  examinee: string,
  dates: ReadonlyMap<string, string>,
): DatedItem[] {
  const mean = (cell: readonly number[]) => cell.reduce((sum, one) => sum + one, 0) / cell.length;
  return items.flatMap(({ id }, at) => {
    const written = dates.get(id);
    const own = readings.get(examinee)?.[at] ?? [];
    if (written === undefined || own.length === 0) return [];
    const all = [...readings.values()].flatMap((rows) =>
      rows[at].length > 0 ? [mean(rows[at])] : [],
    );
    return [{ written, reading: mean(own) - mean(all) }];
  });
}

function missingIn(
  { examinees, dates }: ReliabilityInput,
  rows: readonly ReliabilityRow[],
  ages: readonly ItemAgeRow[],
): string[] {
  const undated = examinees.filter(({ released }) => released === null).map(({ name }) => name);
  return [
    ...(rows.every(({ retest }) => retest === null)
      ? ["test-retest: every item was asked once; ask for 2 samples or more (budget.samples)"]
      : []),
    ...(rows.every(({ paraphrases }) => paraphrases === null)
      ? ["prompt sensitivity: no two items of a dimension are wordings of one another"]
      : []),
    ...(rows.every(({ recognizerShare }) => recognizerShare === null)
      ? [
          "the recognizer's share of the error: takes a panel of judges or people's labels (roles.labels)",
        ]
      : []),
    "convergent validity: the study has one format of items, open questions; another format is a study of its own",
    ...(dates === null
      ? ["contamination by item age: items carry no dates; give them by --item-dates"]
      : ages.length === 0
        ? [
            "contamination by item age: no examinee has a release date with two dated items on either side",
          ]
        : []),
    ...(dates !== null && undated.length > 0
      ? [`contamination by item age: no release date of ${undated.join(", ")}`]
      : []),
  ];
}
