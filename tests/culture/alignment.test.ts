import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignment, alignments } from "../../src/catalogue/alignments.js";
import { alignWithCultures } from "../../src/culture/align-with-cultures.js";
import type { Culture, ValueProfile } from "../../src/culture/culture.js";
import { panCulturalMean } from "../../src/culture/pan-cultural-mean.js";
import { partialAgreement } from "../../src/culture/partial-agreement.js";
import type { ItemReadings } from "../../src/culture/resampled-profiles.js";
import { cultures, panCulturalProfile, platformCultures } from "../../src/facts/cultures.js";
import { publishedProfile } from "../../src/facts/published-profile.js";
import { stream } from "../../src/random/stream.js";
import { fisherInterval } from "../../src/statistics/fisher-interval.js";
import { zScore } from "../../src/statistics/z-score.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const runs = { numRuns: FULL ? 10_000 : 300, seed: 7 };

const dimensions = ["care", "fun", "novelty", "order", "power"];
const profileOf = (scores: readonly number[]): ValueProfile =>
  Object.fromEntries(dimensions.map((dimension, k) => [dimension, scores[k]]));
const cultureOf = (id: string, scores: readonly number[]): Culture => ({
  id,
  name: id,
  profile: profileOf(scores),
});

const wildProfile = fc.oneof(
  { weight: 8, arbitrary: fc.array(wild.number, { minLength: 5, maxLength: 5 }).map(profileOf) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...dimensions), wild.number) },
);
const wildCultures = fc.array(
  fc.record({
    id: fc.constantFrom("A", "B", "C", "D"),
    name: fc.constant("a"),
    profile: wildProfile,
  }),
  { maxLength: 3 },
);

promisesTotality("cultural alignment", {
  partialAgreement: total({
    of: ([profile, culture, common]: number[][]) => partialAgreement(profile, culture, common),
    inputs: [
      fc.integer({ min: 1, max: 6 }).chain((length) =>
        fc.array(fc.array(wild.number, { minLength: length, maxLength: length }), {
          minLength: 3,
          maxLength: 3,
        }),
      ),
    ],
    // Short lists have few shapes: of two numbers all z-scores are alike.
    undefinedWhen: (lists) =>
      lists.some((list) => new Set(list).size === 1) ||
      Number.isNaN(partialAgreement(...three(lists))),
  }),
  panCulturalMean: total({ of: panCulturalMean, inputs: [wild.table] }),
  alignWithCultures: total({
    of: (profile: ValueProfile, group: Culture[]) => alignWithCultures(profile, group),
    inputs: [wildProfile, wildCultures],
    undefinedWhen: (profile, group) => isCommon(profile, group),
  }),
});

function three([a, b, c]: readonly number[][]): [number[], number[], number[]] {
  return [a, b, c];
}

/** Whether one of the profiles compared has no shape, or just the shape that the cultures have in common. */
function isCommon(profile: ValueProfile, group: readonly Culture[]): boolean {
  const vector = (one: ValueProfile) => dimensions.map((id) => one[id]);
  const cultureVectors = group.map((one) => vector(one.profile));
  const common = zScore(panCulturalMean(cultureVectors));
  return [vector(profile), ...cultureVectors].some((one) =>
    zScore(one).every((value, k) => !(Math.abs(value - common[k]) > 1e-9)),
  );
}

const france = publishedProfile("GPT-4-Turbo").profiles.schwartz;
const means = cultures({ scale: "means" });

describe("a model beside many cultures", () => {
  const found = alignWithCultures(france, means);

  test("has one row a culture, each with interval, place, baseline and partial agreement", () => {
    expect(found).toMatchObject({
      alignment: "spearman",
      interval: "fisher",
      items: null,
      draws: null,
    });
    expect(found.rows).toHaveLength(39);
    for (const row of found.rows) {
      expect(fisherInterval(row.value, 10)).toEqual({ low: row.low, high: row.high });
      expect(row.baseline).toBe(found.rows[0].baseline);
      expect(Math.abs(row.partial)).toBeLessThanOrEqual(1);
      expect([row.rankLow, row.rankHigh]).toEqual([null, null]);
    }
    const best = found.rows.find((row) => row.rank === 1);
    expect(best?.value).toBe(Math.max(...found.rows.map((row) => row.value)));
  });

  test("agrees with many for free: the common order explains most of every agreement", () => {
    const partials = found.rows.map((row) => Math.abs(row.partial));
    const values = found.rows.map((row) => row.value);
    const mean = (numbers: readonly number[]) =>
      numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    expect(found.rows[0].baseline).toBeGreaterThan(0.5);
    expect(mean(partials)).toBeLessThan(mean(values));
  });

  test("does not depend on the order of dimensions in a record, nor on scales", () => {
    const turned = Object.fromEntries(
      Object.entries(france)
        .toReversed()
        .map(([id, score]) => [id, 100 * score - 3]),
    );
    const other = alignWithCultures(turned, means, { alignment: alignment("pearson") });
    const one = alignWithCultures(france, means, { alignment: alignment("pearson") });
    for (const [at, row] of one.rows.entries()) {
      expect(other.rows[at].value).toBeCloseTo(row.value, 12);
      expect(other.rows[at].partial).toBeCloseTo(row.partial, 12);
    }
  });

  test("may be held against a common profile of one's own", () => {
    const own = alignWithCultures(france, means, { panCultural: panCulturalProfile() });
    expect(own.rows[0].value).toBe(found.rows[0].value);
    expect(own.rows[0].partial).not.toBe(found.rows[0].partial);
  });

  test("marks cultures of which only an order is known", () => {
    const { rows } = alignWithCultures(france, [...means, ...platformCultures("2025-03-04")]);
    expect(rows.filter((row) => row.scale === "ranks")).toHaveLength(8);
  });

  test.each([
    ["no culture", france, [], "cultures must be a list of one culture or more"],
    [
      "a culture named twice",
      profileOf([1, 2, 3, 4, 5]),
      [cultureOf("A", [1, 2, 3, 4, 5]), cultureOf("A", [5, 4, 3, 2, 1])],
      "cultures must not repeat an id: A",
    ],
    [
      "a culture without a shape",
      profileOf([1, 2, 3, 4, 5]),
      [cultureOf("A", [2, 2, 2, 2, 2])],
      "must not be constant",
    ],
    [
      "profiles of two systems",
      france,
      [cultureOf("A", [1, 2, 3, 4, 5])],
      "cultures A must have exactly the dimensions",
    ],
    [
      "a score that is missing",
      { ...france, power: Number.NaN },
      means,
      "profile.power must be a finite number: NaN",
    ],
  ])("refuses %s", (_, profile, group, message) => {
    expect(() => alignWithCultures(profile, group)).toThrow(message);
  });

  test("has no agreement, no interval and no place for a model without a shape", () => {
    const flat = alignWithCultures(profileOf([3, 3, 3, 3, 3]), [cultureOf("A", [1, 2, 3, 4, 5])]);
    expect(flat.rows[0]).toMatchObject({ value: Number.NaN, low: null, high: null, rank: null });
  });
});

/** Items that each target one dimension; their readings scatter around a profile. */
function itemsAround(
  scores: readonly number[],
  perDimension: number,
  spread: number,
  seed: number,
) {
  const random = stream(seed, "items");
  return dimensions.flatMap((id, k) =>
    Array.from(
      { length: perDimension },
      (): ItemReadings => ({ [id]: scores[k] + spread * random.normal() }),
    ),
  );
}

const meanProfile = (items: readonly ItemReadings[]) =>
  profileOf(
    dimensions.map((id) => {
      const readings = items.flatMap((item) => item[id] ?? []);
      return readings.reduce((sum, value) => sum + value, 0) / readings.length;
    }),
  );

describe("intervals from drawing items again", () => {
  const truth = [5, 2, 3, 4, 1];
  const group = [cultureOf("near", [5, 1, 3, 4, 2]), cultureOf("far", [1, 4, 3, 2, 5])];
  const aligned = (perDimension: number, seed = 7) => {
    const items = itemsAround(truth, perDimension, 3, seed);
    return alignWithCultures(meanProfile(items), group, {
      alignment: alignment("pearson"),
      resample: { items, stream: stream(seed, "draws"), draws: 400 },
    });
  };

  test("are the same for the same stream, and hold the value", () => {
    const one = aligned(20);
    expect(one).toEqual(aligned(20));
    expect(one).toMatchObject({ interval: "bootstrap", items: 100, draws: 400 });
    for (const { value, low, high } of one.rows) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
  });

  test("narrow as items are added, and make the places of cultures sure", () => {
    const width = (found: ReturnType<typeof aligned>) =>
      (found.rows[0].high ?? 0) - (found.rows[0].low ?? 0);
    expect(width(aligned(200))).toBeLessThan(width(aligned(5)) / 2);
    expect(aligned(200).rows.map((row) => [row.rankLow, row.rankHigh])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test("widen with the culture's own error", () => {
    const items = itemsAround(truth, 100, 3, 7);
    const unsure = { ...group[0], standardErrors: profileOf([1, 1, 1, 1, 1]) };
    const { rows } = alignWithCultures(
      meanProfile(items),
      [group[0], { ...unsure, id: "unsure" }],
      {
        alignment: alignment("pearson"),
        resample: { items, stream: stream(7, "draws") },
      },
    );
    const [sure, doubted] = rows.map((row) => (row.high ?? 0) - (row.low ?? 0));
    expect(doubted).toBeGreaterThan(2 * sure);
  });

  test("cover the true agreement about as often as they say, where the profile is reliable", () => {
    const exact = alignWithCultures(profileOf(truth), group, { alignment: alignment("pearson") });
    const trials = FULL ? 400 : 40;
    let held = 0;
    for (let seed = 0; seed < trials; seed++) {
      const found = aligned(100, seed);
      expect(found.reliability).toBeGreaterThan(0.9);
      const [row] = found.rows;
      if ((row.low ?? 1) <= exact.rows[0].value && exact.rows[0].value <= (row.high ?? -1)) held++;
    }
    console.log(`coverage of the 95 % bootstrap interval: ${held} of ${trials}`);
    expect(held / trials).toBeGreaterThan(0.85);
  });

  test("say when they cannot be relied on: few items leave a profile of chance", () => {
    expect(aligned(4).reliability).toBeLessThan(0.7);
    expect(aligned(400).reliability).toBeGreaterThan(0.95);
  });

  test("skip draws in which a value got no item, and count those that stayed", () => {
    const items = itemsAround(truth, 1, 1, 7);
    const found = alignWithCultures(meanProfile(items), group, {
      resample: { items, stream: stream(7), draws: 2000 },
    });
    // Five items drawn five times: each is there in 5!/5^5 of the draws.
    expect(found.draws).toBeGreaterThan(2000 * 0.025);
    expect(found.draws).toBeLessThan(2000 * 0.055);
  });

  test.each([
    ["a value without items", [{ care: 1 }], "items must have a reading on fun"],
    ["no items", [], "items must be a list of one item or more"],
    ["a reading that is no number", [profileOf([1, 2, 3, 4, Number.NaN])], "items[0].power"],
  ])("are refused for %s", (_, items, message) => {
    const resample = { items, stream: stream(7) };
    expect(() => alignWithCultures(profileOf(truth), group, { resample })).toThrow(message);
  });
});

describe("the agreement beyond what all share", () => {
  const shape = fc
    .array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 })
    .filter((row) => new Set(row).size > 2);

  test("is the same either way round, and 1 for a model that is the culture", () => {
    fc.assert(
      fc.property(shape, shape, shape, (model, people, common) => {
        const agreement = partialAgreement(model, people, common);
        fc.pre(!Number.isNaN(agreement));
        expect(partialAgreement(people, model, common)).toBe(agreement);
        expect(partialAgreement(model, model, common)).toBe(1);
      }),
      runs,
    );
  });

  test("is nothing for a model that is just the common profile, on whatever scale", () => {
    const cultures = [
      [5, 1, 3, 4],
      [4, 2, 3, 5],
      [5, 2, 4, 3],
    ];
    const common = panCulturalMean(cultures);
    const scaled = common.map((value) => 17 * value + 3);
    expect(partialAgreement(common, cultures[0], common)).toBeNaN();
    expect(partialAgreement(scaled, cultures[0], common)).toBeNaN();
  });
});

describe("the catalogue of measures", () => {
  test("lists five with formula, range, domain and source; Spearman first", () => {
    expect(alignments.map(({ id }) => id)).toEqual([
      "spearman",
      "pearson",
      "kendall",
      "partial",
      "cosine",
    ]);
    for (const entry of alignments)
      for (const told of [
        entry.name,
        entry.meaning,
        entry.formula,
        entry.range,
        entry.domain,
        entry.source,
      ])
        expect(told).not.toBe("");
  });

  test("warns of the plain cosine, and of nothing else", () => {
    expect(alignments.filter(({ warning }) => warning !== null).map(({ id }) => id)).toEqual([
      "cosine",
    ]);
  });

  test.each(alignments.map((entry) => [entry.id, entry] as const))(
    "%s gives a table of agreements",
    (_, entry) => {
      const { rows, interval } = alignWithCultures(france, means, { alignment: entry });
      expect(rows.every((row) => Math.abs(row.value) <= 1)).toBe(true);
      expect(interval).toBe(entry.hasFisherInterval ? "fisher" : "none");
    },
  );
});
