import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  culture,
  cultures,
  panCulturalPlaces,
  panCulturalProfile,
  platformCultures,
} from "../../src/facts/cultures.js";
import type { HeatmapSnapshot } from "../../src/facts/platform-culture.js";
import { publishedProfile } from "../../src/facts/published-profile.js";
import type { PublishedVersion } from "../../src/facts/published-score.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { ranks } from "../../src/statistics/ranks.js";
import { spearman } from "../../src/statistics/spearman.js";
import { dimensionIds } from "../../src/values/value-system.js";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const ids = dimensionIds(valueSystem("schwartz"));
const snapshots: readonly HeatmapSnapshot[] = ["2025-01-07", "2025-03-04", "2025-05-26"];

type Row = Readonly<Record<string, string>>;

/** Rows of a table whose cells hold no commas that matter here. */
function rowsOf(path: string): readonly Row[] {
  const [head, ...lines] = readFileSync(`${shared}${path}`, "utf8").trimEnd().split("\n");
  const columns = head.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, at) => [columns[at], cell])),
  );
}

describe("the countries", () => {
  test("each have the ten values, a survey, a year and a licence to repeat", () => {
    expect(cultures()).toHaveLength(40);
    for (const fact of cultures()) {
      expect(Object.keys(fact.profile).sort()).toEqual([...ids].sort());
      expect(fact.id).toMatch(/^[A-Z]{3}$/);
      expect(fact.year).toBeGreaterThan(2000);
      expect(fact.licence).not.toBe("");
    }
    expect(new Set(cultures().map(({ id }) => id)).size).toBe(40);
  });

  test("are centred: universalism has three items of 21, the other nine values two each", () => {
    for (const { profile } of cultures({ scale: "means" })) {
      const all = ids.reduce((sum, id) => sum + (id === "universalism" ? 3 : 2) * profile[id], 0);
      expect(Math.abs(all)).toBeLessThan(0.05);
    }
  });

  test("with a standard error have one for each value, of a size a survey has", () => {
    const known = cultures().filter(({ standardErrors }) => standardErrors !== undefined);
    expect(known).toHaveLength(16);
    for (const { standardErrors } of known)
      for (const id of ids) {
        expect(standardErrors?.[id]).toBeGreaterThan(0.005);
        expect(standardErrors?.[id]).toBeLessThan(0.08);
      }
  });

  test("give Singapore's values in order only, since another questionnaire was asked", () => {
    const singapore = culture("Singapore");
    expect(singapore.scale).toBe("ranks");
    expect(Object.values(singapore.profile).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  test("have the numbers of the source tables", ({ skip }) => {
    if (!existsSync(shared)) return skip("../shared is absent");
    const columns = { SD: "self_direction", ST: "stimulation", HE: "hedonism", AC: "achievement" };
    const more = { PO: "power", SE: "security", TR: "tradition", CO: "conformity" };
    const names = { ...columns, ...more, BE: "benevolence", UN: "universalism" };
    for (const row of rowsOf("culture/schwartz_profiles_latest.csv")) {
      const { profile, scale, round } = culture(row.iso3);
      expect(round).toBe(row.round);
      const source = Object.keys(names).map((code) => Number(row[code]));
      const ours = Object.values(names).map((id) => profile[id]);
      expect(ours).toEqual(scale === "ranks" ? ranks(source) : source);
    }
  });
});

describe("the pan-cultural order", () => {
  test("puts benevolence first and power last, in three tiers that follow the order", () => {
    const places = panCulturalPlaces();
    expect(places.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(places[0].dimension).toBe("benevolence");
    expect(places[9].dimension).toBe("power");
    expect(places.map(({ tier }) => tier).join(" ")).toBe(
      "top top top middle middle middle middle bottom bottom bottom",
    );
  });

  test("agrees with the published models' means as platform 6 reports", () => {
    const common = panCulturalProfile();
    const models = ["gpt-4o", "o3-mini", "claude-3.5-sonnet"].map(
      (id) => publishedProfile(id).profiles.schwartz,
    );
    for (const profile of models) {
      const rho = spearman(
        ids.map((id) => profile[id]),
        ids.map((id) => common[id]),
      );
      expect(rho).toBeGreaterThanOrEqual(0.66 - 0.005);
      expect(rho).toBeLessThanOrEqual(0.9 + 0.005);
    }
  });
});

describe("the platform's cultures", () => {
  test("are orders of ten values, eight or seven a release", () => {
    expect(snapshots.map((snapshot) => platformCultures(snapshot).length)).toEqual([8, 8, 7]);
    for (const { profile } of snapshots.flatMap(platformCultures))
      expect(Object.values(profile).reduce((sum, rank) => sum + rank, 0)).toBe(55);
  });

  test("carry a note where a label or a treatment is in doubt", () => {
    const labelled = platformCultures("2025-03-04").find(({ id }) => id === "ID");
    expect(labelled?.note).toContain("India");
    expect(labelled?.name).toBe("ID");
    for (const { note } of platformCultures("2025-05-26")) expect(note).toContain("Hedonism");
    expect(platformCultures("2025-03-04").filter(({ note }) => note !== null)).toHaveLength(1);
  });

  test.for([
    ["2025-03-04", 264],
    ["2025-01-07", 176],
    ["2025-05-26", 231],
  ] as const)(
    "reproduce every cell of the heatmap of %s (%i cells)",
    ([snapshot, count], { skip }) => {
      if (!existsSync(shared)) return skip("../shared is absent");
      const cells = rowsOf("culture_similarity.csv").filter((row) => row.snapshot === snapshot);
      const orders = platformCultures(snapshot);
      const off = cells.map((cell) => {
        const version = cell.scores_version as PublishedVersion;
        const scores = { ...publishedProfile(cell.model, { version }).profiles.schwartz };
        // The platform puts hedonism last on both sides before it correlates; our orders have it so already.
        if (cell.hedonism === "forced_last") scores.hedonism = -1;
        const order = orders.find(({ id }) => id === cell.culture);
        const rho = spearman(
          ids.map((id) => scores[id]),
          ids.map((id) => order?.profile[id] ?? Number.NaN),
        );
        return Math.abs(rho - Number(cell.rho));
      });
      expect(cells).toHaveLength(count);
      // The source's numbers are kept to ten digits.
      expect(Math.max(...off)).toBeLessThan(1e-10);
    },
  );
});
