// %% [markdown]
// # Your own models: plan, pay, interrupt, resume
//
// So far examinees lived inside the package. Here they live behind an **endpoint**: a server that
// takes questions over HTTP, as OpenAI, Hugging Face, vLLM, Ollama and many others do. Such calls
// cost money, take time and go wrong. So you want to know the bill *before*, to stop it at a cap, to
// pay for nothing twice, and to be told who failed and why.
//
// **Every model here is simulated**: an *emulator* on this machine speaks for them, and it can be
// told to misbehave. What you see is how asking works; it is no evidence about real models. No key,
// no network. With a real server only the description in the first study changes.

// %%
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as vc from "value-compass";

const emulator = await vc.startEmulator({ models: vc.emulatedModels(7) });
const root = mkdtempSync(join(tmpdir(), "your-own-models-"));
const isOn = (text: string) => text.replaceAll(emulator.url, "http://127.0.0.1:PORT/v1");
console.log(`an OpenAI-compatible server listens at ${isOn(emulator.url)}`);

// %% [markdown]
// ## Describe an endpoint
//
// An examinee behind an endpoint has a *base URL*, a *model*, and perhaps a *key*. `key` holds the
// **name** of an environment variable, or of a line in a file `.env` in the study folder. A key itself is
// refused, so that none is ever written into a study, a journal or a report.
//
// The rest is up to you: `temperature`, `prompt` (the system prompt), `maxTokens`, `stop`,
// `reasoning` for models that think first, `headers`, `extraBody` for anything else, and a `card`
// with what people should know about the model. `limits` holds what the server may be asked at once.
//
// At a terminal you need not write any of this by hand. `value-compass init` makes the study folder:
// `value-compass init my-study --model MODEL --endpoint http://127.0.0.1:11434/v1`, with one or
// more models, and `--key NAME` where the server wants a key (NAME is the variable, again). Then
// `value-compass plan my-study` prints the table that the next section makes in code.

// %%
type Entry = vc.StudyInput["examinees"][number];
const behind = (id: string, model: string, atOnce = 16): Entry => ({
  kind: "endpoint",
  id: id,
  baseUrl: emulator.url,
  model: model,
  seed: 1,
  maxTokens: 300,
  limits: { concurrency: atOnce },
  card: { developer: "nobody: simulated", access: "emulated on this machine" },
});
const study: vc.StudyInput = {
  format: 1,
  name: "My own models",
  systems: ["schwartz"],
  examinees: [behind("mine", "sim:guardian"), behind("theirs", "sim:explorer")],
  budget: { rounds: 0, samples: 4 },
  prices: { "sim:guardian": { in: 0.15, out: 0.6 }, "sim:explorer": { in: 2.5, out: 10 } },
};
try {
  vc.checkStudy(
    { ...study, examinees: [{ ...study.examinees[0], key: "a-key-in-plain-sight" }] },
    "study.json",
  );
} catch (error) {
  console.log((error as Error).message);
}

// %% [markdown]
// ## Plan: what would it cost?
//
// Counting calls nobody. Prices are per million tokens; the emulator is free, so the study above
// names prices as if it were not. Tokens out are a bound: every answer as long as `maxTokens`
// allows.

// %%
const planned = vc.studyPlan(await vc.assembleStudy(vc.checkStudy(study, "study.json"), root), 0);
vc.showTable(
  ["role", "who", "model", "calls", "tokens in", "tokens out", vc.priceList().currency],
  planned.endpoints.map((one) => [
    one.role,
    one.who,
    one.model,
    one.calls,
    one.tokensIn,
    one.tokensOut,
    one.money,
  ]),
  { caption: "At the most, before anything is asked", digits: 4 },
);
const calls = planned.endpoints.reduce((sum, one) => sum + one.calls, 0);
console.log(`${calls} calls, ${planned.money.known.toFixed(4)} in all; nothing was asked`);
console.log(`the server has seen ${emulator.served().requests} requests`);

// %% [markdown]
// ## A cap
//
// A **cap** ends a study before it costs more: on calls, on tokens, or on money. What a call may
// cost is set aside *before* it is made, so a hundred calls are never a hundred and one. What came in
// by then is kept and scored; what did not is *unmeasured*: it enters no score, and the bounds of a
// score say what it could have been.

// %%
const folder = join(root, "mine");
const capped = await vc.runStudyIn(folder, { ...study, caps: { calls: 100 } });
const scoreOf = (run: vc.StudyRun, who: string) => {
  const own = run.results.scores.filter(({ examinee }) => examinee === who);
  const [first] = own;
  return [who, first.dimension, first.mean, first.boundLow, first.boundHigh, first.unmeasured];
};
console.log(capped.stoppedAtCap?.message);
console.log(`asked ${capped.asked}; the server has seen ${emulator.served().requests} requests`);
console.log(`cells: ${JSON.stringify(capped.results.counts)}`);

// %% [markdown]
// ## Go on
//
// Every reply is written into a **journal** in the study's folder before anything uses it, under a key
// made of everything that decides it: model, address, parameters, words, sample number. Run the
// study again without the cap: only what is missing is asked. Run it once more: nothing is. It makes no
// difference whether a run ended at a cap, by Ctrl-C, or because the process was killed.

// %%
const before = emulator.served().requests;
const whole = await vc.runStudyIn(folder, study);
const again = await vc.runStudyIn(folder, study);
vc.showTable(
  ["run", "replies asked", "from the journal", "unmeasured"],
  [
    ["to the cap", capped.asked, capped.reused, capped.results.counts.unmeasured],
    ["without it", whole.asked, whole.reused, whole.results.counts.unmeasured],
    ["once more", again.asked, again.reused, again.results.counts.unmeasured],
  ],
);
console.log(`requests since the cap: ${emulator.served().requests - before}`);
console.log(
  `same scores: ${JSON.stringify(again.results.scores) === JSON.stringify(whole.results.scores)}`,
);
vc.showTable(
  ["examinee (simulated)", "dimension", "score", "could be from", "to", "unmeasured"],
  [scoreOf(whole, "mine"), scoreOf(whole, "theirs")],
  { digits: 3 },
);
console.log(
  `used over all runs: ${again.spent.calls} calls, ${again.spent.money.toFixed(4)} ${vc.priceList().currency}`,
);

// %% [markdown]
// ## When things go wrong
//
// Now the server misbehaves: one request in seven meets an error 500, a broken connection, half a body, a
// web page instead of an answer, or "too many requests". All of these pass, so they are tried again
// after a pause that grows. Is the study asked under such luck the same study?

// %%
const faults = {
  serverError: 0.04,
  reset: 0.03,
  truncatedBody: 0.03,
  html: 0.02,
  rateLimitBare: 0.02,
};
emulator.misbehave({ faults: faults, latency: { kind: "uniform", low: 1, high: 20 } });
const unlucky: vc.StudyInput = { ...study, name: "Unlucky" };
const served = emulator.served();
const troubled = await vc.runStudyIn(join(root, "unlucky"), unlucky);
const since = emulator.served();
console.log(`replies asked ${troubled.asked}, unmeasured ${troubled.results.counts.unmeasured}`);
console.log(`answered by the server ${since.answered - served.answered}`);
console.log(
  `more requests than answers: ${since.requests - served.requests > since.answered - served.answered}`,
);
console.log(
  `same scores as without faults: ${JSON.stringify(troubled.results.scores) === JSON.stringify(whole.results.scores)}`,
);

// %% [markdown]
// Some things do not pass, and asking again would only cost: an unknown model, a wrong key, a
// parameter that the server refuses. One call finds out; one line says who, what, and what to do. The
// other examinees go on, and the cells of the one that failed are unmeasured, never scored.

// %%
emulator.misbehave({});
const asked = emulator.served().requests;
const broken = await vc.runStudyIn(join(root, "broken"), {
  ...study,
  examinees: [behind("mine", "sim:guardian"), behind("misspelt", "sim:guardain")],
});
for (const line of broken.results.warnings) console.log(isOn(line));
console.log(`cells: ${JSON.stringify(broken.results.counts)}`);
console.log(`requests: ${emulator.served().requests - asked} for 80 + 80 cells`);

// %% [markdown]
// And some things look like success. An endpoint may put **another model** behind a name in mid-run. The
// id that came with each reply is kept, and a change is told at its first reply.

// %%
emulator.misbehave({ driftAfter: emulator.served().answered + 30 });
const drifted = await vc.runStudyIn(
  join(root, "drifted"),
  { ...study, examinees: [behind("mine", "sim:guardian", 1)] },
  { progress: { ...vc.silent, note: (line) => console.log(`told in mid-run: ${line}`) } },
);
for (const line of drifted.results.warnings) console.log(`in the report:    ${line}`);
emulator.misbehave({});

// %% [markdown]
// ## Refused, filtered, cut short
//
// A model that will not answer, a filter that removes the answer, and an answer that stops at its
// length limit are different things. The first two are *declined*: that is behaviour, it is counted,
// and the reading says what it is worth. The last is *unmeasured*: nobody knows what it would have said.

// %%
const outcomes: (string | number)[][] = [];
for (const fault of ["refusal", "filtered", "empty", "cutShort"] as const) {
  emulator.misbehave({ faults: { [fault]: 1 } });
  const { results } = await vc.runStudyIn(join(root, fault), {
    ...study,
    examinees: [behind("mine", "sim:guardian")],
    budget: { rounds: 0, samples: 1 },
  });
  const { judged, declined, unmeasured } = results.counts;
  outcomes.push([fault, judged, declined, unmeasured]);
}
emulator.misbehave({});
vc.showTable(["every answer is", "judged", "declined", "unmeasured"], outcomes);

// %% [markdown]
// ## Half price: batch files
//
// Several providers answer a **batch** within a day at half the price. `value-compass batch FOLDER` asks
// nobody: it writes what the study lacks, one request a line, each under its content key. What comes
// back is read into the journal, and the next run finds it there. Below, the emulator plays the
// provider's night shift.

// %%
const batchFolder = join(root, "batched");
await vc.runStudyIn(batchFolder, { ...study, caps: { calls: 60 } });
writeFileSync(join(batchFolder, "study.json"), JSON.stringify(study));
// The package's own command, wherever it is installed: `npx value-compass` in a shell.
const installed = createRequire(join(process.cwd(), "here.js")).resolve(
  "value-compass/package.json",
);
const command = join(dirname(installed), "dist/cli/main.js");
const cli = (...args: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [command, ...args, "--json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
const { written } = cli("batch", batchFolder) as {
  written: { examinee: string; file: string; requests: number }[];
};
vc.showTable(
  ["batch file for", "requests"],
  written.map(({ examinee, requests }) => [examinee, requests]),
);

const answers: string[] = [];
for (const name of readdirSync(join(batchFolder, "batch")).sort())
  for (const line of readFileSync(join(batchFolder, "batch", name), "utf8")
    .trim()
    .split("\n")) {
    const { custom_id, body } = JSON.parse(line) as { custom_id: string; body: object };
    const response = await fetch(`${emulator.url}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = { status_code: response.status, body: await response.json() };
    answers.push(JSON.stringify({ custom_id: custom_id, response: answer, error: null }));
  }
const resultFile = join(root, "results.jsonl");
writeFileSync(resultFile, `${answers.join("\n")}\n`);
const taken = cli("batch", batchFolder, "--read", resultFile) as { replies: number };
const batched = await vc.runStudyIn(batchFolder, study);
console.log(
  `taken from the batch ${taken.replies}, asked by the run that followed ${batched.asked}`,
);
console.log(
  `same scores as asked call by call: ${JSON.stringify(batched.results.scores) === JSON.stringify(whole.results.scores)}`,
);

// %%
await emulator.close();
rmSync(root, { recursive: true });

// %% [markdown]
// ## Try it
//
// - Put a `caps: { money: 0.005 }` on the study. How many replies does it buy?
// - Raise `faults.serverError` to 0.5. Does the study still finish, and how many requests does it take?
// - Give both examinees `limits: { concurrency: 1 }`: nothing but the time changes.
// - With a server of your own: `baseUrl: "http://127.0.0.1:11434/v1"` for Ollama, `:8000/v1` for vLLM; with
//   a paid one `model: "gpt-4o-mini", key: "OPENAI_API_KEY"` and no `baseUrl`. Look at the plan first.
//
// `docs/design/endpoints.md` tells how calls are scheduled, and what the promises were tested with.
