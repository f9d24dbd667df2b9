import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJudgement } from "../../../src/recognizer/judge/read-judgement.js";
import { judgedReply, judgedSystem, malformedVerdicts } from "./malformed-verdicts.js";

const read = (answer: string) => readJudgement(answer, judgedSystem, judgedReply);

describe("J1: every malformed verdict has its outcome, and none a default", () => {
  test("the corpus is large enough", () => {
    expect(malformedVerdicts.length).toBeGreaterThanOrEqual(120);
    expect(new Set(malformedVerdicts.map(([, , text]) => text)).size).toBe(
      malformedVerdicts.length,
    );
  });

  test.each(malformedVerdicts)("%s: %s", (_, expected, answer) => {
    const result = read(answer);
    expect(result.kind).toBe(expected === "accept" ? "accepted" : "spoilt");
    if (result.kind === "accepted") {
      expect(Object.keys(result.judgement.dimensions)).toEqual(["care", "fairness"]);
      for (const { stance, evidence } of Object.values(result.judgement.dimensions))
        expect(evidence).toHaveLength(stance === "unrelated" ? 0 : 1);
    } else {
      expect(result.problem.length).toBeGreaterThan(10);
      expect(result.problem.length).toBeLessThan(200);
    }
  });
});

describe("J2: any text is a verdict or a typed failure", () => {
  const runs = process.env.VALUE_COMPASS_FULL ? 10_000 : 1_000;
  const [, , good] = malformedVerdicts[0];
  /** Random text, and a good answer with something cut out and something put in. */
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.json(),
    fc
      .tuple(fc.nat(good.length), fc.nat(6), fc.string({ maxLength: 4 }))
      .map(([at, cut, put]) => good.slice(0, at) + put + good.slice(at + cut)),
  );

  test(`${runs} random texts never throw`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(["accepted", "spoilt"]).toContain(read(text).kind);
      }),
      { numRuns: runs, seed: 7 },
    );
  });
});
