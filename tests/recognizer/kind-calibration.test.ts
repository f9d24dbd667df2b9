import { describe, expect, test } from "vitest";
import { calibratedProbabilities } from "../../src/recognizer/kind-calibration.js";

/** Heads: the one that learned from all kinds, then gate and own head of each of two kinds. */
const kinds = {
  of: 0,
  kinds: [
    { gate: 1, own: 2, slope: 1, offset: 0 },
    { gate: 3, own: 4, slope: 1, offset: -2 },
  ],
};
const platt = Float32Array.from([1, 0, 1, 0, 1, 0, 1, 0, 1, 0]);

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function read(scores: readonly number[]): Float64Array {
  return calibratedProbabilities({ platt, kinds }, scores);
}

describe("a head whose probability depends on the kind of text", () => {
  test("goes by the line and the own head of the kind that the gates are sure of", () => {
    expect(read([1, 40, 2, -40, -9])[0]).toBeCloseTo(
      (1.04 * logistic(0.6 + 0.8) + 0.04 * logistic(-0.6 - 3.6)) / 1.08,
      12,
    );
  });

  test("takes the mean over kinds where the gates cannot tell them apart", () => {
    expect(read([1, -3, 2, -3, 2])[0]).toBeCloseTo(
      (logistic(0.6 + 0.8) + logistic(-0.6 + 0.8)) / 2,
      12,
    );
  });

  test("rises with the shared score and with every own head, and stays within 0 and 1", () => {
    const [least] = read([-1e6, 0, -1e6, 0, -1e6]);
    const [low] = read([0, 0, 0, 0, 0]);
    const [more] = read([0, 0, 1, 0, 0]);
    const [most] = read([1e6, 0, 1e6, 0, 1e6]);
    expect([least, most]).toEqual([0, 1]);
    expect(more).toBeGreaterThan(low);
  });

  test("leaves the other heads to their own lines", () => {
    expect([...read([1, 2, 3, -1, 0])].slice(1)).toEqual([2, 3, -1, 0].map(logistic));
    expect([...calibratedProbabilities({ platt }, [1, 2, 3, -1, 0])]).toEqual(
      [1, 2, 3, -1, 0].map(logistic),
    );
  });
});
