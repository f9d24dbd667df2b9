import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignWithCultures } from "../../src/culture/align-with-cultures.js";
import { cultureSensitivity } from "../../src/culture/culture-sensitivity.js";
import { embeddedSpace, rankSpace } from "../../src/culture/embedded-space.js";
import { matchProfile } from "../../src/culture/match-profile.js";
import { CultureTableError, parseCultures } from "../../src/culture/parse-cultures.js";
import { valueClouds } from "../../src/culture/value-clouds.js";
import { type MapEntry, valueSpace } from "../../src/culture/value-space.js";
import { cultureRounds } from "../../src/facts/culture-rounds.js";
import { culture, cultures, platformCultures } from "../../src/facts/cultures.js";
import { publishedModels, publishedProfile } from "../../src/facts/published-profile.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import { pearson } from "../../src/statistics/pearson.js";
import { spearman } from "../../src/statistics/spearman.js";
import { dimensionIds } from "../../src/values/value-system.js";

const ids = dimensionIds(valueSystem("schwartz"));
const models = publishedModels().map(({ id, name }) => ({
  id,
  name,
  profile: publishedProfile(id).profiles.schwartz,
}));
const surveyed = cultures({ scale: "means" });

describe("the closest culture", () => {
  const march = platformCultures("2025-03-04").filter(({ id }) => id !== "JP");

  test("turns from China to France for most models by what is done with hedonism", () => {
    const turns = models.map(({ profile }) => {
      const { bySwitch } = cultureSensitivity(profile, {
        sources: [{ label: "platform, March 2025", cultures: march }],
      });
      return bySwitch.map(({ closest }) => closest);
    });
    const count = (at: number, id: string) => turns.filter((one) => one[at] === id).length;
    expect([count(0, "CN"), count(0, "FR")]).toEqual([21, 0]);
    expect([count(1, "CN"), count(1, "FR")]).toEqual([1, 27]);
    expect([count(2, "CN"), count(2, "FR")]).toEqual([1, 27]);
  });

  test("is asked again for each survey round and without each value", () => {
    const rounds = ["ESS1", "ESS6", "ESS11"].map((round) => ({
      label: round,
      cultures: cultureRounds({ round }),
    }));
    const found = cultureSensitivity(models[0].profile, { sources: rounds });
    expect(found.bySource.map(({ choice, cultures: count }) => [choice, count])).toEqual([
      ["ESS1", 18],
      ["ESS6", 29],
      ["ESS11", cultureRounds({ round: "ESS11" }).length],
    ]);
    expect(found.byOmission.map(({ choice }) => choice).sort()).toEqual(
      ids.map((id) => `without ${id}`).sort(),
    );
    expect(found.different).toBeGreaterThan(1);
    const [first] = found.bySource;
    const best = alignWithCultures(models[0].profile, rounds[0].cultures).rows.reduce((a, b) =>
      b.value > a.value ? b : a,
    );
    expect([first.closest, first.value]).toEqual([best.culture, best.value]);
  });

  test("is closest in a share of the draws when items are known, and that is no certainty", () => {
    const { profile } = models[0];
    const random = stream(4, "items");
    const items = ids.flatMap((id) =>
      Array.from({ length: 40 }, () => ({ [id]: random.next() < profile[id] ? 1 : 0 })),
    );
    const found = alignWithCultures(profile, surveyed.slice(0, 12), {
      resample: { items, stream: stream(4, "draws"), draws: 200 },
    });
    const shares = found.rows.map(({ closest }) => closest ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(alignWithCultures(profile, surveyed).rows[0].closest).toBeNull();
  });
});

describe("a person beside the models", () => {
  const you = Object.fromEntries(ids.map((id, at) => [id, (at * 7) % 11]));

  test("is matched by the same correlation as a culture, closest first", () => {
    const { rows, dimensions } = matchProfile(you, models);
    expect(rows).toHaveLength(33);
    for (const { id, value } of rows) {
      const theirs = models.find((model) => model.id === id)?.profile ?? {};
      const rho = spearman(
        dimensions.map((one) => you[one]),
        dimensions.map((one) => theirs[one]),
      );
      expect(value).toBeCloseTo(rho, 12);
    }
    expect(rows.map(({ value }) => value)).toEqual(
      rows.map(({ value }) => value).toSorted((a, b) => b - a),
    );
  });

  test("learns on which values a match rests; the parts of all sum to Pearson's r", () => {
    const some = { care: 9, power: 1, fun: 4 };
    const theirs = { care: 0.5, power: 0.2, fun: 0.1 };
    const [row] = matchProfile(some, [{ id: "a", name: "A", profile: theirs }]).rows;
    const parts = [...row.agree, ...row.differ].reduce((sum, { part }) => sum + part, 0);
    expect(parts).toBeCloseTo(pearson([9, 4, 1], [0.5, 0.1, 0.2]), 12);
  });

  test("whose best match is a guess is told so", () => {
    expect(matchProfile(you, models).notToldApart).toBeGreaterThan(10);
  });

  test("whose ratings are all alike has no priorities to match", () => {
    const flat = Object.fromEntries(ids.map((id) => [id, 5]));
    expect(() => matchProfile(flat, models)).toThrow(/must not have the same score everywhere/);
  });

  test("is not compared with a model that lacks a score, and none is invented", () => {
    const bare = { id: "x", name: "X", profile: { ...models[0].profile, power: null } };
    const flat = { id: "y", name: "Y", profile: Object.fromEntries(ids.map((id) => [id, 0.35])) };
    const found = matchProfile(you, [bare, flat]);
    expect(found.rows).toEqual([]);
    expect(found.leftOut.map(({ why }) => why)).toEqual([
      "no score on power",
      "the same score everywhere",
    ]);
  });
});

describe("cultures of one's own", () => {
  const head = `id,name,${ids.join(",")}`;
  const line = (id: string, values: readonly (number | string)[]) =>
    `${id},Name,${values.join(",")}`;
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  test("come back as they were written", () => {
    const rows = surveyed.slice(0, 5);
    const text = [
      `${head},scale`,
      ...rows.map(
        ({ id, name, profile }) =>
          `${id},"${name}",${ids.map((one) => profile[one]).join(",")},means`,
      ),
    ].join("\r\n");
    const { cultures: found, problems } = parseCultures(text, ids);
    expect(problems).toEqual([]);
    expect(found.map(({ profile }) => profile)).toEqual(rows.map(({ profile }) => profile));
  });

  test.each([
    [
      "a missing value",
      line("A", [...ten.slice(0, 9), ""]),
      /no number for universalism; left out/,
    ],
    ["a ragged row", line("A", ten.slice(0, 9)), /has 11 cells where the head line has 12/],
    ["a long row", line("A", [...ten, 3]), /has 13 cells .* quote cells that hold commas/],
    ["a word", line("A", [...ten.slice(0, 9), "high"]), /has "high" for universalism/],
    ["a formula", line("A", [...ten.slice(0, 9), "=1+1"]), /has "=1\+1" for universalism/],
    ["NaN", line("A", [...ten.slice(0, 9), "NaN"]), /has "NaN" for universalism/],
    [
      "one number everywhere",
      line(
        "A",
        ten.map(() => 2),
      ),
      /same number everywhere/,
    ],
    ["no id", line("", ten), /has no id/],
    ["an open quote", `"A,Name,${ten.join(",")}`, /quoted cell never ends/],
  ])("with %s are left out, and it is said why", (_, row, why) => {
    const good = line("B", ten);
    const { cultures: found, problems } = parseCultures(`${head}\n${good}\n${row}`, ids);
    expect(found.map(({ id }) => id)).toEqual(["B"]);
    expect(problems).toHaveLength(1);
    expect(problems[0].line).toBe(3);
    expect(problems[0].why).toMatch(why);
    expect(problems[0].why).not.toContain("\n");
  });

  test("need a head line with every value, once", () => {
    expect(() => parseCultures("", ids)).toThrow(CultureTableError);
    expect(() => parseCultures("id,name,power", ids)).toThrow(
      /line 1 lacks the columns self_direction/,
    );
    expect(() => parseCultures(`${head},power`, ids)).toThrow(/has the column "power" twice/);
    expect(() => parseCultures(`${head},kindness`, ids)).toThrow(/"kindness" that is not known/);
  });

  test("may be any text at all: it is read, left out or refused, never more", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { cultures: found, problems } = parseCultures(`${head}\n${text}`, ids);
        for (const one of found) expect(Object.keys(one.profile).sort()).toEqual([...ids].sort());
        for (const { why } of problems) expect(why).not.toMatch(/\n/);
      }),
    );
  });
});

describe("models, cultures and you in one space", () => {
  const entries: MapEntry[] = [
    ...models.map(({ id, profile }) => ({ id, kind: "examinee" as const, profile })),
    ...surveyed.map(({ id, profile }) => ({ id, kind: "culture" as const, profile })),
    { id: "you", kind: "person", profile: culture("FRA").profile },
  ];

  test("put you where your double is", () => {
    const { points } = valueSpace(entries);
    const at = (id: string) => points.find((point) => point.id === id);
    expect(at("you")).toMatchObject({ x: at("FRA")?.x, y: at("FRA")?.y, z: at("FRA")?.z });
  });

  test("give clouds to those whose uncertainty is known, around their points", () => {
    const some = [
      ...entries.slice(0, 4),
      ...surveyed.slice(0, 8).map(({ id, profile, standardErrors }) => ({
        id,
        kind: "culture" as const,
        profile,
        standardErrors,
      })),
    ];
    const map = valueSpace(some);
    const clouds = valueClouds(map, some, stream(2, "clouds"), 50);
    const known = surveyed.slice(0, 8).filter(({ standardErrors }) => standardErrors !== undefined);
    expect(clouds.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
    for (const { id, places, spread } of clouds) {
      const point = map.points.find((one) => one.id === id);
      const middle = places.reduce((sum, [x]) => sum + x, 0) / places.length;
      expect(Math.abs(middle - (point?.x ?? 0))).toBeLessThan(0.15);
      expect(spread).toBeGreaterThan(0.005);
      expect(spread).toBeLessThan(0.5);
    }
  });

  test("by rank distances keep the heatmap's nearest better than a map of anything", () => {
    const map = rankSpace(entries);
    expect(map.points).toHaveLength(entries.length);
    expect(map.stress).toBeLessThan(0.25);
    expect(map.trust?.value).toBeGreaterThan(0.85);
    expect(rankSpace(entries)).toEqual(map);
  });

  test("by a method of one's own say how far they can be trusted", () => {
    const random = stream(1, "map");
    const blind = embeddedSpace(
      entries,
      (rows) => rows.map(() => [random.next(), random.next(), random.next()]),
      {
        method: "chance",
        warning: "no map at all",
      },
    );
    expect(blind.trust?.value).toBeLessThan(0.65);
    expect(blind.stress).toBeGreaterThan(0.2);
  });
});
