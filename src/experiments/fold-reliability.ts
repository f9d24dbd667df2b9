import { stream } from "../random/stream.js";
import { pearson } from "../statistics/pearson.js";
import { quantile } from "../statistics/quantile.js";
import { cronbachAlpha } from "../statistics/reliability/cronbach-alpha.js";
import { type ItemReadings, scoresOn } from "./measured-profiles.js";

/** How far parts of an item set agree about the examinees. */
export interface FoldReliability {
  readonly folds: number;
  /** Cronbach's alpha with examinees in rows and the fold means in columns, by dimension. */
  readonly alpha: Readonly<Record<string, number>>;
  readonly medianAlpha: number;
  /** Items drawn for the subset. */
  readonly subset: number;
  /** Correlation over examinees of the subset's scores with those of all items, by dimension. */
  readonly subsetCorrelation: Readonly<Record<string, number>>;
  readonly medianSubsetCorrelation: number;
  readonly items: number;
}

const FOLDS = 5;

/**
 * Five-fold reliability as AdAEM reports it, per dimension: items are dealt into five folds, each fold scores every
 * examinee, and alpha says how well the folds agree. And what a random subset of the items would have said.
 *
 * A subset is part of the whole it is held against, so that its correlation is high even where the rest is noise.
 *
 * Source: AdAEM C.6; methods 12.2.
 *
 * @param rows       from `itemReadings`
 * @param examinees  how many there are
 * @param subset     items of the subset
 */
export function foldReliability(
  rows: readonly ItemReadings[],
  examinees: number,
  subset: number,
  seed: number,
): FoldReliability {
  const items = stream(seed, "folds").shuffle([...new Set(rows.map(({ item }) => item))]);
  const fold = new Map(items.map((item, place) => [item, place % FOLDS]));
  const part = new Set(items.slice(0, subset));
  const dimensions = [...new Set(rows.map(({ dimension }) => dimension))].sort();
  const alpha: Record<string, number> = {};
  const correlation: Record<string, number> = {};
  for (const dimension of dimensions) {
    const columns = Array.from({ length: FOLDS }, (_, n) =>
      scoresOn(
        rows.filter(({ item }) => fold.get(item) === n),
        dimension,
        examinees,
      ),
    );
    const table = Array.from({ length: examinees }, (_, i) => columns.map((own) => own[i]));
    const whole = table.flat().every(Number.isFinite);
    alpha[dimension] = whole ? cronbachAlpha(table) : Number.NaN;
    const few = scoresOn(
      rows.filter(({ item }) => part.has(item)),
      dimension,
      examinees,
    );
    correlation[dimension] = few.every(Number.isFinite)
      ? pearson(few, scoresOn(rows, dimension, examinees))
      : Number.NaN;
  }
  const median = (values: Readonly<Record<string, number>>) =>
    quantile(Object.values(values).filter(Number.isFinite), 0.5);
  return {
    folds: FOLDS,
    alpha,
    medianAlpha: median(alpha),
    subset: part.size,
    subsetCorrelation: correlation,
    medianSubsetCorrelation: median(correlation),
    items: items.length,
  };
}
