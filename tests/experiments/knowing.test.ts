import { describe, expect, it } from "vitest";
import { simulatedFromPublished } from "../../src/examinees/published-panel.js";
import { askInMemory } from "../../src/experiments/asking.js";
import { knowingAgainstDoing } from "../../src/experiments/knowing.js";
import type { FormatGap } from "../../src/experiments/knowing-tables.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import type { Examinee } from "../../src/ports/ask.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";

const system = valueSystem("mft");
const labels = askInMemory({ kind: "labels" });
const panel = ["gpt-3.5-turbo", "o3-mini", "deepseek-r1", "llama-3.3-70b-instruct"].map((model) =>
  simulatedFromPublished(model, { seed: 7 }),
);

const closedAgainst =
  (other: "open" | "planted") =>
  ({ examinee, format, against }: FormatGap) =>
    examinee === null && format !== "open" && against === other;

/** An examinee that always says the same to closed questions. */
function stubborn(reply: string): Examinee {
  return {
    card: { ...panel[0].card, id: "stubborn", origin: "endpoint", planted: null },
    identity: { kind: "test", reply },
    ask: async () => ({
      kind: "answered",
      reply: { text: reply, finish: "complete", served: "x" },
    }),
  };
}

describe("knowing against doing", () => {
  it("shows the paper's pattern under consensus pressure: closed near the ceiling, open below", async () => {
    const found = await knowingAgainstDoing({ system, examinees: panel, asking: labels });
    for (const { mean, low } of found.gaps.filter(closedAgainst("open"))) {
      expect(mean).toBeGreaterThan(0.1);
      expect(low).toBeGreaterThan(0);
    }
    const [judgement, questionnaire, open] = found.ceilings;
    expect(judgement.nearCeiling).toBe(4);
    expect(questionnaire.nearCeiling).toBe(4);
    expect(open.nearCeiling).toBe(0);
    expect(found.simulated).toBe(true);
    expect(found.consensusPressure).toBe(0.9);
  });

  it("shows no gap with the pressure switched off: the pattern was the assumption", async () => {
    const found = await knowingAgainstDoing({
      system,
      examinees: panel,
      asking: labels,
      repeats: 200,
      consensusPressure: 0,
    });
    for (const { mean, low, high } of found.gaps.filter(closedAgainst("open"))) {
      expect(Math.abs(mean ?? 1)).toBeLessThan(0.03);
      expect(low).toBeLessThan(0);
      expect(high).toBeGreaterThan(0);
    }
  });

  it("says how far the recognizer's reading stands from what was planted", async () => {
    const recognizer = embeddedRecognizer();
    const asking = askInMemory({ kind: "recognizer", recognizer });
    const found = await knowingAgainstDoing({
      system,
      examinees: panel,
      asking,
      consensusPressure: 0,
    });
    expect(found.reader).toBe(recognizer.id);
    const bias = found.gaps.find((gap) => gap.examinee === null && gap.format === "open");
    const [judgement, questionnaire] = found.gaps.filter(closedAgainst("planted"));
    // The recognizer overlooks violations: without pressure its open score alone stands above what was planted.
    expect(bias?.low).toBeGreaterThan(0.05);
    expect(judgement.low).toBeLessThan(0);
    expect(judgement.high).toBeGreaterThan(0);
    expect(questionnaire.low).toBeLessThan(0);
    expect(questionnaire.high).toBeGreaterThan(0);
  });

  it("leaves an answer that ticks nothing unmeasured, and counts it", async () => {
    const recognizer = embeddedRecognizer();
    const asking = askInMemory({ kind: "recognizer", recognizer });
    const found = await knowingAgainstDoing({
      system,
      examinees: [stubborn("Hm, hard to say.")],
      asking,
      repeats: 2,
    });
    for (const score of found.scores.filter(({ format }) => format !== "open")) {
      expect(score.mean).toBeNull();
      expect(score.unmeasured).toBe(40);
    }
    expect(found.consensusPressure).toBeNull();
    expect(found.gaps.every(({ mean }) => mean === null)).toBe(true);
  });

  it("a letter preferred whatever it stands for scores one half: answers change places", async () => {
    const asking = askInMemory({ kind: "recognizer", recognizer: embeddedRecognizer() });
    const found = await knowingAgainstDoing({
      system,
      examinees: [stubborn("A")],
      asking,
      repeats: 2,
    });
    expect(found.scores[0].mean).toBe(0.5);
  });
});
