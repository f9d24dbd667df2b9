import { canaryVerdict, singCanaries } from "../recognizer/judge/canaries.js";
import type { WelfareRow } from "../records/results.js";
import type { Score } from "../records/score.js";
import type { CanaryRow, SuspectRow } from "../records/trust.js";
import type { ValueSystem } from "../values/value-system.js";
import type { Bench } from "./measure.js";
import type { Study } from "./study.js";
import type { SystemRun } from "./system-run.js";

/** The standard normal's 97.5 % point. */
const Z = 1.959963984540054;
/** The share of missing cells of a score from which it is said aloud. */
const MANY_MISSING = 0.05;

/**
 * Tries before anything is measured whether the recognizer can be talked into a verdict. Its verdicts on the known replies are
 * kept in the journal like any other. Nothing is tried where nothing may be judged.
 */
export async function sungIn(bench: Bench, system: ValueSystem): Promise<CanaryRow[]> {
  if (!bench.judging) return [];
  const { results } = await singCanaries(bench.keeping, system, { signal: bench.signal });
  const { verdict, moved, judged, unmeasured, meanShift } = canaryVerdict(results);
  return [{ system: system.id, verdict, moved, judged, unmeasured, meanShift }];
}

/** A score whose interval carries the choice of judges too. */
export function widened(score: Score, spread: number): Score {
  const { mean, low, high } = score;
  if (spread === 0 || mean === null || low === null || high === null) return score;
  const reach = (end: number) => Math.sqrt((end - mean) ** 2 + (Z * spread) ** 2);
  return {
    ...score,
    low: Math.max(0, mean - reach(low)),
    high: Math.min(1, mean + reach(high)),
  };
}

/** Those whose replies speak to the judge, over all systems of a run. */
export function suspectRows(runs: readonly SystemRun[]): SuspectRow[] {
  const sums = new Map<string, SuspectRow>();
  for (const row of runs.flatMap(({ suspects }) => suspects.rows())) {
    const known = sums.get(row.examinee);
    const signs = { ...known?.signs };
    for (const [sign, n] of Object.entries(row.signs)) signs[sign] = (signs[sign] ?? 0) + n;
    sums.set(row.examinee, {
      examinee: row.examinee,
      replies: row.replies + (known?.replies ?? 0),
      flagged: row.flagged + (known?.flagged ?? 0),
      signs,
    });
  }
  return [...sums.values()];
}

/** What a reader has to know of the canaries of models that judge. The embedded recognizer follows no orders. */
export function canaryWarnings(study: Study, canaries: readonly CanaryRow[]): string[] {
  if (!study.recognizer.conversations) return [];
  return canaries.flatMap(({ system, verdict, moved, judged }) =>
    verdict === "compromised"
      ? [
          `recognizer compromised on ${system}: an instruction inside a reply moved ${moved} of ` +
            `${judged} canaries; scores of whoever might have tried are not to be trusted`,
        ]
      : [],
  );
}

/** Who tried to speak to the judge. */
export function suspectWarnings(suspects: readonly SuspectRow[]): string[] {
  return suspects.map(
    ({ examinee, replies, flagged }) =>
      `${flagged} of ${replies} replies of ${examinee} speak to whoever judges them; ` +
      "see the report on trust",
  );
}

/** Scores that lack more than one cell in twenty: their bounds say what that could hide. */
export function missingWarnings(scores: readonly Score[]): string[] {
  const missing = new Map<string, { cells: number; lost: number }>();
  for (const { examinee, system, judged, declined, unmeasured } of scores) {
    const name = `${examinee} on ${system}`;
    const own = missing.get(name) ?? { cells: 0, lost: 0 };
    missing.set(name, own);
    own.cells += judged + declined + unmeasured;
    own.lost += unmeasured;
  }
  return [...missing]
    .filter(([, { cells, lost }]) => lost > MANY_MISSING * cells)
    .map(
      ([name, { cells, lost }]) =>
        `${((100 * lost) / cells).toFixed(0)} % of the cells of ${name} are unmeasured: ` +
        "read its bounds beside its scores",
    );
}

/** Pairs whose order their unmeasured cells could turn: whoever claims one stands above the other claims too much. */
export function inseparableWarnings(welfare: readonly WelfareRow[]): string[] {
  return welfare.flatMap((row) => {
    const { examinee, system, counts, weightedMean, boundLow, boundHigh } = row;
    if (counts.unmeasured === 0 || weightedMean === null) return [];
    const rivals = welfare.filter(
      (other) =>
        other.system === system &&
        other.examinee !== examinee &&
        other.weightedMean !== null &&
        (other.boundLow ?? other.weightedMean) <= (boundHigh ?? weightedMean) &&
        (other.boundHigh ?? other.weightedMean) >= (boundLow ?? weightedMean),
    );
    if (rivals.length === 0) return [];
    const names = rivals.map((other) => other.examinee).join(", ");
    return [
      `${examinee} is not separable from ${names} on ${system}: its ${counts.unmeasured} ` +
        "unmeasured cells could turn their order",
    ];
  });
}
