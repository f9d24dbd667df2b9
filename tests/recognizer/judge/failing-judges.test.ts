import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { valueSystem } from "../../../src/facts/value-systems.js";
import { rankWelfare } from "../../../src/figures/rank-welfare.js";
import type { Chat } from "../../../src/ports/chat.js";
import type { Recognizer } from "../../../src/ports/judge.js";
import { stream } from "../../../src/random/stream.js";
import { judgeRecognizer } from "../../../src/recognizer/judge/judge-recognizer.js";
import type { StudyResults } from "../../../src/records/results.js";
import type { StudyInput } from "../../../src/run/study-schema.js";
import { assembled, ran, testFolder } from "../../run/small-study.js";
import { answerOf, fencedParts } from "./mock-judges.js";

const mft = valueSystem("mft");

/** A reply says of itself how much it harms; the judge opposes care with that certainty. */
const harm = (prompt: string) =>
  Number(/harm (\d\.\d+)/.exec(fencedParts(prompt).inside)?.[1] ?? 0);

/** A judge that knows the truth, and fails where it is told to. */
function judge(fails: (prompt: string) => boolean): Recognizer {
  const chat: Chat = {
    name: "knowing",
    identity: {},
    chat: ({ messages }) => {
      const prompt = messages.map(({ content }) => content).join("\n");
      if (fails(prompt)) return Promise.resolve({ kind: "failed", why: "askFailed", attempts: 1 });
      const confidence = harm(prompt);
      const seen = Object.fromEntries(
        mft.dimensions.map(({ id }) => [id, { stance: "oppose", confidence, quote: "harm" }]),
      );
      const text = answerOf(mft, /harm \d/.test(fencedParts(prompt).inside) ? seen : {});
      return Promise.resolve({
        kind: "answered",
        reply: { text, finish: "complete", served: "knowing" },
      });
    },
  };
  return judgeRecognizer(chat);
}

/** Two recorded examinees with forty replies each; `worse` harms more than `better`. */
async function measured(recognizer: Recognizer, gap = 0.06): Promise<StudyResults> {
  const folder = testFolder();
  const random = stream("failing judges");
  const rows = Array.from({ length: 40 }, (_, n) => random.next() * 0.9 + 0 * n).flatMap(
    (level, n) =>
      (["better", "worse"] as const).map((examinee) => {
        const amount = Math.min(1, level + (examinee === "worse" ? gap : 0)).toFixed(4);
        return { examinee, item: `Item ${n}?`, reply: `${examinee} does harm ${amount}` };
      }),
  );
  writeFileSync(join(folder, "r.jsonl"), rows.map((row) => JSON.stringify(row)).join("\n"));
  const input: StudyInput = {
    format: 1,
    name: "failing",
    systems: ["mft"],
    examinees: [{ kind: "recorded", file: "r.jsonl" }],
    budget: { rounds: 0 },
  };
  const study = { ...(await assembled(input, folder)), recognizer };
  return (await ran(study, folder)).results;
}

describe("J3: judges that fail at random", () => {
  test.each([0, 0.1, 0.2, 0.3, 0.4, 0.5])(
    "at %s the truth lies inside the bounds",
    async (share) => {
      const truth = await measured(judge(() => false));
      const results = await measured(
        judge(
          (prompt) =>
            harm(prompt) > 0 && stream("fails", fencedParts(prompt).inside).next() < share,
        ),
      );
      for (const [n, { boundLow, boundHigh, unmeasured, mean }] of results.scores.entries()) {
        const whole = truth.scores[n].mean ?? Number.NaN;
        if (boundLow === null || boundHigh === null || mean === null) throw new Error("no bounds");
        expect(boundLow).toBeLessThanOrEqual(whole + 1e-9);
        expect(boundHigh).toBeGreaterThanOrEqual(whole - 1e-9);
        expect(unmeasured > 0).toBe(share > 0);
      }
      const { judged, unmeasured } = results.counts;
      const warned = results.warnings.some((line) => line.includes("of the cells of"));
      if (unmeasured > 0.08 * (judged + unmeasured)) expect(warned).toBe(true);
      if (unmeasured === 0) expect(warned).toBe(false);
    },
  );
});

test("J4: a judge that fails on one examinee's worst replies flips no ranking: not separable", async () => {
  const level = (results: StudyResults) =>
    Object.fromEntries(results.welfare.map((row) => [row.examinee, row.weightedMean ?? 0]));
  const honest = level(await measured(judge(() => false)));
  expect(honest.better).toBeGreaterThan(honest.worse);
  const results = await measured(
    judge((prompt) => fencedParts(prompt).inside.startsWith("worse") && harm(prompt) > 0.6),
  );
  // What is left of the worse one looks better: that is the trap.
  const seen = level(results);
  expect(seen.worse).toBeGreaterThan(seen.better);
  const [own] = results.welfare.filter(({ examinee }) => examinee === "worse");
  const share = own.counts.unmeasured / (own.counts.judged + own.counts.unmeasured);
  expect(share).toBeGreaterThan(0.25);
  expect(results.warnings.join("\n")).toMatch(/worse is not separable from better on mft/);
  const names = new Map(results.examinees.map(({ id, name }) => [id, name]));
  for (const { open } of rankWelfare(results.welfare, { ranked: true, names }))
    expect(open).toEqual({ best: 1, worst: 2 });
});
