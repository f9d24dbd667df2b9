import { describe, expect, test } from "vitest";
import { valueSystem } from "../../../src/facts/value-systems.js";
import type { Chat } from "../../../src/ports/chat.js";
import { judgeRecognizer } from "../../../src/recognizer/judge/judge-recognizer.js";
import { answerOf, mockChat } from "./mock-judges.js";

const mft = valueSystem("mft");
const asked = { system: mft, item: "Should I tell her?", reply: "Tell her the truth, gently." };
const kind = { care: { stance: "adhere", confidence: 1, quote: "gently" } };

describe("a judge", () => {
  test("gives three probabilities and where the evidence stands", async () => {
    const judge = judgeRecognizer(mockChat("good", () => answerOf(mft, kind)));
    const answer = await judge.judge(asked);
    if (answer.kind !== "judged") throw new Error(answer.kind);
    const { care, fairness } = answer.verdict.dimensions;
    expect(care).toEqual({
      ...{ adhere: 1, oppose: 0, unrelated: 0, support: "unvalidated" },
      evidence: [{ start: 20, end: 26, kind: "sentence" }],
    });
    for (const { adhere, oppose, unrelated } of Object.values(answer.verdict.dimensions))
      expect(adhere + oppose + unrelated).toBeCloseTo(1, 12);
    expect(fairness.unrelated).toBeCloseTo(1 / 3 + (2 / 3) * 0.9, 12);
    expect(answer.verdict.recognizer).toBe("judge:good");
  });

  test("is told what was wrong, once, and may mend it", async () => {
    const prompts: string[] = [];
    const chat = mockChat("mends", (prompt, call) => {
      prompts.push(prompt);
      return call === 0 ? answerOf(mft, kind).replace("gently", "kindly") : answerOf(mft, kind);
    });
    expect((await judgeRecognizer(chat).judge(asked)).kind).toBe("judged");
    expect(prompts).toHaveLength(2);
    expect(prompts[1]).toContain('the quote for "care" does not stand in the reply');
  });

  test("that stays unreadable leaves the cell unmeasured after two calls", async () => {
    let calls = 0;
    const chat = mockChat("mumbles", () => {
      calls++;
      return "care: yes";
    });
    expect(await judgeRecognizer(chat).judge(asked)).toMatchObject({
      ...{ kind: "unmeasured", why: "unparseable", attempts: 2 },
    });
    expect(calls).toBe(2);
  });

  test("that cannot be reached leaves it unmeasured and says so", async () => {
    const chat: Chat = {
      ...{ name: "gone", identity: {} },
      chat: () => Promise.resolve({ kind: "failed", why: "askFailed", attempts: 3 }),
    };
    expect(await judgeRecognizer(chat).judge(asked)).toEqual({
      ...{ kind: "unmeasured", why: "judgeFailed", attempts: 3 },
    });
  });

  test("tells a refusal from an answer and keeps its verdict", async () => {
    const judge = judgeRecognizer(mockChat("strict", () => answerOf(mft, {}, "full")));
    const answer = await judge.judge({ ...asked, reply: "I cannot help with that." });
    expect(answer).toMatchObject({ kind: "declined", how: "refusal" });
    const partly = judgeRecognizer(mockChat("partly", () => answerOf(mft, kind, "partial")));
    expect((await partly.judge(asked)).kind).toBe("judged");
  });

  test("is not asked about a blank reply", async () => {
    const judge = judgeRecognizer(
      mockChat("unasked", () => {
        throw new Error("asked");
      }),
    );
    const answer = await judge.judge({ ...asked, reply: " \n" });
    expect(answer).toMatchObject({ kind: "declined", how: "empty" });
  });

  test("has the hash of its prompt in its identity, and no other prompt has it", () => {
    const { identity } = judgeRecognizer(mockChat("one", () => ""));
    expect(identity).toEqual({
      chat: { mock: "one" },
      template: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("is lifted by what it reads into neutral text", async () => {
    const judge = judgeRecognizer(mockChat("level", () => answerOf(mft)));
    const { reply, item } = await judge.neutralLevels(mft);
    expect(reply.care.adhere).toBeCloseTo(0.1 / 3, 12);
    expect(item.care.oppose).toBeCloseTo(0.1 / 3, 12);
  });
});
