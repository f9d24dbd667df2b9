// Replies recognized and scored a second on one core, the sentence cache off and on, as a ratio to a fixed piece of
// arithmetic in the same run; before that, how long the recognizer takes to load and how many bytes it loads.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { mixedPanel } from "../src/examinees/mixed-panel.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { grammarWriter } from "../src/generator/grammar-writer.js";
import { stream } from "../src/random/stream.js";
import { recognizerAssets } from "../src/recognizer/assets.js";
import { dataFolder } from "../src/recognizer/data-folder.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";
import { readingOf } from "../src/scoring/reading-of.js";

const REPLIES = 20_000;

function reference(): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 1; n <= 20_000_000; n++) sum += Math.log(n) % 1;
  if (sum < 0) throw new Error("unreachable");
  return (performance.now() - began) / 1000;
}

/** Files of data/recognizer that training writes or reads and a verdict never opens. */
const UNREAD = ["metrics.json", "authored-signs.json", "glove100-40k.json"];

async function loading(): Promise<void> {
  const began = performance.now();
  recognizerAssets();
  const read = performance.now() - began;
  await embeddedRecognizer().judge({ system, item: "", reply: "Warm." });
  const first = performance.now() - began;
  const folder = join(dataFolder, "recognizer");
  const sizes = readdirSync(folder)
    .filter((name) => !UNREAD.includes(name))
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }));
  const megabytes = (kept: typeof sizes): string =>
    (kept.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(2);
  console.log(`loads in ${read.toFixed(0)} ms, first verdict after ${first.toFixed(0)} ms`);
  const weights = sizes.filter(({ name }) => name.endsWith(".bin"));
  console.log(
    `weights ${megabytes(weights)} MB, with seeds, cues and scales ${megabytes(sizes)} MB`,
  );
}

const system = valueSystem("schwartz");
await loading();
const panel = mixedPanel(1, { published: 4, archetypes: 4 });
const writer = grammarWriter();
const random = stream("bench speed");
const replies: { item: string; text: string }[] = [];
while (replies.length < REPLIES) {
  const { text } = writer.compose(system, random);
  for (const examinee of panel) {
    const answer = await examinee.ask({ system: system.id, text, sample: 0 });
    if (answer.kind === "answered") replies.push({ item: text, text: answer.reply.text });
  }
}
const characters = replies.reduce((sum, { text }) => sum + text.length, 0) / replies.length;
const seconds = reference();
console.log(`${replies.length} simulated replies of ${characters.toFixed(0)} characters`);
console.log(`reference: 20 million logarithms in ${seconds.toFixed(2)} s`);
for (const cachedSentences of [0, 50_000]) {
  const recognizer = embeddedRecognizer({ cachedSentences });
  await recognizer.judge({ system, item: "", reply: "Warm." });
  const began = performance.now();
  let score = 0;
  for (const { item, text } of replies) {
    const answer = await recognizer.judge({ system, item, reply: text });
    if (answer.kind === "judged")
      for (const { id } of system.dimensions)
        score += readingOf(answer.verdict.dimensions[id], system.reading);
  }
  const took = (performance.now() - began) / 1000;
  const rate = replies.length / took;
  console.log(
    `sentence cache ${cachedSentences === 0 ? "off" : "on "}: ${rate.toFixed(0)} replies/s, ` +
      `${(rate * seconds).toFixed(0)} a reference (mean reading ${(score / replies.length / system.dimensions.length).toFixed(3)})`,
  );
}
