import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Judgement, readJudgement } from "../../../src/recognizer/judge/read-judgement.js";
import { SpoiltAnswer } from "../../../src/recognizer/prompting/strict-json.js";
import { judgedReply, judgedSystem, malformedVerdicts } from "./malformed-verdicts.js";

/** The judgement, or what is wrong with the answer. */
function read(answer: string): Judgement | SpoiltAnswer {
  try {
    return readJudgement(answer, judgedSystem, judgedReply);
  } catch (error) {
    if (error instanceof SpoiltAnswer) return error;
    throw error;
  }
}

describe("J1: every malformed verdict has its outcome, and none a default", () => {
  test("the corpus is large enough", () => {
    expect(malformedVerdicts.length).toBeGreaterThanOrEqual(120);
    expect(new Set(malformedVerdicts.map(([, , text]) => text)).size).toBe(
      malformedVerdicts.length,
    );
  });

  test.each(malformedVerdicts)("%s: %s", (_, expected, answer) => {
    const result = read(answer);
    expect(result instanceof SpoiltAnswer ? "re-ask" : "accept").toBe(expected);
    if (!(result instanceof SpoiltAnswer)) {
      expect(Object.keys(result.dimensions)).toEqual(["care", "fairness"]);
      for (const { stance, evidence } of Object.values(result.dimensions))
        expect(evidence).toHaveLength(stance === "unrelated" ? 0 : 1);
    } else {
      expect(result.message.length).toBeGreaterThan(10);
      expect(result.message.length).toBeLessThan(200);
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
        expect(read(text)).toBeDefined();
      }),
      { numRuns: runs, seed: 7 },
    );
  });
});
