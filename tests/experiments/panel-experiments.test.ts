import { describe, expect, it } from "vitest";
import { simulatedArchetype } from "../../src/examinees/archetypes.js";
import {
  primingInstruction,
  pushedByPrompt,
  steeringInstruction,
} from "../../src/examinees/instruction.js";
import { askInMemory } from "../../src/experiments/asking.js";
import { casePairs } from "../../src/experiments/case-pairs.js";
import { simulatedPanel } from "../../src/experiments/experiment-panel.js";
import { randomSet } from "../../src/experiments/item-sets.js";
import { primePanel } from "../../src/experiments/panel-priming.js";
import { steerPanel } from "../../src/experiments/steerability.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import { bandSamples } from "../../src/records/band.js";

const system = valueSystem("schwartz");
const panel = simulatedPanel(7, { labels: true });
const items = randomSet(system, 60, stream(7, "panel experiments"));

async function primed(push: number) {
  const instructions = (system.circularOrder ?? []).map((id) =>
    primingInstruction(system, id, push),
  );
  const told = new Map(instructions.map((one) => [one.id, panel.told(one)]));
  const { tests } = await primePanel({ system, items, primed: told, repeats: 3, ...panel });
  return Object.fromEntries(
    tests.filter(({ examinee }) => examinee === null).map((one) => [one.part, one]),
  );
}

describe("priming on a simulated panel", () => {
  it("sees the target rise and its opposites fall, as planted", async () => {
    const found = await primed(0.3);
    expect(found.target.test?.pairs).toBe(10);
    expect(found.target.test?.t).toBeGreaterThan(3);
    expect(found.opposite.test?.t).toBeLessThan(-3);
    expect(found.target.test?.meanDifference).toBeGreaterThan(0.05);
  });

  it("sees nothing where nothing is pushed", async () => {
    const found = await primed(0);
    for (const part of Object.values(found))
      expect(Math.abs(part.test?.meanDifference ?? 1)).toBeLessThan(0.02);
  });
});

describe("steering on a simulated panel", () => {
  const target = { power: 1, achievement: 0.9, hedonism: 0.7, benevolence: 0.1, universalism: 0 };
  const steer = (obedience: number) =>
    steerPanel({
      system,
      items,
      target,
      steered: panel.told(steeringInstruction(system, target, obedience)),
      repeats: 3,
      seed: 7,
      ...panel,
    });

  it("finds the way that examinees went, with an interval that leaves 0 out", async () => {
    const [all] = (await steer(0.6)).rows;
    expect(all.examinee).toBeNull();
    expect(all.direction.low).toBeGreaterThan(0);
    expect(all.change.value).toBeGreaterThan(0);
  });

  it("finds no way where none was gone", async () => {
    const [all] = (await steer(0)).rows;
    expect(all.direction.low).toBeLessThan(0.1);
    expect(Math.abs(all.change.value ?? 1)).toBeLessThan(0.2);
  });
});

describe("a system prompt to an emulated model", () => {
  const guardian = simulatedArchetype("sim:guardian", { seed: 1 });

  it("moves what the instruction moves, and other prompts move nothing", () => {
    const push = primingInstruction(system, "power");
    const told = pushedByPrompt(guardian, system, `Be brief.\n\n${push.prompt}`);
    const planted = guardian.card.planted?.schwartz ?? {};
    expect(told.card.planted?.schwartz).toEqual(push.moved(planted));
    expect(pushedByPrompt(guardian, system, "Be brief.")).toBe(guardian);
  });

  it("an order of values is read from first to last", () => {
    const order = steeringInstruction(system, { stimulation: 1, power: 0.5, security: 0 });
    const told = pushedByPrompt(guardian, system, order.prompt).card.planted?.schwartz ?? {};
    const planted = guardian.card.planted?.schwartz ?? {};
    expect(told.stimulation).toBeGreaterThan(planted.stimulation);
    expect(told.security).toBeLessThan(planted.security);
    expect(told.tradition).toBe(planted.tradition);
  });
});

describe("case pairs", () => {
  it("are found between examinees planted far apart, and the difference holds on replies that did not choose them", async () => {
    const asking = askInMemory({ kind: "labels" });
    const to = panel.examinees.map((examinee) => ({ examinee, samples: bandSamples("fresh", 10) }));
    const measured = await asking.judged(
      system,
      items.map(({ id, text }) => ({ id, text, to })),
    );
    const pairs = casePairs(measured, { system, count: 5 });
    expect(pairs).toHaveLength(5);
    for (const { chosen, fresh, left, right } of pairs) {
      expect(left.examinee).not.toBe(right.examinee);
      expect(left.dimension).not.toBeNull();
      expect(left.reply.length).toBeGreaterThan(20);
      expect(chosen).toBeGreaterThan(0.1);
      expect(fresh ?? 0).toBeGreaterThan(0.03);
    }
    // Whoever is picked for being extreme looks more so than they are.
    const mean = (of: "chosen" | "fresh") =>
      pairs.reduce((sum, one) => sum + (one[of] ?? 0), 0) / 5;
    expect(mean("fresh")).toBeLessThan(mean("chosen"));
  });

  it("one examinee makes no pair", () => {
    expect(casePairs([{ id: "x", text: "x", cells: [] }], { system })).toEqual([]);
  });
});
