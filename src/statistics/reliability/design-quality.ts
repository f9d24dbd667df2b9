import { checkNumber } from "../check-argument.js";
import type { VarianceComponents } from "./variance-components.js";

/** How good the mean score of an examinee is under some design. */
export interface DesignQuality {
  readonly items: number;
  /** Samples of each item. */
  readonly samples: number;
  /** Standard error of an examinee's mean when it is compared with others on the same items. */
  readonly relativeError: number;
  /** Standard error of the mean itself, as an estimate over all items there could be. */
  readonly absoluteError: number;
  /** Generalizability: the share of the variance of means that lies between examinees. 1 is a perfect order. */
  readonly reliability: number;
  /** Dependability: the same for the numbers themselves, items' differences counting as error. */
  readonly dependability: number;
}

/** Fewer items or samples than this are a mistake. */
const LEAST = 1e-6;

/**
 * How good examinees' mean scores would be with so many items and so many samples of each: the planning half of a
 * variance budget. Negative estimates count as 0. Where the noise of samples is unknown it stands in the interaction,
 * and `samples` changes nothing.
 *
 * @param components  as `varianceComponents` gives them
 * @param design      `items` and `samples`, means and fractions allowed, each from 1e-6 up
 * @returns reliability and dependability are NaN where there is neither variance between examinees nor error
 * @throws ArgumentError where `items` or `samples` is below 1e-6, or a component is no finite number
 *
 * Source: Brennan 2001.
 *
 * @example
 * const counts = { examinees: 9, items: 20, cells: 180, scores: 360 };
 * const components = { examinees: 0.04, items: 0.02, interaction: 0.06, samples: 0.08, counts };
 * designQuality(components, { items: 20, samples: 2 }).reliability; // => 0.888889 (± 1e-6)
 * designQuality(components, { items: 20, samples: 2 }).absoluteError; // => 0.0774597 (± 1e-6)
 * designQuality(components, { items: 0, samples: 2 }); // throws /items must be a finite number from 0.000001 up: 0/
 */
export function designQuality(
  components: VarianceComponents,
  { items, samples }: { readonly items: number; readonly samples: number },
): DesignQuality {
  checkNumber("items", items, { from: LEAST });
  checkNumber("samples", samples, { from: LEAST });
  const of = (source: "examinees" | "items" | "interaction" | "samples") =>
    Math.max(0, checkNumber(`components.${source}`, components[source] ?? 0));
  const relative = (of("interaction") + of("samples") / samples) / items;
  const absolute = relative + of("items") / items;
  const wanted = of("examinees");
  return {
    items,
    samples,
    relativeError: Math.sqrt(relative),
    absoluteError: Math.sqrt(absolute),
    reliability: wanted / (wanted + relative),
    dependability: wanted / (wanted + absolute),
  };
}
