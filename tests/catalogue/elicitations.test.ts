import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  elicitation,
  elicitations,
  registerElicitation,
} from "../../src/catalogue/elicitations.js";
import { promisesTotality, total } from "../house/totality.js";
import { profiles } from "../information/wild-replies.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 5_000 : 300;

const builtIn = [...elicitations];
const named = builtIn.map((entry) => [entry.id, entry] as const);

promisesTotality(
  "choices for I",
  Object.fromEntries(
    named.map(([id, { of }]) => [
      id,
      total({
        of: (rows: number[][], clip: number) =>
          of({ replies: rows.slice(1), baseline: rows[0] ?? [], clip }),
        inputs: [profiles, fc.constantFrom(0.02, 0.2, 1e-9, 0, 0.5, Number.NaN)],
      }),
    ]),
  ),
);

const unit = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
const rows = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.array(fc.array(unit, { minLength: count, maxLength: count }), {
    minLength: 2,
    maxLength: 6,
  }),
);

describe.each(named)("%s", (id, { of, maximum, ...entry }) => {
  // An estimate freed of bias goes beyond what it estimates now and then.
  const corrected = /-(delta|jackknife)$/.test(id);

  test(`lies between 0 and its maximum (${RUNS} random items)`, () => {
    fc.assert(
      fc.property(rows, ([baseline, ...replies]) => {
        const value = of({ replies, baseline, clip: 0.02 });
        expect(value).toBeGreaterThanOrEqual(0);
        const most = maximum(0.02, baseline.length);
        expect(most).toBeGreaterThan(0);
        if (!corrected) expect(value).toBeLessThanOrEqual(most + 1e-12);
      }),
      { numRuns: RUNS },
    );
  });

  test("the order of replies and of dimensions does not matter", () => {
    fc.assert(
      fc.property(rows, ([baseline, ...replies]) => {
        const value = of({ replies, baseline, clip: 0.02 });
        const turned = {
          replies: replies.map((reply) => reply.toReversed()).toReversed(),
          baseline: baseline.toReversed(),
          clip: 0.02,
        };
        expect(of(turned)).toBeCloseTo(value, 11);
      }),
      { numRuns: RUNS },
    );
  });

  test("is told in full", () => {
    for (const text of [entry.name, entry.meaning, entry.formula, entry.unit, entry.source])
      expect(text.length).toBeGreaterThan(2);
    expect(entry.range).toMatch(/^0 to /);
    expect(entry.meaning).toMatch(/^[A-Z].*\.$/);
  });
});

describe("what tells elicitations apart", () => {
  const value = (id: string, replies: number[][], baseline: number[]) =>
    elicitation(id).of({ replies, baseline, clip: 0.02 });

  test("an examinee who only echoes the item elicits nothing under any baseline", () => {
    for (const id of ["question-baseline", "question-baseline-one-sided", "adaem-disentanglement"])
      expect(value(id, [[1, 0]], [1, 0])).toBeCloseTo(0, 12);
  });

  test("silence about a value that the item names counts under one baseline alone", () => {
    expect(value("question-baseline", [[0]], [1])).toBeGreaterThan(3);
    expect(value("question-baseline-one-sided", [[0]], [1])).toBe(0);
  });

  test("one who always shows the same value has no mutual information, but a baseline", () => {
    const same = [
      [1, 0],
      [1, 0],
    ];
    expect(value("plug-in", same, [0, 0])).toBe(0);
    expect(value("plug-in-jackknife", same, [0, 0])).toBe(0);
    expect(value("question-baseline", same, [0, 0])).toBeGreaterThan(1);
    expect(value("adaem-surrogate", same, [0, 0])).toBe(1.5);
  });

  test("a single reply carries no information that could be told", () => {
    for (const { id } of builtIn.filter((one) => one.id.startsWith("plug-in")))
      expect(value(id, [[0.3, 0.9]], [0, 0])).toBe(0);
  });

  test("AdAEM's threshold says what is shown", () => {
    const input = { replies: [[0.4, 0]], baseline: [0, 0], clip: 0.02 };
    expect(elicitation("adaem-surrogate").of(input)).toBe(0);
    expect(elicitation("adaem-surrogate", { "shown-from": 0.3 }).of(input)).toBe(1.5);
  });

  test("one of your own is found by its id, and must be whole", () => {
    const about = {
      ...{ name: "Own", meaning: "", formula: "", unit: "", range: "", domain: "", source: "" },
      parameters: [],
    };
    const own = { ...about, id: "own-term", of: () => 0.5, maximum: () => 1 };
    registerElicitation(own);
    expect(elicitations).toContain(own);
    expect(elicitation("own-term")).toBe(own);
    expect(() => registerElicitation(own)).toThrow("taken already");
  });
});
