import { describe, expect, test } from "vitest";
import { divergence } from "../../src/catalogue/divergences.js";
import { elicitation } from "../../src/catalogue/elicitations.js";
import { demoPanel } from "../../src/examinees/demo-panel.js";
import { type SimulatedExaminee, simulatedExaminee } from "../../src/examinees/simulated.js";
import { randomSet } from "../../src/experiments/item-sets.js";
import { type LabReader, readInLab } from "../../src/experiments/lab.js";
import { factualItems } from "../../src/facts/seeds.js";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { observedTerms } from "../../src/generator/observed-terms.js";
import { stream } from "../../src/random/stream.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import { bandSamples } from "../../src/records/band.js";
import { clusteredInterval } from "../../src/statistics/clustered-interval.js";
import type { ValueSystem } from "../../src/values/value-system.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const ITEMS = FULL ? 100 : 20;
const SAMPLES = FULL ? 100 : 40;
const SEEDS = FULL ? 50 : 15;

const recognizer = embeddedRecognizer();
const systems = builtInSystems.map((system): [string, ValueSystem] => [system.id, system]);

interface Text {
  readonly id: string;
  readonly text: string;
}

/** Both terms of every item, null subtracted, as a search would see them. */
async function termsOf(
  system: ValueSystem,
  panel: readonly SimulatedExaminee[],
  items: readonly Text[],
  count: number,
  reader: LabReader = { kind: "recognizer", recognizer },
) {
  const settings = {
    alpha: 0.5,
    divergence: divergence("jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    clip: 0.02,
  };
  const all = [];
  for (const item of items) {
    const samples = bandSamples("search", count);
    const { observation } = await readInLab({ system, reader }, item, panel, samples);
    all.push(observedTerms(observation, settings, stream("value free", item.id)).terms);
  }
  return {
    D: all.map(({ informativeness }) => informativeness),
    I: all.map(({ elicitation: term }) => term),
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

describe.each(systems)("under %s", (id, system) => {
  const panel = demoPanel(5).filter(({ card }) => card.systems?.includes(id));
  const facts = factualItems().map(({ text }, n) => ({ id: `fact-${n}`, text }));

  /** What factual items have of each term, as a share of what grammar items have. */
  async function shares(reader: LabReader) {
    const grammar = randomSet(system, ITEMS, stream("typical", id));
    const samples = reader.kind === "labels" || FULL ? SAMPLES : 15;
    const typical = await termsOf(system, panel, grammar, samples, reader);
    const factual = await termsOf(system, panel, facts, samples, reader);
    const D = mean(factual.D) / mean(typical.D);
    const I = mean(factual.I) / mean(typical.I);
    const { low, high } = clusteredInterval(factual.D);
    const range = [low, high].map((end) =>
      ((100 * (end ?? Number.NaN)) / mean(typical.D)).toFixed(0),
    );
    console.log(
      `${id}, read by ${reader.kind}: ${facts.length} factual over ${ITEMS} grammar items: ` +
        `D ${(100 * D).toFixed(0)} % [${range.join(", ")}] of ${mean(typical.D).toFixed(4)}, ` +
        `I ${(100 * I).toFixed(0)} % of ${mean(typical.I).toFixed(4)}`,
    );
    return { D, I };
  }

  test("factual items have under 20 % of both terms of a grammar item when read rightly", async () => {
    const { D, I } = await shares({ kind: "labels" });
    expect(D).toBeLessThan(0.2);
    expect(I).toBeLessThan(0.2);
  });

  // Under safety the embedded recognizer sees so little of D in any item that a share of it says little: it is printed with
  // its interval, and docs/design/recognizer.md names the bound. Moral foundations need the full count.
  test("the embedded recognizer elicits little from them too, and tells examinees apart less", async () => {
    const { D, I } = await shares({ kind: "recognizer", recognizer });
    expect(I).toBeLessThan(0.2);
    if (system.reading === "adherence" || (FULL && id === "mft")) expect(D).toBeLessThan(0.2);
  });
});

describe("examinees alike in all but their names", () => {
  test(`have informativeness 0 within its interval (${4 * SEEDS} panels of 4)`, async () => {
    const [model] = demoPanel(5);
    let covered = 0;
    const means: number[] = [];
    for (const [id, system] of systems)
      for (let seed = 1; seed <= SEEDS; seed++) {
        const twins = [1, 2, 3, 4].map((n) =>
          simulatedExaminee({
            ...{ id: `sim:twin-${n}`, profile: model.card.planted ?? {}, seed },
            style: model.setting.style,
          }),
        );
        const items = randomSet(system, 30, stream("twins", id, seed));
        const interval = clusteredInterval((await termsOf(system, twins, items, 5)).D);
        if ((interval.low ?? 1) <= 0 && (interval.high ?? -1) >= 0) covered++;
        means.push(interval.mean ?? Number.NaN);
      }
    const { mean: centre, low, high } = clusteredInterval(means);
    const figures = [centre, low, high].map((value) => value?.toFixed(5));
    console.log(`D of twins: ${figures.join(", ")}; ${covered} of ${4 * SEEDS} intervals hold 0`);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
    expect(covered / (4 * SEEDS)).toBeGreaterThanOrEqual(FULL ? 0.9 : 0.84);
  });
});
