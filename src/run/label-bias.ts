import type { BiasRow } from "../records/trust.js";
import { holm } from "../statistics/adjusted-p-values.js";
import { tailsOfStudent } from "../statistics/paired-t.js";
import { studentQuantile } from "../statistics/student-quantile.js";

/** How far off the recognizer was on one labelled reply: mean over dimensions of reading less label. */
export interface ReplyError {
  readonly examinee: string;
  readonly error: number;
  readonly words: number;
  readonly hedges: number;
}

/** Words and phrases that take back what is said; our own list. */
const HEDGES =
  /\b(?:maybe|perhaps|possibly|might|may|could|seems?|somewhat|sort of|kind of|i think|i guess|it depends|in some cases|arguably|probably|not sure|on the other hand)\b/gi;

/** How often a text hedges. */
export function hedgesIn(text: string): number {
  return text.match(HEDGES)?.length ?? 0;
}

/** Replies of a kind from which anything can be said. */
const LEAST = 5;

/**
 * Whether the recognizer's error depends on what it should not depend on: who wrote the reply (the mean error of one examinee's
 * replies less that of all others), its length, and how much it hedges (slopes of a straight line). A recognizer
 * that is wrong for all alike shifts all scores; one that is wrong for some moves ranks.
 */
export function labelBias(errors: readonly ReplyError[]): BiasRow[] {
  const rows = [
    ...[...new Set(errors.map(({ examinee }) => examinee))].flatMap((examinee) =>
      examineeShift(examinee, errors),
    ),
    ...slope("length", "for 100 words more", errors, ({ words }) => words / 100),
    ...slope("hedging", "for one hedge more in 100 words", errors, ({ words, hedges }) =>
      words === 0 ? 0 : (100 * hedges) / words,
    ),
  ];
  const adjusted = holm(rows.map(({ p }) => p));
  return rows.map((row, n) => ({ ...row, p: adjusted[n] }));
}

function examineeShift(examinee: string, errors: readonly ReplyError[]): BiasRow[] {
  const own = errors.filter((one) => one.examinee === examinee).map(({ error }) => error);
  const others = errors.filter((one) => one.examinee !== examinee).map(({ error }) => error);
  if (own.length < LEAST || others.length < LEAST) return [];
  const [a, b] = [spread(own), spread(others)];
  const standardError = Math.sqrt(a.ofMean + b.ofMean);
  if (standardError === 0) return [];
  // Welch's degrees of freedom.
  const freedom =
    (a.ofMean + b.ofMean) ** 2 /
    (a.ofMean ** 2 / (own.length - 1) + b.ofMean ** 2 / (others.length - 1));
  const about = { about: "examinee" as const, what: examinee, readings: own.length };
  return [{ ...about, ...shiftOf(a.mean - b.mean, standardError, freedom) }];
}

function slope(
  about: "length" | "hedging",
  what: string,
  errors: readonly ReplyError[],
  of: (error: ReplyError) => number,
): BiasRow[] {
  const n = errors.length;
  if (n < LEAST) return [];
  const x = errors.map(of);
  const y = errors.map(({ error }) => error);
  const [centre, level] = [mean(x), mean(y)];
  const squares = x.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  if (squares === 0) return [];
  const rise = x.reduce((sum, value, at) => sum + (value - centre) * (y[at] - level), 0) / squares;
  const left = y.reduce(
    (sum, value, at) => sum + (value - level - rise * (x[at] - centre)) ** 2,
    0,
  );
  const standardError = Math.sqrt(left / (n - 2) / squares);
  if (standardError === 0) return [];
  return [{ about, what, readings: n, ...shiftOf(rise, standardError, n - 2) }];
}

function shiftOf(shift: number, standardError: number, freedom: number) {
  const reach = studentQuantile(0.975, freedom) * standardError;
  return {
    shift,
    low: shift - reach,
    high: shift + reach,
    p: tailsOfStudent(shift / standardError, freedom),
  };
}

function spread(values: readonly number[]): { readonly mean: number; readonly ofMean: number } {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return { mean: centre, ofMean: squares / (values.length - 1) / values.length };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
