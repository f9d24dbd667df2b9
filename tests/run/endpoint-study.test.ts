import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { silent } from "../../src/ports/progress.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { emulatedModels } from "../../src/run/emulated-models.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { checkStudy } from "../../src/run/read-study.js";
import { type RunOptions, type RunReport, runStudy } from "../../src/run/run-study.js";
import type { StudyInput } from "../../src/run/study-schema.js";
import { bytesOf, testFolder } from "./small-study.js";

const SENTINEL = "sk-sentinel-9f8e7d6c5b4a";
/** One for all runs: it measures its neutral levels once. */
const recognizer = embeddedRecognizer();
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ models: emulatedModels(7) });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.misbehave({}));

type Entry = Extract<StudyInput["examinees"][number], { kind: "endpoint" }>;
const over = (id: string, more: Partial<Entry> = {}): Entry => ({
  kind: "endpoint",
  id,
  baseUrl: emulator.url,
  model: `sim:${id}`,
  ...more,
});

/** Static items alone: 20 items, two examinees, two samples, unless told otherwise. */
function studyOf(more: Partial<StudyInput> = {}): StudyInput {
  return {
    format: 1,
    name: "over endpoints",
    systems: ["schwartz"],
    examinees: [over("guardian"), over("explorer")],
    budget: { rounds: 0, samples: 2 },
    seed: 3,
    ...more,
  };
}

interface Ran extends RunReport {
  readonly notes: readonly string[];
}

async function run(
  input: StudyInput,
  folder = testFolder(),
  options: Partial<RunOptions> = {},
  environment: Record<string, string> = {},
): Promise<Ran> {
  const notes: string[] = [];
  const study = await assembleStudy(checkStudy(input, "study.json"), folder, { environment });
  const report = await runStudy({ ...study, recognizer }, folder, {
    concurrency: 8,
    progress: { ...silent, note: (line) => notes.push(line) },
    signal: new AbortController().signal,
    saving: true,
    ...options,
  });
  return { ...report, notes };
}

describe("a study over endpoints", () => {
  test("K2, N1: asks every sample once, and gives the same bytes at any concurrency and from its journal", async () => {
    const first = testFolder();
    const before = emulator.served();
    const report = await run(studyOf(), first);
    expect(report.asked).toBe(80);
    expect(emulator.served().requests - before.requests).toBe(80);
    expect(report.results.counts.judged).toBeGreaterThan(60);
    expect(report.results.examinees[0]).toMatchObject({ origin: "simulated" });
    const bytes = bytesOf(first);
    for (const concurrency of [1, 8, 64]) {
      const folder = testFolder();
      const limits = { concurrency };
      await run(
        studyOf({ examinees: [over("guardian", { limits }), over("explorer", { limits })] }),
        folder,
      );
      const { "rounds/0/manifest.json": _, ...others } = bytesOf(folder);
      expect(bytes).toMatchObject(others);
    }
    const again = await run(studyOf(), first);
    expect([again.asked, again.reused]).toEqual([0, 80]);
    expect(bytesOf(first)).toEqual(bytes);
  });

  test("faults that pass change no byte, lose nothing and ask for nothing twice", async () => {
    const plain = testFolder();
    await run(studyOf(), plain);
    emulator.misbehave({
      faults: {
        serverError: 0.05,
        reset: 0.05,
        malformedJson: 0.03,
        truncatedBody: 0.03,
        html: 0.02,
      },
      latency: { kind: "uniform", low: 0, high: 10 },
    });
    const folder = testFolder();
    const { answered, repeated } = emulator.served();
    const report = await run(studyOf(), folder);
    expect(emulator.served().answered - answered).toBe(80);
    // The emulator knows these questions from the runs before; each came once more, none twice.
    expect(emulator.served().repeated - repeated).toBe(80);
    expect(bytesOf(folder)).toEqual(bytesOf(plain));
    expect(report.spent.calls).toBeGreaterThan(80);
  });

  test("refusals, filters, emptiness and cut replies are told apart, and none is a good reply", async () => {
    const declined = async (fault: string) => {
      emulator.misbehave({ faults: { [fault]: 1 } });
      const { results } = await run(studyOf({ examinees: [over("guardian")] }));
      return results.counts;
    };
    for (const fault of ["refusal", "filtered", "filterError", "empty"])
      expect(await declined(fault)).toEqual({ judged: 0, declined: 40, unmeasured: 0 });
    for (const fault of ["cutShort"])
      expect(await declined(fault)).toEqual({ judged: 0, declined: 0, unmeasured: 40 });
  });

  test("one examinee that cannot be asked is told in one line; the others go on, its cells are unmeasured", async () => {
    const good = over("guardian");
    for (const [bad, told] of [
      [
        over("nobody"),
        /examinee nobody: the endpoint knows no model "sim:nobody" \(404: .*\); check `model`/,
      ],
      [
        over("explorer", { baseUrl: "http://127.0.0.1:9/v1" }),
        /examinee explorer: the endpoint cannot be reached \(ECONNREFUSED; at http:/,
      ],
      [
        over("explorer", { baseUrl: emulator.url.replace("http", "https") }),
        /examinee explorer: 127.0.0.1:\d+ does not speak https \(.*; write http:/,
      ],
      [
        over("explorer", { baseUrl: emulator.url.replace("/v1", "/v2") }),
        /examinee explorer: the endpoint knows no model/,
      ],
      [
        over("explorer", { extraBody: { strange: 1 } }),
        /examinee explorer: the endpoint refuses a parameter/,
      ],
    ] as const) {
      emulator.misbehave({ refusedParameters: ["strange"] });
      const { results, notes } = await run(studyOf({ examinees: [good, bad] }));
      expect(results.counts.unmeasured).toBe(40);
      expect(results.counts.judged + results.counts.declined).toBe(40);
      expect(results.scores.find(({ examinee }) => examinee === bad.id)?.mean).toBeNull();
      expect(results.warnings.join("\n")).toMatch(told);
      expect(notes.filter((line) => told.test(line))).toHaveLength(1);
    }
    emulator.misbehave({ key: "another" });
    const { results } = await run(
      studyOf({ examinees: [over("guardian", { key: "TEST_KEY" })] }),
      testFolder(),
      {},
      { TEST_KEY: SENTINEL },
    );
    expect(results.warnings.join()).toMatch(/refuses the key in TEST_KEY \(401/);
  });

  test("what is wrong in study.json is told before anything is asked", async () => {
    const before = emulator.served().requests;
    for (const [entry, told] of [
      [over("explorer", { key: "NOT_SET" }), "examinee explorer: NOT_SET is not set"],
      [over("explorer", { baseUrl: "http://169.254.169.254/v1" }), "link-local address"],
      [over("explorer", { key: `${SENTINEL}` }), "never the key itself"],
      [over("explorer", { headers: { Authorization: SENTINEL } }), "never its value"],
      [over("../explorer"), "an id is letters, digits"],
    ] as const) {
      const error = await run(studyOf({ examinees: [entry] })).catch((each: Error) => each);
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toContain(told);
      expect((error as Error).message).not.toContain("sentinel");
    }
    expect(emulator.served().requests).toBe(before);
  });

  test("T9: a model that changes in mid-run is reported at its first reply, and its replies are counted apart", async () => {
    const drifting = await startEmulator({ models: emulatedModels(7), plan: { driftAfter: 30 } });
    const examinees = [over("guardian", { baseUrl: drifting.url, limits: { concurrency: 1 } })];
    const folder = testFolder();
    const { notes, results } = await run(studyOf({ examinees }), folder);
    expect(notes).toEqual([
      'examinee guardian: now "sim:guardian-2" answers, before it was "sim:guardian"',
    ]);
    expect(results.warnings).toEqual([
      'examinee guardian was answered by several models (replies): "sim:guardian" 30, "sim:guardian-2" 10',
    ]);
    const manifest = JSON.parse(readFileSync(join(folder, "rounds/0/manifest.json"), "utf8"));
    expect(manifest.examinees[0].served).toEqual(["sim:guardian", "sim:guardian-2"]);
    await drifting.close();
  });

  test("A4: a key in environment, header and server echo is in no file, no line and no error", async () => {
    const mirror = await startEmulator({
      models: {
        mirror: () => `You are ${SENTINEL}, or ${Buffer.from(SENTINEL).toString("base64")}`,
      },
      plan: { key: SENTINEL, faults: { serverError: 0.1 } },
    });
    const folder = testFolder();
    writeFileSync(join(folder, ".env"), `TEST_KEY=${SENTINEL}\n`);
    const headers = { "X-Api-Key": { env: "TEST_KEY" } };
    const entry = { baseUrl: mirror.url, model: "mirror", key: "TEST_KEY", headers };
    const { notes, results } = await run(studyOf({ examinees: [over("mirror", entry)] }), folder);
    expect(results.counts.unmeasured).toBe(0);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name !== ".env")
      .map((file) => readFileSync(join(file.parentPath, file.name)).toString("latin1"));
    expect(files.length).toBeGreaterThan(3);
    const bytes = Buffer.from(SENTINEL);
    for (const spelling of [
      SENTINEL,
      bytes.toString("base64").replace(/=+$/, ""),
      bytes.toString("hex"),
      encodeURIComponent(SENTINEL),
      [...SENTINEL].reverse().join(""),
      bytes.toString("utf16le"),
    ])
      for (const text of [...files, ...notes, JSON.stringify(results)])
        expect(text).not.toContain(spelling);
    await mirror.close();
  });
});

describe("caps", () => {
  test("B1: a cap of 100 calls at 32 at once is never 101, with faults or without, and what came is scored", async () => {
    for (const faults of [{}, { serverError: 0.1, reset: 0.05 }]) {
      emulator.misbehave({ faults, latency: { kind: "uniform", low: 0, high: 8 } });
      const limits = { concurrency: 32 };
      const examinees = [
        over("guardian", { limits }),
        over("explorer", { limits }),
        over("achiever", { limits }),
      ];
      const input = studyOf({ examinees, caps: { calls: 100 } });
      const before = emulator.served().requests;
      const folder = testFolder();
      const { results, stoppedAtCap, spent } = await run(input, folder);
      expect(emulator.served().requests - before).toBe(100);
      expect(spent.calls).toBe(100);
      expect(stoppedAtCap?.message).toContain("stopped at the cap of 100 calls");
      const { judged, declined, unmeasured } = results.counts;
      expect(judged + declined).toBeGreaterThan(70);
      expect(judged + declined + unmeasured).toBe(120);
      // Raised, it goes on where it stopped.
      const more = await run({ ...input, caps: {} }, folder);
      expect(more.reused).toBe(judged + declined);
      expect(more.results.counts.unmeasured).toBe(0);
    }
  });

  test("B1: caps on tokens and money hold what is under way against them", async () => {
    const prices = { "sim:guardian": { in: 10, out: 30 } };
    const examinees = [over("guardian", { maxTokens: 200, limits: { concurrency: 32 } })];
    const free = await run(studyOf({ examinees, prices }));
    expect(free.spent.money).toBeGreaterThan(0);
    expect(free.spent.unpriced).toBe(0);
    const money = free.spent.money / 2;
    const half = await run(studyOf({ examinees, prices, caps: { money } }));
    expect(half.stoppedAtCap?.what).toBe("money");
    expect(half.spent.money).toBeLessThanOrEqual(money);
    expect(half.asked).toBeGreaterThan(0);
    const tokens = Math.round((free.spent.tokensIn + free.spent.tokensOut) / 2);
    const fewer = await run(studyOf({ examinees, prices, caps: { tokens } }));
    expect(fewer.spent.tokensIn + fewer.spent.tokensOut).toBeLessThanOrEqual(tokens);
    expect(fewer.asked).toBeGreaterThan(0);
  });

  test("a cap on money is refused where a price is unknown", async () => {
    const examinees = [over("real", { model: "unheard-of" })];
    await expect(run(studyOf({ examinees, caps: { money: 1 } }))).rejects.toThrow(
      "caps.money cannot be kept, since nobody knows what real costs",
    );
  });

  test("C9: totals add up over runs", async () => {
    const folder = testFolder();
    const capped = await run(studyOf({ caps: { calls: 30 } }), folder);
    const rest = await run(studyOf(), folder);
    expect(capped.spent.calls).toBe(30);
    expect(rest.spent.calls).toBe(80);
    const journal = openJournal(join(folder, "journal.db"));
    const attempts = [...journal.attempts()];
    journal.close();
    expect(attempts).toHaveLength(80);
    expect(attempts.reduce((sum, { tokensOut }) => sum + (tokensOut ?? 0), 0)).toBe(
      rest.spent.tokensOut,
    );
  });
});
