import { builtInSystems } from "../../facts/value-systems.js";
import { barsFigure } from "../../figures/bars-figure.js";
import { stream } from "../../random/stream.js";
import { zScore } from "../../statistics/z-score.js";
import { type FamilyDistances, familyDistances } from "./family-distances.js";
import { publishedTable } from "./published-table.js";
import { checkPinned, type Reproduction } from "./reproduction.js";

/** Deals of the family names. */
const DEALS = 2000;

/** Families with more than one model. */
const NAMED = "gpt, o-series, llama, gemini, claude, phi, sea-lion, deepseek";

/** Distances within and between families, one entry a system and one of all systems together. */
export function reproducedFamilies(): readonly (FamilyDistances & { readonly label: string })[] {
  const tables = builtInSystems.map(({ id }) => publishedTable(id));
  const names = tables[0].rows.map(({ family }) => family);
  const how = (label: string) => ({ random: stream("families", label), deals: DEALS });
  const each = tables.map(({ system, rows }) => ({
    label: system,
    ...familyDistances(
      rows.map(({ scores }) => scores),
      names,
      how(system),
    ),
  }));
  const mft = publishedTable("mft").rows.filter(({ id }) => id !== "gemini-2.0-pro");
  const measured = familyDistances(
    mft.map(({ scores }) => scores),
    mft.map(({ family }) => family),
    how("mft measured"),
  );
  // Every system counts alike, however many dimensions it has.
  const all = tables.reduce((sum, { dimensions }) => sum + dimensions.length, 0);
  const columns = tables.flatMap(({ dimensions, rows }) => {
    const weight = Math.sqrt(all / (tables.length * dimensions.length));
    return dimensions.map((_, k) =>
      zScore(rows.map(({ scores }) => scores[k])).map((z) => weight * z),
    );
  });
  const standard = names.map((_, row) => columns.map((column) => column[row]));
  return [
    ...each,
    { label: "mft without the placeholder", ...measured },
    { label: "all, z-scored", ...familyDistances(standard, names, how("all")) },
  ];
}

/**
 * Are models of one family alike? Mean distances within and between families for each value system and for all 27 dimensions
 * together, each with a permutation p.
 *
 * Source: platform 5.
 *
 * @example
 * reproduceFamilies().numbers["mft: ratio"]; // => 1.91 (± 0.005)
 */
export function reproduceFamilies(): Reproduction {
  const found = reproducedFamilies();
  const numbers: Record<string, number> = {
    "pairs within": found[0].withinPairs,
    "pairs between": found[0].betweenPairs,
  };
  for (const { label, within, between, ratio, p } of found) {
    numbers[`${label}: within`] = within;
    numbers[`${label}: between`] = between;
    numbers[`${label}: ratio`] = ratio;
    numbers[`${label}: p`] = p;
  }
  const right = (title: string) => ({ title, align: "right" as const });
  return {
    id: "families",
    title: "Distances between models, within and between families",
    tables: [
      {
        title: "mean distances of pairs",
        columns: [
          { title: "system", align: "left" },
          ...["within", "between", "ratio", "p"].map(right),
        ],
        rows: found.map(({ label, within, between, ratio, p }) => [
          label,
          within.toFixed(2),
          between.toFixed(2),
          ratio.toFixed(2),
          p.toFixed(4),
        ]),
      },
    ],
    notes: [
      `Families: ${NAMED}; ${found[0].withinPairs} pairs within, ${found[0].betweenPairs} between. Root-mean-square difference over a system's dimensions, in points of 100 (all systems: in standard deviations, each system counting alike).`,
      `p: share of ${DEALS} deals of the family names with a ratio as large. Scores of one system share their items, so p speaks of these items.`,
    ],
    figures: [familiesFigure(found)],
    numbers,
    check: checkPinned("families", numbers),
  };
}

function familiesFigure(found: ReturnType<typeof reproducedFamilies>) {
  return barsFigure({
    id: "families-distances",
    title: "Are models of one family more alike than models of different families?",
    caption: [
      "Between-family distance of two models divided by the distance within a family; at the mark, 1, families mean nothing.",
      `n = 33 models, ${found[0].withinPairs} pairs within and ${found[0].betweenPairs} between; at the end of the bar, its permutation p.`,
      "Source: published scores (Value Compass Benchmarks, CC BY-NC-SA).",
    ].join(" "),
    unit: "distance between / distance within",
    parts: [{ name: "between / within", role: "series0" }],
    mark: "no difference",
    lines: found.map(({ label, ratio, p }) => ({
      name: label,
      parts: [ratio],
      mark: 1,
      text: `p ${p < 0.001 ? "< 0.001" : p.toFixed(3)}`,
    })),
  });
}
