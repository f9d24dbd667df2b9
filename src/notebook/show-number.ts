/**
 * A number for reading: whole numbers as they are, others with three significant digits, or with
 * `digits` decimals where told.
 *
 * @example
 * showNumber(56.341); // => "56.3"
 * showNumber(0.01234); // => "0.0123"
 * showNumber(0.5, 2); // => "0.50"
 * showNumber(12); // => "12"
 */
export function showNumber(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (digits !== undefined) return value.toFixed(digits);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
