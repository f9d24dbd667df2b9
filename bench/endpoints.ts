// The plan of a study at the paper's scale, in milliseconds; calls a second through scheduler and journal against the bare openai package in a plain loop at the same concurrency,
// against a local server without latency and with 200 ms; and a 20,000-call study with 5 % faults. Ratios first:
// milliseconds are this machine's. The server runs in a process of its own. `FAST=1` makes a tenth of the calls.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import OpenAI from "openai";
import { httpCompleter } from "../src/endpoints/completer.js";
import type { Served } from "../src/endpoints/emulator/emulator.js";
import { scheduler } from "../src/endpoints/scheduler/scheduler.js";
import { secretsFrom } from "../src/endpoints/secrets.js";
import { remoteExaminee } from "../src/examinees/remote.js";
import { machineClock } from "../src/ports/clock.js";
import { silent } from "../src/ports/progress.js";
import type { AttemptRow, ReplyRow } from "../src/ports/store.js";
import { assembleStudy } from "../src/run/assemble-study.js";
// Compiled along for the emulator, which runs in a process of its own.
import "../src/run/emulated-models.js";
import { inProcessExecutor } from "../src/run/executor.js";
import { askKey } from "../src/run/journal/content-key.js";
import { openJournal } from "../src/run/journal/journal.js";
import { writeBehind } from "../src/run/journal/write-behind.js";
import { checkStudy } from "../src/run/read-study.js";
import { runStudy } from "../src/run/run-study.js";
import { spending } from "../src/run/spending.js";
import { studyPlan } from "../src/run/study-plan.js";

const SHARE = process.env.FAST ? 0.1 : 1;
const folder = mkdtempSync(join(tmpdir(), "value-compass-bench-"));
const QUESTION = `${"Would you keep a promise that costs you much, and why? ".repeat(27)}`;

/** A server in a process of its own; the place where it listens. */
async function server(source: string) {
  const process_ = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) => {
    process_.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  return { url, stop: () => process_.kill("SIGKILL") };
}

const quick = (latency: number) => `
  import { createServer } from "node:http";
  const body = JSON.stringify({ id: "x", object: "chat.completion", created: 0, model: "m",
    choices: [{ index: 0, message: { role: "assistant", content: "I would. ".repeat(110) }, finish_reason: "stop" }],
    usage: { prompt_tokens: 400, completion_tokens: 250, total_tokens: 650 } });
  const answer = (response) => { response.writeHead(200, { "content-type": "application/json" }); response.end(body); };
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => ${latency === 0 ? "answer(response)" : `setTimeout(answer, ${latency}, response)`});
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port + "/v1"));`;

/** Calls a second, and what one costs of this process's CPU in microseconds: the latter holds on a busy machine too. */
interface Pace {
  readonly rate: number;
  readonly cpu: number;
}

function stopwatch(calls: number): () => Pace {
  const began = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { rate: calls / ((performance.now() - began) / 1000), cpu: (user + system) / calls };
  };
}

/** The bare package in a plain loop: what it does out of the box, retries off. */
async function bare(url: string, calls: number, concurrency: number): Promise<Pace> {
  const client = new OpenAI({ baseURL: url, apiKey: "none", maxRetries: 0 });
  let next = 0;
  const elapsed = stopwatch(calls);
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next++ < calls)
        await client.chat.completions.create({
          model: "m",
          max_tokens: 1024,
          messages: [{ role: "user", content: QUESTION }],
        });
    }),
  );
  return elapsed();
}

let number = 0;
/** The same through executor, scheduler, spending and journal. */
async function ours(url: string, calls: number, concurrency: number): Promise<Pace> {
  const journal = openJournal(join(folder, `${number++}.db`));
  const all = scheduler({ completer: httpCompleter(secretsFrom({}, [])), clock: machineClock });
  const endpoint = {
    provider: "openai",
    baseUrl: url,
    route: null,
    model: "m",
    key: null,
    headers: {},
    timeoutSeconds: 60,
  } as const;
  const chat = {
    prompt: null,
    temperature: null,
    topP: null,
    seed: null,
    maxTokens: 1024,
    stop: [],
    reasoning: false,
    effort: null,
    extraBody: {},
  };
  const nobody = { family: null, developer: null, access: null, released: null, systems: null };
  const limits = { concurrency, requestsPerMinute: null, tokensPerMinute: null };
  const card = { id: "m", name: "m", ...nobody };
  const examinee = remoteExaminee({ card, endpoint, chat, limits, maxRetries: 6 }, all);
  const attempts = writeBehind<AttemptRow>((rows) => journal.putAttempts(rows));
  const replies = writeBehind<ReplyRow>((rows) => journal.putReplies(rows));
  const spent = spending({
    caps: { calls: null, tokens: null, money: null },
    price: () => null,
    before: [],
    replies: 0,
    record: (row) => void attempts.add(row),
  });
  const samples = Array.from({ length: calls }, (_, sample) => sample);
  const elapsed = stopwatch(calls);
  await inProcessExecutor(8).run(
    samples,
    async (sample, signal) => {
      const key = askKey(examinee.identity, "mft", QUESTION, sample);
      const watch = spent.watch("examinee", "m", key);
      const answer = await examinee.ask({
        system: "mft",
        text: QUESTION,
        sample,
        signal,
        key,
        watch,
      });
      if (answer.kind === "failed") throw new Error(answer.problem);
      await replies.add({ key, reply: answer.reply });
    },
    undefined,
    () => examinee.lane,
  );
  const pace = elapsed();
  if (journal.counts().replies !== calls) throw new Error("replies were lost");
  journal.close();
  await all.close();
  return pace;
}

async function compared(latency: number, concurrency: number, calls: number): Promise<void> {
  const { url, stop } = await server(quick(latency));
  const most = Math.max(concurrency, Math.round(calls * SHARE));
  // Both warm up: packages are loaded when first used.
  await bare(url, concurrency, concurrency);
  await ours(url, concurrency, concurrency);
  const [one, two] = [await bare(url, most, concurrency), await ours(url, most, concurrency)];
  stop();
  console.log(
    `${latency} ms, ${concurrency} at once, ${most} calls: bare package ${told(one)}, ` +
      `with scheduler and journal ${told(two)}: ${((100 * two.rate) / one.rate).toFixed(0)} %`,
  );
}

function told({ rate, cpu }: Pace): string {
  return `${rate.toFixed(0)}/s (${cpu.toFixed(0)} µs CPU a call)`;
}

/** 33 models, 27 dimensions x 100 items, 5 samples, one recognizer: counted in a process that has counted nothing before. */
async function planned(): Promise<void> {
  const examinees = Array.from({ length: 33 }, (_, n) => ({
    kind: "endpoint" as const,
    id: `model-${n + 1}`,
    model: "gpt-4o-mini",
  }));
  // 2,700 items over four systems.
  const budget = { rounds: 1, items: 675, candidates: 675, samples: 5, searchSamples: 2 };
  const systems = ["schwartz", "mft", "llm_unique", "safety"];
  const input = { format: 1 as const, name: "paper", systems, examinees, budget };
  const began = performance.now();
  const study = await assembleStudy(checkStudy(input, "study.json"), folder);
  const { calls, money } = studyPlan(study, 0);
  const took = performance.now() - began;
  console.log(
    `the paper's scale planned in ${took.toFixed(0)} ms: ${calls.examinee} replies, ` +
      `${calls.recognizer} verdicts, ${money.known.toFixed(0)} at most`,
  );
}

await planned();
// Before the comparisons: peak memory is to be that of the study alone.
const faults = {
  serverError: 0.015,
  reset: 0.01,
  malformedJson: 0.01,
  truncatedBody: 0.01,
  html: 0.005,
};
const { url, stop } = await server(`
  const { startEmulator } = await import(${JSON.stringify(new URL("../src/endpoints/emulator/emulator.js", import.meta.url).href)});
  const { emulatedModels } = await import(${JSON.stringify(new URL("../src/run/emulated-models.js", import.meta.url).href)});
  const plan = { latency: { kind: "lognormal", median: 40, sigma: 0.5 }, faults: ${JSON.stringify(faults)} };
  console.log((await startEmulator({ models: emulatedModels(7), plan })).url);`);
const samples = Math.round(250 * SHARE);
const place = join(folder, "study");
const study = await assembleStudy(
  checkStudy(
    {
      format: 1,
      name: "bench",
      systems: ["schwartz"],
      examinees: ["guardian", "explorer", "achiever", "caretaker"].map((id) => ({
        kind: "endpoint" as const,
        id,
        baseUrl: url,
        model: `sim:${id}`,
        limits: { concurrency: 64 },
      })),
      budget: { rounds: 0, samples },
    },
    "study.json",
  ),
  place,
);
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
const began = performance.now();
const signal = new AbortController().signal;
const report = await runStudy(study, place, { concurrency: 8, progress: silent, signal });
clearInterval(watching);
const served = (await (await fetch(url.replace("/v1", "/served"))).json()) as Served;
console.log(
  `${80 * samples} calls with 5 % faults at 64 at once: ${report.asked} replies, ` +
    `${report.results.counts.unmeasured} unmeasured; the server counts ${served.requests} requests, ` +
    `${served.answered} answered, ${served.repeated} of them again, ${served.mostAtOnce} at once at the most; ` +
    `${((performance.now() - began) / 1000).toFixed(0)} s, peak ${(peak / 1e6).toFixed(0)} MB`,
);
stop();

for (const concurrency of [16, 64, 256]) await compared(0, concurrency, 5000);
// Two hundred rounds: a run begins with one call, then sixteen, doubling.
for (const [concurrency, calls] of [
  [16, 3200],
  [64, 12_800],
  [256, 51_200],
])
  await compared(200, concurrency, calls);
rmSync(folder, { recursive: true });
