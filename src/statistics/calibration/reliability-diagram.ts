import { checkNumber } from "../check-argument.js";
import { checkForecasts } from "./check-forecasts.js";

/** Forecasts of about the same size, and how often they came true. */
export interface ReliabilityBin {
  /** The forecasts of the bin lie above `from` (the first bin holds `from` too) up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** `null` in an empty bin, as are the next two. */
  readonly meanForecast: number | null;
  readonly shareTrue: number | null;
  /** Mean forecast less share: above 0 means too sure of it. */
  readonly gap: number | null;
}

/** What a reliability diagram draws, with the errors read off it. */
export interface ReliabilityDiagram {
  readonly bins: readonly ReliabilityBin[];
  readonly forecasts: number;
  /** Expected calibration error: the mean size of the gaps, weighted by the bins' counts. */
  readonly expectedError: number;
  /** Maximum calibration error: the largest gap of a bin that is not empty. */
  readonly largestError: number;
}

/** How to sort forecasts into bins. */
export interface BinOptions {
  /** 1 to 10,000; 10 unless said otherwise. */
  readonly bins?: number;
  /** Bins of equal width, or with equally many forecasts each. `width` unless said otherwise. */
  readonly by?: "width" | "mass";
}

const BINS = 10;

/**
 * A reliability diagram: are forecasts of 70 % right 70 % of the time? Forecasts are sorted into
 * bins; in each, the mean forecast is held against the share that came true.
 *
 * `width` bins are (k/B, (k+1)/B], with 0 in the first. `mass` bins take the forecasts in order,
 * ties in the order given, the first n mod B bins one more; with fewer forecasts than bins, the
 * last bins stay empty. Their edges are the forecasts themselves.
 *
 * @param probabilities  forecasts, 0 to 1
 * @param cameTrue       for each, whether it came true
 * @param options        `bins` and `by`
 * @returns the bins with their counts, and both calibration errors, 0 to 1. With few forecasts the
 *   errors come out too large even for a perfect forecaster: show the counts beside them
 * @throws ArgumentError when the lists are empty or differ in length, a forecast is no probability,
 *   or `bins` is out of range
 *
 * Source: Guo et al. 2017; math 4.4.
 *
 * @example
 * const { bins, expectedError } = reliabilityDiagram([0.9, 0.8, 0.3, 0.1], [true, true, false, false], { bins: 2 });
 * bins[1]; // => { from: 0.5, to: 1, count: 2, meanForecast: 0.85, shareTrue: 1, gap: -0.15 } (± 1e-12)
 * expectedError; // => 0.175 (± 1e-12)
 * reliabilityDiagram([0.2], [true], { bins: 2 }).bins[1].gap; // => null
 */
export function reliabilityDiagram(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
  options: BinOptions = {},
): ReliabilityDiagram {
  checkForecasts(probabilities, cameTrue);
  checkNumber("bins", options.bins ?? BINS, { from: 1, to: 10_000, whole: true });
  return diagramOf(probabilities, cameTrue, options);
}

/**
 * A reliability diagram of forecasts that were checked already: for the many resamples of
 * `calibrationError`.
 *
 * @example
 * diagramOf([0.2, 0.4], [false, true], { bins: 1 }).expectedError; // => 0.2 (± 1e-12)
 */
export function diagramOf(
  probabilities: readonly number[],
  cameTrue: readonly boolean[],
  { bins = BINS, by = "width" }: BinOptions,
): ReliabilityDiagram {
  const members = by === "width" ? byWidth(probabilities, bins) : byMass(probabilities, bins);
  const found = members.map((places, bin) => {
    const inBin = (value: (place: number) => number) =>
      places.reduce((sum, place) => sum + value(place), 0) / places.length;
    const [from, to] =
      by === "width"
        ? [bin / bins, (bin + 1) / bins]
        : [probabilities[places[0]] ?? 1, probabilities[places[places.length - 1]] ?? 1];
    if (places.length === 0)
      return { from, to, count: 0, meanForecast: null, shareTrue: null, gap: null };
    return {
      from,
      to,
      count: places.length,
      meanForecast: inBin((place) => probabilities[place]),
      shareTrue: inBin((place) => Number(cameTrue[place])),
      gap: inBin((place) => probabilities[place] - Number(cameTrue[place])),
    };
  });
  const sizes = found.map(({ count, gap }) => ({ count, size: Math.abs(gap ?? 0) }));
  return {
    bins: found,
    forecasts: probabilities.length,
    expectedError:
      sizes.reduce((sum, { count, size }) => sum + count * size, 0) / probabilities.length,
    largestError: Math.max(...sizes.map(({ size }) => size)),
  };
}

function byWidth(probabilities: readonly number[], bins: number): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: bins }, () => []);
  for (const [place, p] of probabilities.entries()) {
    // Compared with the edges themselves: 0.7 times 10 is above 7 in doubles, 7 tenths is 0.7.
    let bin = Math.min(bins - 1, Math.max(0, Math.ceil(p * bins) - 1));
    if (bin > 0 && p <= bin / bins) bin--;
    else if (p > (bin + 1) / bins) bin++;
    members[bin].push(place);
  }
  return members;
}

function byMass(probabilities: readonly number[], bins: number): readonly (readonly number[])[] {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[a] - probabilities[b]);
  const least = Math.floor(order.length / bins);
  const larger = order.length % bins;
  return Array.from({ length: bins }, (_, bin) => {
    const start = bin * least + Math.min(bin, larger);
    return order.slice(start, start + least + (bin < larger ? 1 : 0));
  });
}
