import { describe, expect, it } from "vitest";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { plantedLabels } from "../../src/examinees/planted-labels.js";
import { replyStyle } from "../../src/examinees/reply-style.js";
import { simulatedExaminee } from "../../src/examinees/simulated.js";
import { simulatedSystems, simulatorPhrases } from "../../src/examinees/simulator-words.js";
import { phraseBank } from "../../src/facts/made/phrase-bank.js";

const text =
  "A family argues whether the eldest daughter may leave the farm. Some want to keep the old " +
  "customs, others want to respect her own choice. What should they do?";

function profile(score: number): Record<string, Record<string, number>> {
  return Object.fromEntries(
    simulatedSystems.map((system) => [
      system,
      Object.fromEntries(simulatorPhrases(system).dimensions.map((id) => [id, score])),
    ]),
  );
}
const examinee = (id: string, score = 0.5, seed = 1) =>
  simulatedExaminee({ id, profile: profile(score), seed });

async function replyText(who: ReturnType<typeof examinee>, sample: number): Promise<string> {
  const answer = await who.ask({ system: "schwartz", text, sample });
  if (answer.kind !== "answered") throw new Error(`expected a reply: ${answer.why}`);
  return answer.reply.text;
}

describe("simulatedExaminee", () => {
  it("gives the same request the same reply, in whatever order it is asked", async () => {
    const [a, b] = [examinee("sim:a"), examinee("sim:a")];
    await replyText(a, 7);
    expect(await replyText(a, 3)).toBe(await replyText(b, 3));
  });

  it("answers differently for another sample, seed or examinee", async () => {
    const replies = await Promise.all([
      replyText(examinee("sim:a"), 0),
      replyText(examinee("sim:a"), 1),
      replyText(examinee("sim:a", 0.5, 2), 0),
      replyText(examinee("sim:b"), 0),
    ]);
    expect(new Set(replies).size).toBe(4);
  });

  it("shares no luck between examinees with the same profile", () => {
    const [a, b] = [examinee("sim:a"), examinee("sim:b")];
    const samples = 3000;
    const rates = { a: 0, b: 0, both: 0 };
    for (let sample = 0; sample < samples; sample++) {
      const request = { system: "schwartz", text, sample };
      const inA = plantedLabels(a, request).labels.tradition === "adhere" ? 1 : 0;
      const inB = plantedLabels(b, request).labels.tradition === "adhere" ? 1 : 0;
      rates.a += inA / samples;
      rates.b += inB / samples;
      rates.both += (inA * inB) / samples;
    }
    // Four standard errors of a covariance of two coins.
    expect(Math.abs(rates.both - rates.a * rates.b)).toBeLessThan((4 * 0.25) / Math.sqrt(samples));
  });

  it("words exactly the labels it drew: one sentence for each value shown or opposed", async () => {
    const who = examinee("sim:a");
    for (let sample = 0; sample < 200; sample++) {
      const reply = (await replyText(who, sample)).toLowerCase();
      const { labels, refused } = plantedLabels(who, { system: "schwartz", text, sample });
      expect(phraseBank.refusals.some((refusal) => refusal.toLowerCase() === reply)).toBe(refused);
      for (const [dimension, label] of Object.entries(labels)) {
        const { supporting, opposing } = phraseBank.systems.schwartz.dimensions[dimension];
        const said = (clauses: readonly string[]) =>
          clauses.filter((clause) => reply.includes(clause.toLowerCase())).length;
        expect([said(supporting), said(opposing)]).toEqual([
          label === "adhere" ? 1 : 0,
          label === "oppose" ? 1 : 0,
        ]);
      }
    }
  });

  it("talks in a style that comes with the id, whatever it values", () => {
    const [low, high] = [examinee("sim:a", 0.1), examinee("sim:a", 0.9)];
    expect(low.setting.style).toEqual(high.setting.style);
    expect(replyStyle("sim:a")).not.toEqual(replyStyle("sim:b"));
  });

  it("refuses as often with weak values as with strong ones, and never without the tendency", () => {
    const refusals = (score: number, refusal?: number) => {
      const style = refusal === undefined ? {} : { refusal };
      const who = simulatedExaminee({ id: "sim:r", profile: profile(score), seed: 1, style });
      return Array.from({ length: 500 }, (_, sample) =>
        plantedLabels(who, { system: "mft", text, sample }),
      ).filter(({ refused }) => refused).length;
    };
    expect(refusals(0.05, 0.8)).toBe(refusals(0.95, 0.8));
    expect(refusals(0.5, 0.8)).toBeGreaterThan(20);
    expect(refusals(0.5, 0)).toBe(0);
  });

  it("varies length and refusal tendency over a panel without regard to values", () => {
    const panel = mixedPanel(5, { published: 0, archetypes: 200 });
    const strength = panel.map(({ setting }) => sum([...setting.planted.values()].flat()));
    expect(
      Math.abs(
        correlation(
          strength,
          panel.map((e) => e.setting.style.length),
        ),
      ),
    ).toBeLessThan(0.25);
    expect(
      Math.abs(
        correlation(
          strength,
          panel.map((e) => e.setting.style.refusal),
        ),
      ),
    ).toBeLessThan(0.25);
  });

  it("fails, without a reply, on a system it has no profile for", async () => {
    const who = simulatedExaminee({ id: "sim:m", profile: { mft: profile(0.5).mft }, seed: 1 });
    expect(await who.ask({ system: "schwartz", text, sample: 0 })).toEqual({
      kind: "failed",
      why: "systemNotCovered",
      attempts: 0,
    });
    expect(who.card.systems).toEqual(["mft"]);
  });

  it("puts everything that decides a reply into its identity, as plain JSON", () => {
    const identity = (seed: number, score: number) =>
      JSON.stringify(examinee("sim:a", score, seed).identity);
    expect(identity(1, 0.5)).not.toBe(identity(2, 0.5));
    expect(identity(1, 0.5)).not.toBe(identity(1, 0.6));
    expect(JSON.parse(identity(1, 0.5))).toEqual(examinee("sim:a").identity);
  });

  it("never hides that it is simulated", () => {
    const options = { profile: profile(0.5), seed: 1 };
    expect(() => simulatedExaminee({ ...options, id: "gpt-4o" })).toThrow(/sim:gpt-4o/);
    expect(() => simulatedExaminee({ ...options, id: "sim:x", label: "GPT-4o" })).toThrow(
      /simulated/,
    );
  });

  it("names the dimension that is missing, unknown or out of range", () => {
    const mft = profile(0.5).mft;
    const plant = (scores: Record<string, number>) => () =>
      simulatedExaminee({ id: "sim:x", profile: { mft: scores }, seed: 1 });
    expect(plant({ ...mft, care: 1.2 })).toThrow(/mft\.care must be planted from 0 to 1: 1\.2/);
    expect(plant({ ...mft, charm: 0.5 })).toThrow(/no dimension "charm"/);
    const { care: _, ...incomplete } = mft;
    expect(plant(incomplete)).toThrow(/mft\.care.*undefined/);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [sum(xs) / xs.length, sum(ys) / ys.length];
  const products = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    sum(a.map((value, index) => (value - ma) * (b[index] - mb)));
  return products(xs, mx, ys, my) / Math.sqrt(products(xs, mx, xs, mx) * products(ys, my, ys, my));
}
