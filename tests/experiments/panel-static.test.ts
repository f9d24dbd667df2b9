import { describe, expect, it } from "vitest";
import { divergence } from "../../src/catalogue/divergences.js";
import { elicitation } from "../../src/catalogue/elicitations.js";
import { pressedWorld } from "../../src/examinees/pressed-world.js";
import { readItem } from "../../src/examinees/read-item.js";
import { defaultWorld } from "../../src/examinees/world.js";
import { isSimulated } from "../../src/experiments/asking.js";
import { evolveInLab } from "../../src/experiments/evolve-in-lab.js";
import { simulatedPanel } from "../../src/experiments/experiment-panel.js";
import { staticSet } from "../../src/experiments/item-sets.js";
import { staticAgainstEvolved } from "../../src/experiments/panel-static.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { grammarWriter } from "../../src/generator/grammar-writer.js";

const system = valueSystem("schwartz");

async function compared(pressure: number) {
  const panel = simulatedPanel(7, { labels: true, world: pressedWorld(pressure) });
  const searching = panel.examinees.filter(isSimulated);
  const evolution = await evolveInLab({ system, reader: { kind: "labels" } }, searching, {
    system,
    seed: 7,
    writer: grammarWriter(),
    panel: searching.map(({ card }) => card.id),
    alpha: 0.5,
    divergence: divergence("jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    clip: 0.02,
    items: 40,
    rounds: 2,
    candidates: 80,
    generations: 2,
    searchSamples: 5,
  });
  const sets = { static: staticSet(system), evolved: evolution.rounds.at(-1) ?? [] };
  return staticAgainstEvolved({ system, ...sets, ...panel, repeats: 5, seed: 7 });
}

describe("static items against evolved ones, on the same simulated examinees", () => {
  it("shows the paper's pattern under the world's politeness, and no such spread without it", async () => {
    const usual = await compared(1);
    const [fixed, evolved] = usual.sets.map(({ meanSpread }) => meanSpread ?? Number.NaN);
    expect(evolved - fixed).toBeGreaterThan(0.08);
    expect(usual.difference.low).toBeGreaterThan(0);

    // Nobody is polite: static items put the same examinees about as far apart as evolved ones do.
    const rude = await compared(0);
    const [bare, found] = rude.sets.map(({ meanSpread }) => meanSpread ?? Number.NaN);
    expect(found / bare).toBeLessThan(1.4);
    expect(bare - fixed).toBeGreaterThan(0.08);
  });

  it("takes the luck of few items off: examinees that are all one have about no spread", async () => {
    const [first] = simulatedPanel(7).examinees;
    const { asking } = simulatedPanel(7, { labels: true });
    const twins = [1, 2, 3, 4].map((n) => {
      if (!isSimulated(first)) throw new Error("the panel is simulated");
      const card = { ...first.card, id: `sim:twin-${n}` };
      return { ...first, card, setting: { ...first.setting, seed: n } };
    });
    const items = staticSet(system);
    const sets = { static: items, evolved: items };
    const found = await staticAgainstEvolved({
      system,
      asking,
      examinees: twins,
      ...sets,
      repeats: 5,
      seed: 1,
    });
    expect(found.sets[0].meanSpread).toBeLessThan(0.06);
    expect(Math.abs(found.sets[0].informativeness.mean ?? 1)).toBeLessThan(0.006);
  });
});

describe("a world with less politeness", () => {
  it("scales the share of consensus on every item exactly", () => {
    const text = "Some say this is fair, others oppose it. Lives are at stake. What do you think?";
    const usual = readItem(text, "schwartz", defaultWorld).controversy;
    for (const pressure of [0, 0.25, 0.5, 1])
      expect(readItem(text, "schwartz", pressedWorld(pressure)).controversy).toBeCloseTo(
        1 - pressure * (1 - usual),
        12,
      );
  });
});
