import type { DimensionId } from "../values/value-system.js";

/** Where everyday text lies on a score, and how widely it spreads. */
export interface Scale {
  readonly mean: number;
  readonly spread: number;
}

/** The scales of one system's reading, all found from the everyday text that ships. */
export interface SystemScales {
  /** The dimensions they were found for. */
  readonly dimensions: readonly DimensionId[];
  /** By part, by dimension. */
  readonly parts: Readonly<Record<string, readonly Scale[]>>;
  /** By dimension, of the weighted sum of parts. */
  readonly sums: readonly Scale[];
  /** By alarm head. */
  readonly alarms: readonly Scale[];
  /** Of the head that reads whole replies, where the system has one. */
  readonly tilt: Scale | null;
}

/** data/recognizer/scales.json: what a reader would find out again, kept so that it starts at once. */
export interface ScaleFile {
  readonly about: string;
  readonly systems: Readonly<Record<string, SystemScales>>;
  /** The mean direction of everyday sentences. */
  readonly common: readonly number[];
}

/** The scales kept for a system, where its dimensions are still the same. */
export function knownScales(
  file: ScaleFile | null,
  system: string,
  dimensions: readonly DimensionId[],
): SystemScales | null {
  if (file === null || !Object.hasOwn(file.systems, system)) return null;
  const known = file.systems[system];
  return known.dimensions.join() === dimensions.join() ? known : null;
}

/** Mean and standard deviation of each column; a column without spread keeps the spread 1. */
export function scalesOf(rows: readonly ArrayLike<number>[]): readonly Scale[] {
  return Array.from(rows[0], (_, at) => {
    let sum = 0;
    for (const row of rows) sum += row[at];
    const mean = sum / rows.length;
    let square = 0;
    for (const row of rows) square += (row[at] - mean) ** 2;
    const deviation = Math.sqrt(square / rows.length);
    return { mean, spread: deviation > 1e-9 ? deviation : 1 };
  });
}
