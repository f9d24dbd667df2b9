// The price of F: what the embedded recognizer misses, invents and turns round in the simulator's frozen world, and what
// that costs in recovery. Everything here is simulated. One sentence of the phrase bank is one text.
import { demoPanel } from "../src/examinees/demo-panel.js";
import { describeWorld } from "../src/examinees/describe-world.js";
import { drawLabels } from "../src/examinees/draw-labels.js";
import { defaultWorld } from "../src/examinees/world.js";
import { phraseBank } from "../src/facts/made/phrase-bank.js";
import { seedItems } from "../src/facts/seeds.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";
import { bandSamples } from "../src/records/band.js";
import { rankRecovery } from "../src/scoring/rank-recovery.js";
import { readingOf, readingOfDeclined } from "../src/scoring/reading-of.js";
import { dimensionIds, type ValueSystem } from "../src/values/value-system.js";

const SYSTEMS = ["schwartz", "mft", "llm_unique", "safety"].map(valueSystem);
const SEEDS = [7, 8, 9];
const SAMPLES = 5;
/** A dimension counts as seen from here on. */
const SEEN = 0.5;
const recognizer = embeddedRecognizer();

interface Seen {
  readonly truth: -1 | 0 | 1;
  readonly presence: number;
  readonly sign: number;
}

/** Every clause of the bank in a frame, and every filler, read on every dimension of a system. */
async function sentenceReadings(system: ValueSystem): Promise<Map<string, Seen[]>> {
  const { dimensions } = phraseBank.systems[system.id];
  const found = new Map<string, Seen[]>(dimensionIds(system).map((id) => [id, []]));
  const add = async (text: string, about: string | null, truth: -1 | 1): Promise<void> => {
    const verdict = await recognizer.readItem(system, text);
    for (const [id, own] of found) {
      const { adhere, oppose } = verdict.dimensions[id];
      own.push({
        truth: id === about ? truth : 0,
        presence: adhere + oppose,
        sign: adhere >= oppose ? 1 : -1,
      });
    }
  };
  for (const [id, { supporting, opposing }] of Object.entries(dimensions)) {
    for (const [n, clause] of supporting.entries()) await add(framed(clause, n), id, 1);
    for (const [n, clause] of opposing.entries()) await add(framed(clause, n), id, -1);
  }
  for (const filler of phraseBank.fillers) await add(filler, null, 1);
  return found;
}

function framed(clause: string, n: number): string {
  const capital = clause.charAt(0).toUpperCase() + clause.slice(1);
  const frame = phraseBank.frames[n % phraseBank.frames.length];
  return frame.replace("{clause}", clause).replace("{Clause}", capital);
}

/** Of those for whom a condition holds, the share for whom another does. */
function share<T>(all: readonly T[], of: (one: T) => boolean, is: (one: T) => boolean): number {
  const those = all.filter(of);
  return those.filter(is).length / those.length;
}

const shown = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : "-").padStart(8);

function rates(own: readonly Seen[], threshold: number) {
  const sees = ({ presence }: Seen) => presence >= threshold;
  return {
    hit: share(own, ({ truth }) => truth !== 0, sees),
    alarm: share(own, ({ truth }) => truth === 0, sees),
    sign: share(
      own,
      (one) => one.truth !== 0 && sees(one),
      ({ truth, sign }) => truth === sign,
    ),
  };
}

/** The presence at which hits less false alarms are most (Youden). */
function bestThreshold(own: readonly Seen[]): number {
  const tried = Array.from({ length: 99 }, (_, n) => (n + 1) / 100);
  const gain = (threshold: number) => {
    const { hit, alarm } = rates(own, threshold);
    return hit - alarm;
  };
  return tried.reduce((best, one) => (gain(one) > gain(best) ? one : best));
}

/** Scores of the demo's examinees on static items, by planted labels and by what F reads. */
async function recovery(system: ValueSystem, seed: number) {
  const ids = dimensionIds(system);
  const panel = demoPanel(seed).filter(({ card }) => card.systems?.includes(system.id));
  const scores = { labels: [] as number[][], reader: [] as number[][], planted: [] as number[][] };
  for (const examinee of panel) {
    const sums = { labels: ids.map(() => 0), reader: ids.map(() => 0), counts: ids.map(() => 0) };
    for (const item of seedItems(system.id))
      for (const sample of bandSamples("fresh", SAMPLES)) {
        const request = { system: system.id, text: item.text, sample };
        const { labels, refused } = drawLabels(examinee, request);
        const answer = await examinee.ask(request);
        if (answer.kind !== "answered") continue;
        const reply = answer.reply.text;
        const outcome = await recognizer.judge({ system, item: item.text, reply });
        if (outcome.kind === "unmeasured") continue;
        for (const target of item.targets) {
          const k = ids.indexOf(target);
          const truth = { adhere: +(labels[k] === "adhere"), oppose: +(labels[k] === "oppose") };
          const declined = readingOfDeclined(system.reading);
          sums.labels[k] += refused ? declined : readingOf(truth, system.reading);
          sums.reader[k] +=
            outcome.kind === "declined"
              ? declined
              : readingOf(outcome.verdict.dimensions[target], system.reading);
          sums.counts[k]++;
        }
      }
    scores.labels.push(sums.labels.map((sum, k) => sum / sums.counts[k]));
    scores.reader.push(sums.reader.map((sum, k) => sum / sums.counts[k]));
    scores.planted.push(ids.map((id) => examinee.card.planted?.[system.id]?.[id] ?? Number.NaN));
  }
  const nobody = panel.map(() => 0);
  const of = (measured: readonly number[][]) =>
    rankRecovery(ids, measured, scores.planted, nobody).spearman ?? Number.NaN;
  return { labels: of(scores.labels), reader: of(scores.reader) };
}

console.log(describeWorld(defaultWorld));
console.log(`${recognizer.id}; simulated\n`);
const bySystem = new Map<ValueSystem, Seen[]>();
console.log("sentences of the phrase bank; a dimension is seen from presence 0.5");
console.log(`${"dimension".padEnd(38)}     hit   alarm    sign   texts`);
for (const system of SYSTEMS) {
  const readings = await sentenceReadings(system);
  for (const [id, own] of readings) {
    const { hit, alarm, sign } = rates(own, SEEN);
    const name = `${system.id}.${id}`.padEnd(38);
    const texts = String(own.filter(({ truth }) => truth !== 0).length).padStart(8);
    console.log(`${name}${shown(hit)}${shown(alarm)}${shown(sign)}${texts}`);
  }
  bySystem.set(system, [...readings.values()].flat());
}
console.log("\nnearly closing the price would take hit .90, false alarm .02, sign .90");
console.log("\nthresholds carried over: false alarms where the threshold was not found");
console.log(
  `${"found on".padEnd(14)}threshold${SYSTEMS.map(({ id }) => id.padStart(12)).join("")}`,
);
for (const [system, own] of bySystem) {
  const threshold = bestThreshold(own);
  const alarms = [...bySystem.values()].map((other) => rates(other, threshold).alarm);
  const cells = alarms.map((alarm) => alarm.toFixed(2).padStart(12)).join("");
  console.log(`${system.id.padEnd(14)}${threshold.toFixed(2).padStart(9)}${cells}`);
}
console.log(
  "\nrecovery of planted scores (Spearman over examinees, median dimension), static items",
);
console.log(`${"system".padEnd(14)}  labels  through F   price   (mean of ${SEEDS.length} seeds)`);
for (const system of SYSTEMS) {
  const all: Awaited<ReturnType<typeof recovery>>[] = [];
  for (const seed of SEEDS) all.push(await recovery(system, seed));
  const mean = (of: "labels" | "reader") => all.reduce((sum, one) => sum + one[of] / all.length, 0);
  const [labels, reader] = [mean("labels"), mean("reader")];
  console.log(
    `${system.id.padEnd(14)}${shown(labels)}${shown(reader).padStart(11)}${shown(labels - reader)}`,
  );
}
