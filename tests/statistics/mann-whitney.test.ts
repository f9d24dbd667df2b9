import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannWhitney } from "../../src/statistics/mann-whitney.js";

describe("mannWhitney", () => {
  // Expected values: scipy 1.17.1, stats.mannwhitneyu(x, y), method "auto".
  test.each([
    [[4, 5, 6], [1, 2, 3], 9.0, 0.1],
    [[1, 2, 2, 4], [2, 3, 5, 6, 7], 3.0, 0.10536405287],
    [[1.5, 2.5, 9], [1, 2, 3, 4, 5, 6, 7, 8], 11.0, 0.921212121212],
    [
      [30, 75, 69, 16, 47, 77, 60, 80, 74, 8, 1, 33],
      [170, 129, 124, 191, 160, 169, 207, 150, 181, 210],
      0.0,
      8.73392658836e-5,
    ],
    [
      [9, 14, 40, 59, 55, 33, 24, 47, 0, 42, 49, 4],
      [10, 48, 37, 2, 19, 49, 1, 52, 17],
      60.5,
      0.669714449639,
    ],
    [[3, 1, 4], [1, 5, 9, 2, 6], 4.5, 0.453355504598],
    [
      [120, 152, 184, 98, 182, 108, 100],
      [187, 147, 113, 35, 93, 25, 9, 127, 55, 67, 173, 111, 199, 161, 77, 107, 129, 99, 89, 137],
      91.0,
      0.263455063455,
    ],
  ] as const)("%j against %j is as scipy has it", (x, y, u, p) => {
    const got = mannWhitney(x, y);
    expect(got.u).toBeCloseTo(u, 10);
    expect(got.p).toBeCloseTo(p, 7);
  });

  test("does not depend on which group comes first, nor on any stretching that keeps the order", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const there = mannWhitney(x, y);
        const back = mannWhitney(y, x);
        expect(there.u + back.u).toBeCloseTo(x.length * y.length, 8);
        const same = (a: number, b: number) =>
          Number.isNaN(a) ? expect(b).toBeNaN() : expect(b).toBeCloseTo(a, 8);
        same(there.p, back.p);
        const stretched = mannWhitney(
          x.map((one) => one ** 3),
          y.map((one) => one ** 3),
        );
        same(there.p, stretched.p);
        if (!Number.isNaN(there.p)) expect(there.p).toBeGreaterThan(0);
      }),
    );
  });

  test("refuses an empty group", () => {
    expect(() => mannWhitney([], [1])).toThrow(/x must hold at least 1 number/);
  });
});
