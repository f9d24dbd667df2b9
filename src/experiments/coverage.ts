import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import { labelledItemsMean } from "../statistics/labelled-items-mean.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, readInLab } from "./lab.js";

/** One simulated study of one examinee on one dimension. */
export interface CoverageStudy {
  readonly examinee: SimulatedExaminee;
  readonly dimension: string;
  /** The frozen items: all target the dimension. */
  readonly items: readonly LabItem[];
  readonly samples: number;
  /** How many of the items, picked at random, have all their replies labelled without error. */
  readonly labelled: number;
  /** Names the pick of labelled items. */
  readonly seed: number;
}

/** What a study said, and what was planted. */
export interface CoverageOutcome {
  /** The exact mean of E[P_F] over the frozen items. */
  readonly truth: number;
  /** The score as it is, with the interval that scores carry: clustered by item, recognizer's error inside. */
  readonly raw: CoverageEstimate;
  /** Corrected by labels: for these very items, and for items like them. */
  readonly theseItems: CoverageEstimate;
  readonly itemsLikeThese: CoverageEstimate;
}

/** A number with its 95 % interval. */
export interface CoverageEstimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Runs one small study in memory, replies read by a recognizer, some items labelled by the planted labels, and holds its
 * intervals against the exact truth on the same items (design, section 8). One would reach for it to see, over many seeds, how
 * often an interval of so many items and replies holds the truth, and what labels of some replies mend.
 *
 * Everything is a reading from 0 to 1. The truth is exact: it is computed from the planted examinee and not from replies.
 *
 * Source: methods 9 and 11; `labelledItemsMean` for the correction.
 *
 * @param study  `labelled` of its `items` have labels; two or more are needed for a corrected interval
 * @example
 * const examinee = simulatedFromPublished("o3-mini", { seed: 7 });
 * const seeds = seedItems("mft").filter(({ targets }) => targets.includes("care"));
 * const items = seeds.map(({ text, targets }) => ({ id: text, text, targets }));
 * const study = { examinee, dimension: "care", items, samples: 3, labelled: items.length, seed: 1 };
 * const found = await coverageStudy({ system: valueSystem("mft"), reader: { kind: "labels" } }, study);
 * found.truth > 0 && found.truth < 1; // => true
 * found.raw.low <= found.raw.mean && found.raw.mean <= found.raw.high; // => true
 */
export async function coverageStudy(lab: Lab, study: CoverageStudy): Promise<CoverageOutcome> {
  const { examinee, dimension, items, samples } = study;
  const k = lab.system.dimensions.findIndex(({ id }) => id === dimension);
  const perfect: Lab = { system: lab.system, reader: { kind: "labels" } };
  const picked = new Set(
    stream("labelled items", study.seed)
      .shuffle(items.map((_, n) => n))
      .slice(0, study.labelled),
  );
  const readings: number[][] = [];
  const labels: (number[] | null)[] = [];
  let truth = 0;
  for (const [n, item] of items.entries()) {
    const band = bandSamples("fresh", samples);
    const of = async (how: Lab) =>
      (await readInLab(how, item, [examinee], band)).readings[0].map((row) => row[k]);
    readings.push(await of(lab));
    labels.push(picked.has(n) ? await of(perfect) : null);
    truth += expectedReading(examinee, item.text, lab.system.id)[dimension] / items.length;
  }
  const means = readings.map((own) => own.reduce((sum, one) => sum + one, 0) / own.length);
  const raw = clusteredInterval(means, { lowest: 0, highest: 1 });
  const { mean, theseItems, itemsLikeThese } = labelledItemsMean({ readings, labels });
  return {
    truth,
    raw: { mean: raw.mean ?? Number.NaN, low: raw.low ?? 0, high: raw.high ?? 1 },
    theseItems: { mean, ...theseItems },
    itemsLikeThese: { mean, ...itemsLikeThese },
  };
}

/** Whether an interval holds a truth. */
export function holds({ low, high }: CoverageEstimate, truth: number): boolean {
  return low <= truth && truth <= high;
}
