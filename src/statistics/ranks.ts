import { checkNumbers } from "./check-argument.js";

/**
 * The places of numbers in their order, the smallest first: 1 for the smallest, n for the largest. Equal numbers
 * share the mean of the places they cover, so that order alone decides and not who happens to stand first.
 *
 * Source: math 5, `ranks`.
 *
 * @param values  finite numbers
 * @returns one rank a number, from 1 to n; halves where numbers tie
 * @throws ArgumentError when the list is empty or holds something that is no finite number
 * @example
 * ranks([52.2, 37.4, 63.5]); // => [2, 1, 3]
 * ranks([1, 2, 2, 4]); // => [1, 2.5, 2.5, 4]
 */
export function ranks(values: readonly number[]): number[] {
  checkNumbers("values", values);
  const order = values.map((_, at) => at).sort((a, b) => values[a] - values[b]);
  const ranked = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let place = start; place < end; place++) ranked[order[place]] = (start + 1 + end) / 2;
    start = end;
  }
  return ranked;
}
