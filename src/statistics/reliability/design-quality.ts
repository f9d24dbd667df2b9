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
  /**
   * Generalizability: the share of the variance of means that lies between examinees. 1 is a
   * perfect order.
   */
  readonly reliability: number;
  /** Dependability: the same for the numbers themselves, items' differences counting as error. */
  readonly dependability: number;
}

/** Fewer or more items or samples than these are a mistake. */
const LEAST = 1e-6;
const MOST = 1e12;
/** A smaller variance is none: nothing that divides by it would be left in a double. */
const FAINT = 1e-200;

/**
 * How good examinees' mean scores would be with so many items and so many samples of each: the
 * planning half of a variance budget. Negative estimates (and those below 1e-200) count as 0. Where
 * the noise of samples is unknown it stands in the interaction, and `samples` changes nothing.
 *
 * @param components  as `varianceComponents` gives them
 * @param design      `items` and `samples`, means and fractions allowed, each from 1e-6 to 1e12
 * @returns reliability and dependability are NaN where there is neither variance between examinees
 * nor error
 * @throws ArgumentError where `items` or `samples` is out of range, or a component is no finite
 * number
 *
 * Source: Brennan 2001.
 *
 * @example
 * const counts = { examinees: 9, items: 20, cells: 180, scores: 360 };
 * const components = { examinees: 0.04, items: 0.02, interaction: 0.06, samples: 0.08, counts };
 * designQuality(components, { items: 20, samples: 2 }).reliability; // => 0.888889 (± 1e-6)
 * designQuality(components, { items: 20, samples: 2 }).absoluteError; // => 0.0774597 (± 1e-6)
 * designQuality(components, { items: 0, samples: 2 }); // throws /items must be a finite number from 0.000001/
 */
export function designQuality(
  components: VarianceComponents,
  { items, samples }: { readonly items: number; readonly samples: number },
): DesignQuality {
  checkNumber("items", items, { from: LEAST, to: MOST });
  checkNumber("samples", samples, { from: LEAST, to: MOST });
  const of = (source: "examinees" | "items" | "interaction" | "samples") => {
    const estimate = checkNumber(`components.${source}`, components[source] ?? 0);
    return estimate < FAINT ? 0 : estimate;
  };
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
