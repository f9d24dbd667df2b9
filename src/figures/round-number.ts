/**
 * A number as figures print it: rounded, without trailing zeros, never `-0`.
 *
 * @param decimals  2 unless said otherwise
 * @example
 * roundNumber(1 / 3); // => "0.33"
 * roundNumber(-0.001); // => "0"
 */
export function roundNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) throw new RangeError(`a figure needs finite numbers: ${value}`);
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded);
}
