import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptAnswer } from "../../src/ports/store.js";
import type { DimensionVerdict } from "../../src/records/verdict.js";
import { canonicalJson } from "../../src/run/journal/canonical-json.js";
import { askKey, systemHash, verdictKey } from "../../src/run/journal/content-key.js";
import { decodeReply, encodeReply } from "../../src/run/journal/reply-codec.js";
import { roundVerdict } from "../../src/run/journal/round-verdict.js";
import { decodeVerdict, encodeVerdict } from "../../src/run/journal/verdict-codec.js";
import { judged, smallSystem } from "./journal-rows.js";

const system = smallSystem(3);

const span = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  kind: fc.constantFrom("sentence", "word"),
});

const read = fc
  .record({
    parts: fc.tuple(
      ...[1, 2, 3].map(() => fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0))),
    ),
    support: fc.constantFrom("measured", "transfer", "authored", "unvalidated"),
    evidence: fc.array(span, { maxLength: 3 }),
  })
  .map(({ parts, support, evidence }): DimensionVerdict => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const [adhere, oppose, unrelated] = sum > 0 ? parts.map((part) => part / sum) : [0, 0, 1];
    return { adhere, oppose, unrelated, support, evidence };
  });

const answer = fc
  .record({
    recognizer: fc.string({ unit: "binary" }),
    reads: fc.array(read, { minLength: 3, maxLength: 3 }),
    how: fc.constantFrom("", "refusal", "empty", "filtered", "nonAnswer"),
  })
  .map(({ recognizer, reads, how }): KeptAnswer => {
    const dimensions = Object.fromEntries(reads.map((each, index) => [`d${index}`, each]));
    const verdict = { system: "small", recognizer, dimensions };
    return how === "" ? { kind: "judged", verdict } : { kind: "declined", how, verdict };
  });

describe("a verdict", () => {
  test("replayed from the journal equals the fresh one, rounded", () => {
    fc.assert(
      fc.property(answer, (fresh) => {
        const rounded = { ...fresh, verdict: roundVerdict(fresh.verdict, system) };
        const text = encodeVerdict(fresh, system);
        const replayed = decodeVerdict(text, system);
        expect(replayed).toEqual(rounded);
        expect(JSON.stringify(replayed.verdict)).toBe(JSON.stringify(rounded.verdict));
        expect(encodeVerdict(replayed, system)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("is rounded by at most a millionth, sums to 1, and stays so when rounded again", () => {
    fc.assert(
      fc.property(answer, ({ verdict }) => {
        const rounded = roundVerdict(verdict, system);
        for (const [id, each] of Object.entries(rounded.dimensions)) {
          expect(each.adhere + each.oppose + each.unrelated).toBeCloseTo(1, 12);
          expect(Math.min(each.adhere, each.oppose, each.unrelated)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(each.adhere - verdict.dimensions[id].adhere)).toBeLessThan(1.01e-6);
          expect(Math.abs(each.unrelated - verdict.dimensions[id].unrelated)).toBeLessThan(2.01e-6);
        }
        expect(roundVerdict(rounded, system)).toEqual(rounded);
      }),
    );
  });

  test("is refused when a dimension is missing, strange, or its numbers are no probabilities", () => {
    const { verdict } = judged(system);
    const { d0, ...others } = verdict.dimensions;
    const checked = (dimensions: Record<string, DimensionVerdict>) =>
      roundVerdict({ ...verdict, dimensions }, system);
    expect(() => checked(others)).toThrow("the verdict lacks a dimension of small: d0");
    expect(() => checked({ ...verdict.dimensions, x: d0 })).toThrow("no dimension of this name: x");
    for (const adhere of [Number.NaN, -0.1, 1.1, 0.9])
      expect(() => checked({ ...others, d0: { ...d0, adhere } })).toThrow("sum to 1 at d0");
    expect(() => roundVerdict({ ...verdict, system: "other" }, system)).toThrow(": other");
  });

  test("takes few bytes", () => {
    const ten = smallSystem(10);
    expect(encodeVerdict(judged(ten), ten).length).toBeLessThan(300);
  });

  test("of another system, or any other text, is not decoded", () => {
    const text = encodeVerdict(judged(system), system);
    expect(() => decodeVerdict(text, smallSystem(2))).toThrow("not a verdict");
    expect(() => decodeVerdict(text, { ...system, id: "other" })).toThrow("not a verdict");
    for (const other of ["[]", "null", '["small","r","maybe","mmm",[0,0,0,0,0,0],[[],[],[]]]'])
      expect(() => decodeVerdict(other, system)).toThrow("not a verdict");
  });
});

test("a reply with any text comes back as it was", () => {
  const reply = fc.record({
    text: fc.string({
      unit: fc.integer({ min: 0, max: 65535 }).map((n) => String.fromCharCode(n)),
    }),
    finish: fc.constantFrom("complete", "truncated", "filtered"),
    served: fc.string(),
  });
  fc.assert(
    fc.property(reply, (each) => {
      expect(decodeReply(encodeReply(each))).toEqual({ ...each });
    }),
  );
  expect(() => decodeReply('["a","x","b"]')).toThrow("not a reply");
});

describe("K1: a content key", () => {
  const identity = { model: "m", parameters: { temperature: 1, top: [1, 2] } };
  const key = askKey(identity, "schwartz", "Why?", 0);
  const recognizer = { id: "r@1", identity: { template: "t" } };
  const verdict = verdictKey(recognizer, systemHash(system), "Why?", "So.");

  test("changes with everything that decides the answer", () => {
    const keys = [
      key,
      askKey({ ...identity, model: "n" }, "schwartz", "Why?", 0),
      askKey({ ...identity, extra: null }, "schwartz", "Why?", 0),
      askKey({ ...identity, parameters: { temperature: 1, top: [2, 1] } }, "schwartz", "Why?", 0),
      askKey(identity, "mft", "Why?", 0),
      askKey(identity, "schwartz", "Why? ", 0),
      askKey(identity, "schwartz", "Why?", 1),
      verdict,
      verdictKey({ ...recognizer, id: "r@2" }, systemHash(system), "Why?", "So."),
      verdictKey({ ...recognizer, identity: { template: "u" } }, systemHash(system), "Why?", "So."),
      verdictKey(recognizer, systemHash(smallSystem(2)), "Why?", "So."),
      verdictKey(recognizer, systemHash(system), "Why?So.", ""),
      verdictKey(recognizer, systemHash(system), "Why?", null),
      verdictKey(recognizer, systemHash(system), "Why?", "null"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((each) => /^[0-9a-f]{64}$/.test(each))).toBe(true);
  });

  test("does not change with the order of properties, absent ones, or a system's name", () => {
    const turned = { gone: undefined, parameters: { top: [1, 2], temperature: 1 }, model: "m" };
    expect(askKey(turned, "schwartz", "Why?", 0)).toBe(key);
    expect(systemHash({ ...system, name: "N", source: "S" })).toBe(systemHash(system));
  });

  test("refuses what JSON cannot say, because two such values would look the same", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow("plain JSON: NaN (number)");
    expect(() => canonicalJson({ a: () => 1 })).toThrow("plain JSON");
    expect(() => canonicalJson({ a: new Map() })).toThrow("plain JSON");
  });
});
