/**
 * Round numbers that cover a range, for an axis: at steps of 1, 2 or 5 times a power of ten.
 *
 * @example
 * axisTicks(0, 0.09, 4); // => [0, 0.02, 0.04, 0.06, 0.08, 0.1]
 * axisTicks(0, 0, 4); // => [0, 0.25, 0.5, 0.75, 1]
 */
export function axisTicks(low: number, high: number, about: number): readonly number[] {
  if (!(high > low)) return [0, 0.25, 0.5, 0.75, 1].map((part) => low + part);
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.8) ?? 10;
  const step = factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(10)),
  );
}
