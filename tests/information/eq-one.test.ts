import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divergences } from "../../src/catalogue/divergences.js";
import { elicitations } from "../../src/catalogue/elicitations.js";
import { itemTerms } from "../../src/information/item-terms.js";
import { objective } from "../../src/information/objective.js";
import { stream } from "../../src/random/stream.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 10_000 : 500;

const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** Replies to one item: two to four examinees, one to three samples each, two dimensions. */
const posteriors = fc.array(fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});
/** Those that need no second sample; the others are held to what they promise in tests/catalogue. */
const choices = fc.tuple(
  fc.constantFrom(...divergences.filter(({ ofSamples }) => !ofSamples)),
  fc.constantFrom(...elicitations.filter(({ id }) => !/-(delta|jackknife)$/.test(id))),
);

describe(`Eq. 1 (${RUNS} random cases each)`, () => {
  test("alpha 0 is D alone and alpha 1 is I alone, each over its maximum", () => {
    fc.assert(
      fc.property(posteriors, fc.tuple(unit, unit), choices, (replies, baseline, [D, I]) => {
        const terms = (alpha: number) =>
          itemTerms({
            ...{ posteriors: replies, baseline, divergence: D, elicitation: I, alpha },
            ...{ clip: 0.02, random: stream(1, "null") },
          });
        const [zero, one, half] = [terms(0), terms(1), terms(0.5)];
        const mostD = D.maximum({ examinees: replies.length, dimensions: 2 });
        const mostI = I.maximum(0.02, 2);
        expect(zero.objective).toBe(zero.informativeness / mostD);
        expect(one.objective).toBe(one.elicitation / mostI);
        expect(half.objective).toBeCloseTo((zero.objective + one.objective) / 2, 12);
        expect(zero.informativenessRaw).toBeGreaterThanOrEqual(0);
        expect(zero.informativenessRaw).toBeLessThanOrEqual(mostD + 1e-12);
        expect(one.elicitation).toBeGreaterThanOrEqual(0);
        expect(one.elicitation).toBeLessThanOrEqual(mostI + 1e-12);
      }),
      { numRuns: RUNS },
    );
  });

  test("a term of weight 0 does not enter, even when it is undefined", () => {
    const scales = { informativenessScale: 1, elicitationScale: 1 };
    const undefinedTerm = Number.NaN;
    expect(
      objective({ informativeness: 0.3, elicitation: undefinedTerm, alpha: 0, ...scales }),
    ).toBe(0.3);
    expect(
      objective({ informativeness: undefinedTerm, elicitation: 0.3, alpha: 1, ...scales }),
    ).toBe(0.3);
    expect(
      objective({ informativeness: undefinedTerm, elicitation: 0.3, alpha: 0.5, ...scales }),
    ).toBeNaN();
  });

  test("the order of examinees and of dimensions changes neither D nor I", () => {
    fc.assert(
      fc.property(posteriors, fc.tuple(unit, unit), choices, (replies, baseline, [D, I]) => {
        const rest = { divergence: D, elicitation: I, alpha: 0.5, clip: 0.02 };
        const random = () => stream(1, "null");
        const one = itemTerms({ posteriors: replies, baseline, random: random(), ...rest });
        const turned = replies.toReversed().map((own) => own.map((row) => row.toReversed()));
        const other = itemTerms({
          ...{ posteriors: turned, baseline: baseline.toReversed(), random: random(), ...rest },
        });
        expect(other.informativenessRaw).toBeCloseTo(one.informativenessRaw, 12);
        expect(other.elicitation).toBeCloseTo(one.elicitation, 12);
        if (!Number.isNaN(one.separation)) expect(other.separation).toBeCloseTo(one.separation, 12);
      }),
      { numRuns: RUNS },
    );
  });

  test("one reply each is no evidence of a difference; examinees without replies are left out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, unit), { minLength: 2, maxLength: 5 }), (rows) => {
        const [D, I] = [divergences[0], elicitations[0]];
        const rest = { divergence: D, elicitation: I, alpha: 0.5, clip: 0.02, baseline: [0, 0] };
        const single = rows.map((row) => [row]);
        const one = itemTerms({ posteriors: single, random: stream(1), ...rest });
        expect(one.informativeness).toBeCloseTo(0, 12);
        const more = itemTerms({ posteriors: [[], ...single, []], random: stream(1), ...rest });
        expect(more).toEqual(one);
      }),
      { numRuns: RUNS },
    );
  });
});
