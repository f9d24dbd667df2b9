import { mean } from "simple-statistics";
import { panCulturalProfile } from "../../facts/cultures.js";
import { publishedHeatmap } from "../../facts/published-heatmap.js";
import { ranks } from "../../statistics/ranks.js";
import { spearman } from "../../statistics/spearman.js";
import { type ClaimCheck, shown, verdictOf } from "./finding.js";
import { placeOf, publishedTable, rowOf } from "./published-table.js";

/** Models of developers in China. */
export const CHINESE: readonly string[] = [
  "yi-large",
  "qwen-max",
  "baichuan4",
  "deepseek-v3",
  "deepseek-r1",
  "moonshot-v1",
  "glm-4",
];

const TIERS = [
  ["universalism", "benevolence", "security", "self_direction"],
  ["achievement", "conformity", "tradition"],
  ["stimulation", "hedonism", "power"],
] as const;

const tiers: ClaimCheck = () => {
  const { dimensions, rows } = publishedTable("schwartz");
  const means = dimensions.map((_, k) => mean(rows.map(({ scores }) => scores[k])));
  const parted = (scores: readonly number[], upper: number) => {
    const of = (tier: readonly string[]) =>
      tier.map((one) => scores[dimensions.indexOf(one as string)]);
    return Math.min(...of(TIERS[upper])) > Math.max(...of(TIERS[upper + 1]));
  };
  const strict = rows.filter(({ scores }) => parted(scores, 0) && parted(scores, 1)).length;
  const low = rows.filter(({ scores }) => {
    const bottom = Math.max(...TIERS[2].map((one) => scores[dimensions.indexOf(one)]));
    return scores.every((score, k) =>
      (TIERS[2] as readonly string[]).includes(dimensions[k]) ? true : score > bottom,
    );
  }).length;
  return {
    verdict: verdictOf(parted(means, 0), parted(means, 1)),
    says: `holds for the means; strictly for ${strict} of ${rows.length} models; the lowest three below all else for ${low}`,
    numbers: { strict, low },
  };
};

const panCultural: ClaimCheck = () => {
  const { dimensions, rows } = publishedTable("schwartz");
  const order = panCulturalProfile();
  // The source reports near-ties; these two stand a hair apart in it.
  const shared = (order.self_direction + order.universalism) / 2;
  const tied: Readonly<Record<string, number>> = {
    ...order,
    self_direction: shared,
    universalism: shared,
  };
  const means = dimensions.map((_, k) => mean(rows.map(({ scores }) => scores[k])));
  const rhoWith = (scores: readonly number[], human: Readonly<Record<string, number>>) =>
    spearman(
      scores,
      dimensions.map((id) => human[id]),
    );
  const each = rows.map(({ scores }) => rhoWith(scores, order));
  const numbers = {
    rho: rhoWith(means, order),
    tied: rhoWith(means, tied),
    least: Math.min(...each),
    most: Math.max(...each),
    tiedLeast: Math.min(...rows.map(({ scores }) => rhoWith(scores, tied))),
    tiedMost: Math.max(...rows.map(({ scores }) => rhoWith(scores, tied))),
    benevolence: ranks(means.map((one) => -one))[dimensions.indexOf("benevolence")],
  };
  return {
    verdict: verdictOf(numbers.rho > 0.7),
    says: `moderately: rho ${shown(numbers.rho, 3)} for the means (${shown(numbers.tied, 3)} with self-direction and universalism tied), ${shown(numbers.least, 2)} to ${shown(numbers.most, 2)} by model; benevolence is first in humans, place ${numbers.benevolence} here`,
    numbers,
  };
};

const wellAligned: ClaimCheck = () => {
  const id = "claude-3.5-sonnet";
  const [table, mft] = [publishedTable("schwartz"), publishedTable("mft")];
  const place = (one: string) => placeOf(table, id, one);
  const numbers = {
    mft: placeOf(mft, id),
    universalism: place("universalism"),
    conformity: place("conformity"),
    security: place("security"),
    benevolence: place("benevolence"),
  };
  return {
    verdict: verdictOf(...Object.values(numbers).map((one) => one <= 6)),
    says: `mixed: moral foundations rank ${numbers.mft}; universalism ${numbers.universalism}, conformity ${numbers.conformity}, but security ${numbers.security}, benevolence ${numbers.benevolence} of 33`,
    numbers,
  };
};

const closestCultures: ClaimCheck = () => {
  const { cells } = publishedHeatmap("2025-05-26");
  const byModel = [...new Set(cells.map(({ model }) => model))].map((model) =>
    cells.filter((cell) => cell.model === model).toSorted((a, b) => b.rho - a.rho),
  );
  const rhoOf = (row: typeof cells, id: string) =>
    row.find(({ culture }) => culture === id)?.rho ?? 0;
  const belowChina = byModel.filter((row) => rhoOf(row, "US") < rhoOf(row, "CN")).length;
  const third = (row: typeof cells) => rhoOf(row, "US") >= row[2].rho;
  const amongThree = byModel.filter(third).length;
  const first = (id: string) => byModel.filter(([best]) => best.culture === id).length;
  return {
    verdict: belowChina > byModel.length / 2 ? "fails" : "holds",
    says: `France is closest to ${first("FR")} and the UK to ${first("UK")} of ${byModel.length}, but the US stands below China for ${belowChina} and among the first three for ${amongThree}; in the March map China leads`,
    numbers: { france: first("FR"), uk: first("UK"), belowChina, amongThree },
  };
};

const chineseModels: ClaimCheck = () => {
  const meanOf = (hedonism: "as-scored" | "forced-last", own: boolean) =>
    mean(
      publishedHeatmap("2025-05-26", { hedonism })
        .cells.filter(({ model, culture }) => culture === "CN" && CHINESE.includes(model) === own)
        .map(({ rho }) => rho),
    );
  const [own, others] = [meanOf("forced-last", true), meanOf("forced-last", false)];
  const [ownTen, othersTen] = [meanOf("as-scored", true), meanOf("as-scored", false)];
  const column = publishedHeatmap("2025-05-26").cells.filter(({ culture }) => culture === "CN");
  const qwen = column.find(({ model }) => model === "qwen-max")?.rho ?? 0;
  const place = 1 + column.filter(({ rho }) => rho > qwen + 1e-12).length;
  return {
    verdict: verdictOf(own <= others, ownTen <= othersTen),
    says: `agreement with China ${shown(own, 3)} (${CHINESE.length} models) against ${shown(others, 3)}, without the forced place ${shown(ownTen, 3)} against ${shown(othersTen, 3)}; but Qwen-Max is rank ${place}`,
    numbers: { own, others, ownTen, othersTen, qwen: place },
  };
};

const o3Weak: ClaimCheck = () => {
  const [mft, safety] = [publishedTable("mft"), publishedTable("safety")];
  const lowestOf = (table: typeof mft, id: string) => {
    const { scores } = rowOf(table, id);
    return table.dimensions[scores.indexOf(Math.min(...scores))];
  };
  const toxicity = "representation_toxicity";
  const places = [placeOf(mft, "o3-mini", "fairness"), placeOf(safety, "o3-mini", toxicity)];
  const common = safety.rows.filter(({ id }) => lowestOf(safety, id) === toxicity).length;
  const rho = spearman(
    mft.rows.map(({ scores }) => scores[mft.dimensions.indexOf("fairness")]),
    safety.rows.map(({ scores }) => scores[safety.dimensions.indexOf(toxicity)]),
  );
  return {
    verdict: verdictOf(
      lowestOf(mft, "o3-mini") === "fairness" && lowestOf(safety, "o3-mini") === toxicity,
      places.every((place) => place > 22),
    ),
    says: `the lowest of its own dimensions in each, but rank ${places.join(" and ")} of 33; ${common} models have the same lowest safety domain; over models the two go together little (rho ${shown(rho, 3)})`,
    numbers: { fairness: places[0], toxicity: places[1], common, rho },
  };
};

const phiSafer: ClaimCheck = () => {
  const table = publishedTable("safety");
  const [phi, o3] = ["phi-3-medium-instruct", "o3-mini"].map((id) => rowOf(table, id).mean);
  return {
    verdict: verdictOf(phi > o3),
    says: `${shown(phi, 2)} against ${shown(o3, 2)}`,
    numbers: { phi, o3 },
  };
};

const bestMft: ClaimCheck = () => {
  const best = publishedTable("mft").rows.toSorted((a, b) => b.mean - a.mean)[0];
  return {
    verdict: verdictOf(best.mean.toFixed(2) === "68.36"),
    says: `${shown(best.mean, 2)}, ${best.name}`,
    numbers: { best: best.mean },
  };
};

const mftBelowSafety: ClaimCheck = () => {
  const [mft, safety] = [publishedTable("mft"), publishedTable("safety")];
  const lower = mft.rows.filter(({ id, mean: own }) => own < rowOf(safety, id).mean).length;
  return {
    verdict: verdictOf(lower === mft.rows.length),
    says: `${lower} of ${mft.rows.length} models`,
    numbers: { lower },
  };
};

/** Checks of the insight report's general claims, by id. */
export const generalClaims: Readonly<Record<string, ClaimCheck>> = {
  tiers,
  "pan-cultural": panCultural,
  "well-aligned": wellAligned,
  "closest-cultures": closestCultures,
  "chinese-models": chineseModels,
  "o3-weak": o3Weak,
  "phi-safer": phiSafer,
  "best-mft": bestMft,
  "mft-below-safety": mftBelowSafety,
  "safety-overestimates": () => ({
    verdict: "cannot tell",
    says: "the two systems measure different things on different items, so a gap shows no over-estimation",
  }),
};
