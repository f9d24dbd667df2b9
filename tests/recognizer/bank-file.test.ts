import { describe, expect, it } from "vitest";
import { header, packBanks, unpackBanks } from "../../src/recognizer/bank-file.js";
import type { BankWeights } from "../../src/recognizer/head-bank.js";

const bank: BankWeights = {
  name: "small",
  heads: ["a", "b"],
  terms: Uint32Array.of(7, 4_000_000_000, 12),
  rarity: Float32Array.of(1, 2, 3),
  weights: Float32Array.of(0.5, -1, 0, 2, -0.25, 1),
  dense: new Float32Array(200).fill(0.125),
  bias: Float32Array.of(-1, 1),
  platt: Float32Array.of(1, 0, 2, 0.5),
};

describe("a weights file", () => {
  it("gives back what was packed, term weights to within half a step of eight bits", () => {
    const [back] = unpackBanks([header(bank)], packBanks([bank]));
    expect(back.terms).toEqual(bank.terms);
    expect(back.dense).toEqual(bank.dense);
    expect(back.platt).toEqual(bank.platt);
    for (const [at, weight] of bank.weights.entries())
      expect(Math.abs(back.weights[at] - weight)).toBeLessThan(2 / 127 / 2 + 1e-6);
  });

  it("that does not fit its header says so, and what to do", () => {
    const bytes = packBanks([bank]).slice(4);
    expect(() => unpackBanks([header(bank)], bytes)).toThrow(/expected \d+ bytes.*npm run train/);
  });
});
