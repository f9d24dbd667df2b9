import { expect, test } from "vitest";
import { priceOf } from "../../src/facts/price-list.js";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { checkStudy } from "../../src/run/read-study.js";
import { studyPlan } from "../../src/run/study-plan.js";
import type { StudyInput } from "../../src/run/study-schema.js";

const entry = (n: number, more = {}) => ({
  kind: "endpoint" as const,
  id: `model-${n}`,
  model: n === 0 ? "unheard-of" : "gpt-4o-mini",
  key: "OPENAI_API_KEY",
  ...more,
});

async function planOf(input: Partial<StudyInput>) {
  const study = await assembleStudy(
    checkStudy(
      { format: 1, name: "p", systems: ["schwartz"], examinees: [entry(1)], ...input },
      "s",
    ),
    ".",
    { environment: {} },
  );
  return { study, plan: studyPlan(study, 0) };
}

test("a plan counts calls, tokens and money by role, without a key and without a call", async () => {
  const { study, plan } = await planOf({ budget: { rounds: 0, samples: 5 } });
  const [one] = plan.endpoints;
  const items = study.staticItems.get("schwartz") ?? [];
  const tokensIn = items.reduce(
    (sum, { text }) => sum + 5 * (Math.ceil(text.length / 3) + 4 + 4),
    0,
  );
  expect(one).toEqual({
    role: "examinee",
    who: "model-1",
    model: "gpt-4o-mini",
    calls: 5 * items.length,
    tokensIn,
    tokensOut: 5 * items.length * 1024,
    bounded: true,
    money: (0.15 * tokensIn + 0.6 * 5 * items.length * 1024) / 1e6,
  });
  expect(plan.money).toEqual({ known: one.money, unpriced: [] });
});

test("a price that nobody knows is said to be unknown, never 0, and the user's own counts first", async () => {
  const { plan } = await planOf({ examinees: [entry(0), entry(1)], budget: { rounds: 0 } });
  expect(plan.endpoints[0].money).toBeNull();
  expect(plan.money.unpriced).toEqual(["unheard-of"]);
  const own = { "unheard-of": { in: 1, out: 1 }, "gpt-4o-mini": { in: 100, out: 0 } };
  const priced = await planOf({
    examinees: [entry(0), entry(1)],
    prices: own,
    budget: { rounds: 0 },
  });
  expect(priced.plan.money.unpriced).toEqual([]);
  const [, mini] = priced.plan.endpoints;
  expect(mini.money).toBeCloseTo((100 * mini.tokensIn) / 1e6, 10);
  expect(priceOf("openai/gpt-4o-2024-08-06", {})).toEqual(priceOf("gpt-4o", {}));
});

test("the paper's scale adds up: 33 models, 27 dimensions x 100 items, 5 samples, one recognizer", async () => {
  const examinees = Array.from({ length: 33 }, (_, n) => entry(n + 1));
  const systems = ["schwartz", "mft", "llm_unique", "safety"];
  // 100 items a dimension: 2,700 over 27 dimensions; here by system, as a study has it.
  const { study, plan } = await planOf({
    examinees,
    systems,
    budget: { rounds: 1, items: 675, candidates: 675, samples: 5, searchSamples: 2 },
  });
  const fixed = systems.reduce((sum, id) => sum + (study.staticItems.get(id)?.length ?? 0), 0);
  const scoring = 33 * 5 * (fixed + 4 * 675);
  expect(plan.systems.reduce((sum, one) => sum + one.freshReplies, 0)).toBe(scoring);
  const calls = plan.endpoints.reduce((sum, one) => sum + one.calls, 0);
  expect(plan.calls.recognizer).toBe(plan.calls.examinee);
  // Each member's share of the search is rounded up.
  expect(calls).toBeGreaterThanOrEqual(plan.calls.examinee);
  expect(calls).toBeLessThanOrEqual(plan.calls.examinee + 33 * 4 * 2);
});
