import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { silent } from "../../src/ports/progress.js";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { EMULATED_JUDGE, emulatedModels } from "../../src/run/emulated-models.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { checkStudy } from "../../src/run/read-study.js";
import { type RunOptions, type RunReport, runStudy } from "../../src/run/run-study.js";
import { studyPlan } from "../../src/run/study-plan.js";
import type { StudyInput } from "../../src/run/study-schema.js";
import { answerOf, fencedParts, obeying } from "../recognizer/judge/mock-judges.js";
import { bytesOf, testFolder } from "./small-study.js";

const mft = valueSystem("mft");
let emulator: Emulator;
/** Turned on by a test: the judge that changes its mind. */
let contrary = false;
beforeAll(async () => {
  const models = emulatedModels(7);
  const judge = models[EMULATED_JUDGE];
  emulator = await startEmulator({
    models: {
      ...models,
      gullible: ({ messages }) =>
        obeying(mft, fencedParts(messages.map(({ content }) => content).join("\n")).inside),
      moody: async (ask) =>
        contrary ? (await judge(ask)).replaceAll('"adhere"', '"oppose"') : judge(ask),
      second: async (ask) =>
        (ask.messages[1]?.content.length ?? 0) % 3 === 0 ? answerOf(mft) : judge(ask),
    },
  });
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.misbehave({});
  contrary = false;
});

const judgeEntry = (model = EMULATED_JUDGE, more = {}) => ({
  judge: { baseUrl: emulator.url, model, limits: { concurrency: 16, maxRetries: 8 } },
  ...more,
});

/** Two simulated examinees on the static items of one system. */
function studyOf(
  recognizer: NonNullable<StudyInput["roles"]>["recognizer"],
  more: Partial<StudyInput> = {},
): StudyInput {
  return {
    format: 1,
    name: "judged",
    systems: ["mft"],
    examinees: ["sim:guardian", "sim:explorer"].map((id) => ({ kind: "archetype" as const, id })),
    roles: { recognizer },
    budget: { rounds: 0, samples: 1 },
    seed: 3,
    ...more,
  };
}

async function run(
  input: StudyInput,
  folder = testFolder(),
  options: Partial<RunOptions> = {},
): Promise<RunReport & { readonly notes: readonly string[] }> {
  const notes: string[] = [];
  const study = await assembleStudy(checkStudy(input, "study.json"), folder, { environment: {} });
  const report = await runStudy(study, folder, {
    concurrency: 8,
    progress: { ...silent, note: (line) => notes.push(line) },
    signal: new AbortController().signal,
    ...options,
  });
  return { ...report, notes };
}

const requests = () => emulator.served().requests;

describe("a study whose recognizer is a judge over an endpoint", () => {
  test("judges every reply once, sings canaries, and gives the same bytes from its journal without a call", async () => {
    const folder = testFolder();
    const { results, spent } = await run(studyOf(judgeEntry()), folder);
    expect(results.recognizer).toBe(`judge:${EMULATED_JUDGE}`);
    expect(results.counts.judged).toBeGreaterThan(20);
    expect(results.counts.unmeasured).toBe(0);
    expect(results.scores.every(({ support }) => support === "unvalidated")).toBe(true);
    expect(results.trust?.canaries).toMatchObject([{ system: "mft", unmeasured: 0 }]);
    expect(spent.tokensIn).toBeGreaterThan(1000);
    const [bytes, asked] = [bytesOf(folder), requests()];
    await run(studyOf(judgeEntry()), folder);
    expect(requests()).toBe(asked);
    expect(bytesOf(folder)).toEqual(bytes);
    const other = testFolder();
    await run(studyOf(judgeEntry()), other, { concurrency: 1 });
    expect(bytesOf(other)).toEqual(bytes);
  });

  test("that is stopped in the middle goes on, asks nothing twice, and ends with the same bytes", async () => {
    const whole = testFolder();
    const before = requests();
    await run(studyOf(judgeEntry()), whole);
    const needed = requests() - before;
    emulator.misbehave({ latency: { kind: "fixed", ms: 20 } });
    const folder = testFolder();
    const stop = new AbortController();
    const from = requests();
    const ticker = setInterval(() => requests() - from > needed / 2 && stop.abort(), 5);
    await expect(run(studyOf(judgeEntry()), folder, { signal: stop.signal })).rejects.toThrow();
    clearInterval(ticker);
    const cut = requests() - from;
    expect(cut).toBeLessThan(needed);
    emulator.misbehave({});
    await run(studyOf(judgeEntry()), folder);
    // What was under way when it stopped is asked again, and nothing else.
    expect(requests() - from).toBeLessThanOrEqual(needed + 48);
    expect(bytesOf(folder)).toEqual(bytesOf(whole));
  });

  test("with rubbish in three answers of ten leaves cells unmeasured by reason, and scores none by default", async () => {
    emulator.misbehave({ rubbish: { share: 0.3, models: [EMULATED_JUDGE] } });
    const folder = testFolder();
    const { results, notes } = await run(studyOf(judgeEntry()), folder);
    const { judged, declined, unmeasured } = results.counts;
    expect(unmeasured).toBeGreaterThan(0);
    expect(unmeasured).toBeLessThan(0.3 * (judged + declined + unmeasured));
    expect(results.warnings.join("\n")).toContain("its answers, asked for twice, cannot be read");
    expect(notes.filter((line) => line.includes("cannot be read"))).toHaveLength(1);
    emulator.misbehave({});
    const sound = await run(studyOf(judgeEntry()), testFolder());
    for (const [n, score] of results.scores.entries()) {
      const { mean } = sound.results.scores[n];
      if (mean === null || score.boundLow === null || score.boundHigh === null) continue;
      expect(mean).toBeGreaterThanOrEqual(score.boundLow - 1e-9);
      expect(mean).toBeLessThanOrEqual(score.boundHigh + 1e-9);
    }
  });

  test("faults that pass change no byte", async () => {
    const plain = testFolder();
    await run(studyOf(judgeEntry()), plain);
    emulator.misbehave({ faults: { serverError: 0.05, reset: 0.05, malformedJson: 0.05 } });
    const folder = testFolder();
    await run(studyOf(judgeEntry()), folder);
    expect(bytesOf(folder)).toEqual(bytesOf(plain));
  });

  test("that cannot be had at all ends in one line before anything is measured", async () => {
    emulator.misbehave({ faults: { quota: 1 } });
    const before = requests();
    await expect(run(studyOf(judgeEntry()))).rejects.toThrow(/plain sentences that come first/);
    expect(requests() - before).toBe(1);
  });

  test("stops at a cap on calls, never one call beyond it, and goes on with a greater one", async () => {
    const folder = testFolder();
    const before = requests();
    const capped = await run(studyOf(judgeEntry(), { caps: { calls: 90 } }), folder);
    expect(capped.stoppedAtCap?.message).toMatch(/90/);
    expect(capped.spent.calls).toBeLessThanOrEqual(90);
    expect(capped.results.counts.unmeasured).toBeGreaterThan(0);
    await run(studyOf(judgeEntry()), folder);
    const whole = testFolder();
    await run(studyOf(judgeEntry()), whole);
    expect(bytesOf(folder, ["results"])).toEqual(bytesOf(whole, ["results"]));
    expect(requests()).toBeGreaterThan(before);
  });

  test("is refused a cap on money while nobody knows its price, and a price bounds it", async () => {
    const caps = { money: 1 };
    await expect(run(studyOf(judgeEntry(), { caps }))).rejects.toThrow(
      /nobody knows what emulated-judge costs/,
    );
    const prices = { [EMULATED_JUDGE]: { in: 1, out: 1 } };
    const { spent } = await run(studyOf(judgeEntry(), { caps: { money: 0.01 }, prices }));
    expect(spent.money).toBeLessThanOrEqual(0.01);
  });

  test("plans calls, tokens and money of its recognizer, and calls nobody", async () => {
    const before = requests();
    const prices = { [EMULATED_JUDGE]: { in: 1, out: 2 } };
    const config = checkStudy(studyOf(judgeEntry(), { prices }), "study.json");
    const plan = studyPlan(await assembleStudy(config, "."), 0);
    const [one] = plan.endpoints;
    const items = 20;
    expect(one).toMatchObject({ role: "recognizer", who: EMULATED_JUDGE, bounded: true });
    // Two replies and one reading of each item, 24 neutral texts, 21 canaries.
    expect(one.calls).toBe(plan.calls.examinee * 1.5 + 24 + 21);
    expect(plan.calls.examinee).toBeGreaterThanOrEqual(items);
    expect(one.money).toBeCloseTo((one.tokensIn + 2 * one.tokensOut) / 1e6, 10);
    expect(requests()).toBe(before);
    const { spent } = await run(studyOf(judgeEntry(), { prices }));
    expect(spent.calls).toBeLessThanOrEqual(one.calls + plan.calls.examinee);
    expect(spent.tokensIn).toBeLessThanOrEqual(one.tokensIn);
  });

  test("J5: a judge that is an examinee is refused by name; the override stands in the manifest", async () => {
    const examinees: StudyInput["examinees"] = [
      { kind: "endpoint", id: "contestant", baseUrl: emulator.url, model: EMULATED_JUDGE },
      { kind: "archetype", id: "sim:explorer" },
    ];
    await expect(run(studyOf(judgeEntry(), { examinees }))).rejects.toThrow(
      /would let the examinee contestant judge itself; got emulated-judge/,
    );
    const folder = testFolder();
    await run(studyOf(judgeEntry(EMULATED_JUDGE, { judgesItself: true }), { examinees }), folder);
    const manifest = readFileSync(join(folder, "rounds/0/manifest.json"), "utf8");
    expect(manifest).toContain('"judgesItself": true');
  });

  test("judge --again with a judge that changed its mind writes the new verdicts", async () => {
    const folder = testFolder();
    const first = await run(studyOf(judgeEntry("moody")), folder);
    contrary = true;
    const again = await run(studyOf(judgeEntry("moody")), folder, {
      asking: false,
      rejudging: true,
    });
    expect(again.rejudged?.changed).toBeGreaterThan(5);
    const mean = ({ results }: RunReport) => results.scores.map((score) => score.mean);
    expect(mean(again)).not.toEqual(mean(first));
    contrary = false;
    const later = await run(studyOf(judgeEntry("moody")), folder);
    expect(mean(later)).toEqual(mean(again));
    const journal = openJournal(join(folder, "journal.db"));
    expect(journal.check().damaged).toBe(0);
    journal.close();
  });

  test("S4: a judge that obeys the replies is found out, and the run says so", async () => {
    const { results } = await run(studyOf(judgeEntry("gullible")));
    expect(results.trust?.canaries[0].verdict).toBe("compromised");
    expect(results.warnings.join("\n")).toContain("recognizer compromised on mft");
  });

  test("several samples of a judge are one verdict", async () => {
    const before = requests();
    const { results } = await run(studyOf(judgeEntry(EMULATED_JUDGE, { samples: 3 })));
    expect(requests() - before).toBeGreaterThan(3 * 80);
    expect(results.counts.unmeasured).toBe(0);
  });
});

describe("a study whose recognizer is a panel", () => {
  const panel = (pooling: "mean" | "majority" = "mean") => ({
    panel: ["embedded" as const, judgeEntry(), judgeEntry("second")],
    pooling,
  });

  test("tells how far its members agree and what they are worth, and its intervals carry it", async () => {
    const folder = testFolder();
    const { results } = await run(studyOf(panel()), folder);
    const found = results.trust?.panel;
    expect(found?.members).toHaveLength(3);
    expect(found?.rows).toHaveLength(5);
    for (const { replies, effective, alpha, judges } of found?.rows ?? []) {
      expect(replies).toBeGreaterThan(5);
      expect(judges).toBe(3);
      if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1);
      if (effective !== null) expect(effective).toBeLessThanOrEqual(3);
    }
    const before = requests();
    const bytes = bytesOf(folder);
    await run(studyOf(panel()), folder);
    expect(requests()).toBe(before);
    expect(bytesOf(folder)).toEqual(bytes);
    // Another pooling needs no verdict that is not there.
    await run(studyOf(panel("majority")), folder);
    expect(requests()).toBe(before);
    const alone = await run(studyOf("embedded"));
    const width = ({ low, high }: { low: number | null; high: number | null }) =>
      (high ?? 0) - (low ?? 0);
    const wider = results.scores.filter(
      (score, n) => width(score) > width(alone.results.scores[n]),
    );
    expect(wider.length).toBeGreaterThan(0);
  });

  test("with a member that is down goes on with the others, while they are more than half", async () => {
    const down = {
      judge: { baseUrl: "http://127.0.0.1:9/v1", model: "m", limits: { maxRetries: 0 } },
    };
    const { results } = await run(studyOf({ panel: ["embedded", judgeEntry(), down] }));
    expect(results.counts.judged).toBeGreaterThan(20);
    expect(results.counts.unmeasured).toBe(0);
    await expect(run(studyOf({ panel: ["embedded", down] }))).rejects.toThrow(
      /plain sentences that come first/,
    );
  });

  test("refuses one recognizer twice", async () => {
    await expect(run(studyOf({ panel: ["embedded", "embedded"] }))).rejects.toThrow(/twice/);
  });
});

test.each([
  [{ judge: { model: "m" }, prompt: "judge-99" }, /prompt that does not exist.*judge-99/],
  [{ concepts: "sentences", model: "none.json" }, /cannot be read/],
  [{ concepts: { recorded: "none.jsonl" }, model: "none.json" }, /cannot be read/],
  [{ judge: { model: "m", key: "sk-abc123" } }, /recognizer\.judge\.key is not right \(name the/],
  [{ judge: { model: "m", tempratur: 1 } }, /recognizer\.judge does not know the key "tempratur"/],
  [{ panel: ["embedded", { judge: { model: 7 } }] }, /recognizer\.panel\.1\.judge\.model/],
] as const)(
  "a recognizer entry that cannot be used is refused: %j",
  async (recognizer, message) => {
    await expect(run(studyOf(recognizer as never))).rejects.toThrow(message);
  },
);

test("a concept model that is none is refused by its name", async () => {
  const folder = testFolder();
  writeFileSync(join(folder, "model.json"), "{}");
  await expect(
    run(studyOf({ concepts: "sentences", model: "model.json" }), folder),
  ).rejects.toThrow(/model\.json/);
});
