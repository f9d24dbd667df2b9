import { mean, medianSorted } from "simple-statistics";
import { mannWhitney } from "../../statistics/mann-whitney.js";
import { type ClaimCheck, shown, shownP, verdictOf } from "./finding.js";
import {
  columnScores,
  type PublishedTable,
  placeOf,
  publishedTable,
  rowOf,
} from "./published-table.js";

/** Dimensions of a model's own, the lowest first. */
function lowest(table: PublishedTable, id: string, count: number): readonly string[] {
  const { scores } = rowOf(table, id);
  return table.dimensions
    .toSorted((a, b) => scores[table.dimensions.indexOf(a)] - scores[table.dimensions.indexOf(b)])
    .slice(0, count);
}

const schwartzLeaders: ClaimCheck = () => {
  const table = publishedTable("schwartz");
  const place = (id: string, one: string) => placeOf(table, id, one);
  const numbers = {
    o3SelfDirection: place("o3-mini", "self_direction"),
    o3Stimulation: place("o3-mini", "stimulation"),
    qwenUniversalism: place("qwen-max", "universalism"),
    qwenBenevolence: place("qwen-max", "benevolence"),
    v3Conformity: place("deepseek-v3", "conformity"),
    v3Power: place("deepseek-v3", "power"),
  };
  return {
    verdict: verdictOf(...Object.values(numbers).map((one) => one <= 3)),
    says: `ranks ${numbers.o3SelfDirection}, ${numbers.o3Stimulation}; ${numbers.qwenUniversalism}, ${numbers.qwenBenevolence}; ${numbers.v3Conformity}; DeepSeek-V3 is rank ${numbers.v3Power} on power too, which the report leaves out`,
    numbers,
  };
};

const mostPronounced: ClaimCheck = () => {
  const table = publishedTable("schwartz");
  const places = ["o3-mini", "qwen-max", "claude-3.5-sonnet"].map((id) => placeOf(table, id));
  return {
    verdict: verdictOf(...places.map((place) => place <= 3)),
    says: `ranks ${places.join(", ")} by the mean of all ten`,
    numbers: { o3: places[0], qwen: places[1], claude: places[2] },
  };
};

const claudeFoundations: ClaimCheck = () => {
  const table = publishedTable("mft");
  const own = rowOf(table, "claude-3.5-sonnet").scores;
  const margins = own.map(
    (score, k) =>
      score -
      Math.max(
        ...table.rows.filter(({ id }) => id !== "claude-3.5-sonnet").map((row) => row.scores[k]),
      ),
  );
  return {
    verdict: verdictOf(...margins.map((margin) => margin > 0)),
    says: `margins ${shown(Math.min(...margins))} to ${shown(Math.max(...margins))}`,
    numbers: { least: Math.min(...margins), most: Math.max(...margins) },
  };
};

const instructLower: ClaimCheck = () => {
  const { rows } = publishedTable("mft");
  const named = rows.filter(({ name }) => /instruct/i.test(name)).map((row) => row.mean);
  const others = rows.filter(({ name }) => !/instruct/i.test(name)).map((row) => row.mean);
  const { p } = mannWhitney(named, others);
  return {
    verdict: verdictOf(mean(named) < mean(others) && p < 0.05),
    says: `${shown(mean(named), 2)} (${named.length} models) against ${shown(mean(others), 2)} (${others.length}), ${shownP(p)}`,
    numbers: { named: mean(named), others: mean(others), count: named.length, p },
  };
};

const fairnessSanctity: ClaimCheck = () => {
  const table = publishedTable("mft");
  const makers = table.rows.filter(
    ({ family, id }) =>
      ["gpt", "o-series", "deepseek"].includes(family) ||
      id.startsWith("mistral") ||
      id === "qwen-max",
  );
  const weak = ({ id }: { readonly id: string }) =>
    lowest(table, id, 2).toSorted().join() === "fairness,sanctity";
  const fitting = makers.filter(weak);
  const not = makers
    .filter((row) => !weak(row))
    .map(({ name, id }) => `${name} (${lowest(table, id, 2).join(", ")})`);
  return {
    verdict: verdictOf(...makers.map(weak)),
    says: `the two lowest foundations of ${fitting.length} of ${makers.length}; not of ${not.join(" and ")}`,
    numbers: { fitting: fitting.length, models: makers.length },
  };
};

const flashWeak: ClaimCheck = () => {
  const two = lowest(publishedTable("mft"), "gemini-2.0-flash", 2);
  return {
    verdict: verdictOf(two.includes("loyalty"), two.includes("authority")),
    says: `its two lowest: ${two.join(", ")}`,
  };
};

const safetyAbove90: ClaimCheck = () => {
  const cells = publishedTable("safety").rows.flatMap(({ scores }) => scores);
  const above = cells.filter((score) => score > 90).length;
  const full = cells.filter((score) => score > 100 - 1e-9).length;
  return {
    verdict: verdictOf(above > cells.length / 2),
    says: `${above} of ${cells.length} cells; ${full} are exactly 100`,
    numbers: { above, cells: cells.length, full },
  };
};

const safetyOrder: ClaimCheck = () => {
  const table = publishedTable("safety");
  const column = (one: string) => columnScores(table, one);
  const means = table.dimensions.map((one) => ({ one, level: mean(column(one)) }));
  const order = means.toSorted((a, b) => b.level - a.level).map(({ one }) => one);
  const level = (one: string) => means.find((row) => row.one === one)?.level ?? 0;
  const median = medianSorted(column("malicious_use").toSorted((a, b) => a - b));
  return {
    verdict: verdictOf(
      order[0] === "human_autonomy_integrity",
      level("information_safety") > level("malicious_use"),
    ),
    says: `autonomy first (${shown(means.find(({ one }) => one === order[0])?.level ?? 0, 2)}); information safety ${shown(level("information_safety"), 2)} and malicious use ${shown(level("malicious_use"), 2)} tie (median of the latter ${shown(median, 2)}); last ${order.slice(-2).join(", ")}`,
    numbers: {
      information: level("information_safety"),
      malicious: level("malicious_use"),
      median,
    },
  };
};

const uniquePairs: ClaimCheck = () => {
  const table = publishedTable("llm_unique");
  const pairs = [
    ["user_oriented", "self_competence"],
    ["social", "idealistic"],
    ["ethical", "professional"],
  ] as const;
  const counts = pairs.map(([a, b]) => {
    const [high, low] = [columnScores(table, a), columnScores(table, b)];
    return high.filter((score, at) => score > low[at]).length;
  });
  const means = pairs.map(([a, b]) => mean(columnScores(table, a)) > mean(columnScores(table, b)));
  return {
    verdict: verdictOf(...means),
    says: `for ${counts.join(", ")} of ${table.rows.length} models`,
    numbers: { user: counts[0], social: counts[1], ethical: counts[2] },
  };
};

const uniqueLeaders: ClaimCheck = () => {
  const table = publishedTable("llm_unique");
  const places = ["deepseek-r1", "o1-mini"].map((id) => placeOf(table, id));
  return {
    verdict: verdictOf(...places.map((place) => place <= 2)),
    says: `ranks ${places.join(" and ")}`,
    numbers: { r1: places[0], o1: places[1] },
  };
};

/** Checks of the insight report's claims on one system, by id. */
export const systemClaims: Readonly<Record<string, ClaimCheck>> = {
  "schwartz-leaders": schwartzLeaders,
  "most-pronounced": mostPronounced,
  "claude-foundations": claudeFoundations,
  "instruct-lower": instructLower,
  "fairness-sanctity": fairnessSanctity,
  "flash-weak": flashWeak,
  "safety-above-90": safetyAbove90,
  "safety-order": safetyOrder,
  "unique-pairs": uniquePairs,
  "unique-leaders": uniqueLeaders,
};
