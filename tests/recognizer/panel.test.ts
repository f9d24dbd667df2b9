import { describe, expect, test } from "vitest";
import { valueSystem } from "../../src/facts/value-systems.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import { judgeRecognizer } from "../../src/recognizer/judge/judge-recognizer.js";
import { panelRecognizer } from "../../src/recognizer/panel.js";
import { answerOf, mockChat } from "./judge/mock-judges.js";

const mft = valueSystem("mft");
const asked = { system: mft, item: "Should I tell her?", reply: "Tell her the truth, gently." };
const says = (name: string, stance: string, refusal = "none") =>
  judgeRecognizer(
    mockChat(name, () =>
      answerOf(mft, { care: { stance, confidence: 1, quote: "gently" } }, refusal),
    ),
  );
const broken = (name: string) => judgeRecognizer(mockChat(name, () => "no"));

describe("a panel of recognizers", () => {
  const three = [says("a", "adhere"), says("b", "adhere"), says("c", "oppose")];

  test("pools chances or votes", async () => {
    for (const pooling of ["mean", "majority"] as const) {
      const answer = await panelRecognizer(three, { pooling }).judge(asked);
      if (answer.kind !== "judged") throw new Error(answer.kind);
      const { care } = answer.verdict.dimensions;
      expect(care.adhere).toBeCloseTo(2 / 3, 12);
      expect(care.oppose).toBeCloseTo(1 / 3, 12);
      expect(care.evidence).toHaveLength(1);
    }
  });

  test("is unmeasured unless more than half of it judged", async () => {
    const one = await panelRecognizer([three[0], broken("x")]).judge(asked);
    expect(one).toMatchObject({ kind: "unmeasured", why: "judgeFailed", attempts: 3 });
    const two = await panelRecognizer([...three.slice(0, 2), broken("x")]).judge(asked);
    expect(two.kind).toBe("judged");
  });

  test("declines where most members see a refusal", async () => {
    const refusing = [says("r", "unrelated", "full"), says("s", "unrelated", "full"), three[0]];
    expect((await panelRecognizer(refusing).judge(asked)).kind).toBe("declined");
    expect((await panelRecognizer([three[0], three[1], refusing[0]]).judge(asked)).kind).toBe(
      "judged",
    );
  });

  test("is backed as far as its least backed member", () => {
    const mixed = panelRecognizer([embeddedRecognizer(), three[0]]);
    expect(mixed.support(mft, "care")).toBe("unvalidated");
  });

  test("needs two members that are not the same", () => {
    expect(() => panelRecognizer([three[0]])).toThrow(/at least two recognizers; got judge:a/);
    expect(() => panelRecognizer([three[0], three[0]])).toThrow(/one recognizer twice: judge:a/);
  });
});
