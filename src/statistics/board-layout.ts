import { ArgumentError } from "./argument-error.js";
import { checkNumbers } from "./check-argument.js";

/**
 * Examinees by dimensions by items by samples; `null` or an empty list where an item has no
 * reading.
 */
export type BoardReadings = readonly (readonly (readonly (readonly number[] | null)[])[])[];

/**
 * Dimensions that share items, and so must share their draws. Its readings stand item by item, in
 * one row a dimension and examinee, so that one pass over memory serves all of them.
 */
export interface BoardGroup {
  /** The dimensions, by their place on the board. */
  readonly dimensions: readonly number[];
  readonly items: number;
  /** Item means: items by (dimensions of the group by examinees); 0 where there is none. */
  readonly means: Float64Array;
  /** 1 where there is a mean; `null` when there is one everywhere. */
  readonly present: Uint8Array | null;
}

/**
 * Sorts the dimensions of a board into groups that share items, and lays each group out for
 * resampling.
 *
 * @param readings  examinees by dimensions by items by samples
 * @param items     for every dimension the names of its items; `null`: item j is the same item in
 * every dimension
 * @throws ArgumentError when shapes differ or a reading is not finite
 * @example
 * const readings = [[[[1, 0]], [[0, 0]]]];
 * boardLayout(readings, null).map(({ dimensions }) => dimensions); // => [[0, 1]]
 * boardLayout(readings, [["a"], ["b"]]).map(({ dimensions }) => dimensions); // => [[0], [1]]
 */
export function boardLayout(
  readings: BoardReadings,
  items: readonly (readonly string[])[] | null,
): BoardGroup[] {
  const names = itemNames(readings, items);
  return groupsOf(names).map((dimensions) => layGroup(readings, names, dimensions));
}

function itemNames(
  readings: BoardReadings,
  items: readonly (readonly string[])[] | null,
): readonly (readonly string[])[] {
  const first = readings[0];
  if (!first?.[0]?.length)
    throw new ArgumentError("readings", "must hold an examinee, a dimension and an item", readings);
  const names = items ?? first.map(() => first[0].map((_, item) => `${item}`));
  if (names.length !== first.length)
    throw new ArgumentError("items", `must be given for ${first.length} dimensions`, items);
  names.forEach((own, k) => {
    if (own.length === 0 || new Set(own).size < own.length)
      throw new ArgumentError(`items[${k}]`, "must name one item or more, each once", own);
  });
  for (const [examinee, dimensions] of readings.entries()) {
    const place = `readings[${examinee}]`;
    if (dimensions.length !== names.length)
      throw new ArgumentError(place, `must hold ${names.length} dimensions`, dimensions);
    for (const [k, cells] of dimensions.entries())
      if (cells.length !== names[k].length)
        throw new ArgumentError(`${place}[${k}]`, `must hold ${names[k].length} items`, cells);
  }
  return names;
}

/**
 * Dimensions connected by items, directly or through others, in the order of their first member.
 */
function groupsOf(names: readonly (readonly string[])[]): readonly (readonly number[])[] {
  let groups: { items: Set<string>; dimensions: number[] }[] = [];
  for (const [k, own] of names.entries()) {
    const joined = groups.filter(({ items }) => own.some((name) => items.has(name)));
    const group = {
      items: new Set([...joined.flatMap(({ items }) => [...items]), ...own]),
      dimensions: [...joined.flatMap(({ dimensions }) => dimensions), k].sort((a, b) => a - b),
    };
    groups = [...groups.filter((other) => !joined.includes(other)), group];
  }
  return groups.map(({ dimensions }) => dimensions).sort((a, b) => a[0] - b[0]);
}

function layGroup(
  readings: BoardReadings,
  names: readonly (readonly string[])[],
  dimensions: readonly number[],
): BoardGroup {
  const all = [...new Set(dimensions.flatMap((k) => names[k]))];
  const placeOf = new Map(all.map((name, place) => [name, place]));
  const width = dimensions.length * readings.length;
  const means = new Float64Array(all.length * width);
  const present = new Uint8Array(all.length * width);
  for (const [column, k] of dimensions.entries())
    for (const [examinee, board] of readings.entries())
      for (const [item, samples] of board[k].entries()) {
        if (samples === null || samples.length === 0) continue;
        const place = placeOf.get(names[k][item]) ?? 0;
        const at = place * width + column * readings.length + examinee;
        means[at] = meanOf(samples, examinee, k, item);
        present[at] = 1;
      }
  const whole = present.every((one) => one === 1);
  return { dimensions, items: all.length, means, present: whole ? null : present };
}

function meanOf(samples: readonly number[], examinee: number, k: number, item: number): number {
  let sum = 0;
  for (const sample of samples) sum += sample;
  const mean = sum / samples.length;
  // Asked again with names only where something is wrong: a name costs more than the sum.
  if (!(Math.abs(sum) <= 1e100) || samples.some((sample) => !(Math.abs(sample) <= 1e100)))
    checkNumbers(`readings[${examinee}][${k}][${item}]`, samples);
  return mean;
}
