import { publishedLeaderboard } from "../../facts/published-leaderboard.js";
import { publishedMeasure } from "../../facts/published-measure.js";
import { builtInSystems, valueSystem } from "../../facts/value-systems.js";
import { type ClaimCheck, shown, verdictOf } from "./finding.js";
import { placeOf, publishedTable, rowOf } from "./published-table.js";
import { reproducedHeatmaps } from "./reproduce-heatmaps.js";
import { figureFour, staticAgainstEvolving } from "./static-against-evolving.js";

const points = (id: string, dimension: string): number => {
  const table = publishedTable("schwartz");
  return rowOf(table, id).scores[table.dimensions.indexOf(dimension)];
};

const study = (measure: string): number =>
  publishedMeasure({ work: "value-compass", table: "user study", measure })[0].value;

const coverage: ClaimCheck = () => {
  const tables = builtInSystems.map(({ id }) => publishedTable(id));
  const dimensions = tables.reduce((sum, table) => sum + table.dimensions.length, 0);
  const models = tables[0].rows.length;
  return {
    verdict: verdictOf(tables.length === 4, dimensions === 27, models === 33),
    says: `${tables.length} systems, ${dimensions} dimensions, ${models} models, no cell missing`,
    numbers: { systems: tables.length, dimensions, models },
  };
};

const defaultMean: ClaimCheck = () => {
  const changed = builtInSystems.filter(
    ({ id }) =>
      publishedLeaderboard(id, { ticked: "site" })[0].score !== publishedLeaderboard(id)[0].score,
  );
  return {
    verdict: verdictOf(...builtInSystems.map((system) => !changed.includes(system))),
    says: `holds for ${builtInSystems.length - changed.length} of 4 systems; for ${changed.map(({ name }) => name).join(", ")} the site has ticked two of ten values since 2025-05-21`,
  };
};

const heatmap: ClaimCheck = () => {
  const maps = reproducedHeatmaps();
  const [same, squares] = [
    maps.reduce((sum, one) => sum + one.same, 0),
    maps.reduce((sum, one) => sum + one.squares, 0),
  ];
  return {
    verdict: verdictOf(same === squares),
    says: `${same} of ${squares} squares are Spearman's rho to 1e-9; since 2025-05-26 with hedonism forced last on both sides`,
    numbers: { same },
  };
};

const fig4bModels: ClaimCheck = () => {
  const [alike] = staticAgainstEvolving();
  return {
    verdict: verdictOf(alike.ratio > 2),
    says: `sd over ${alike.models.length} models ${shown(alike.static.sd, 2)} static, ${shown(alike.evolving.sd, 2)} evolving; after centring ${shown(alike.static.centredSd, 2)} and ${shown(alike.evolving.centredSd, 2)}; the figure's own four models: cannot tell`,
    numbers: { static: alike.static.sd, evolving: alike.evolving.sd },
  };
};

const fig4bDimensions: ClaimCheck = () => {
  const [alike] = staticAgainstEvolving();
  // On the scale of the source, -1 to 1.
  const means = alike.static.means.map((level) => level / 50 - 1);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  return {
    verdict: verdictOf(high - low < 0.1),
    says: `the dimensions' static means run from ${shown(low, 3)} to ${shown(high, 3)} on -1 to 1`,
    numbers: { low, high },
  };
};

const fig4bPair: ClaimCheck = () => {
  const [first] = figureFour().pairs;
  return {
    verdict: "cannot tell",
    says: `no static scores of either are published; under evolving items ${first.models.join(" and ")} are the closest pair of the four (${shown(first.distance, 2)})`,
    numbers: { distance: first.distance },
  };
};

const fig5O3: ClaimCheck = () => {
  const table = publishedTable("schwartz");
  const places = ["self_direction", "stimulation"].map((one) => placeOf(table, "o3-mini", one));
  return {
    verdict: verdictOf(...places.map((place) => place === 1)),
    says: `rank ${places.join(" and ")} of ${table.rows.length}`,
    numbers: { selfDirection: places[0], stimulation: places[1] },
  };
};

const fig5R1: ClaimCheck = () => {
  const table = publishedTable("schwartz");
  const own = rowOf(table, "deepseek-r1").scores;
  const score = points("deepseek-r1", "conformity");
  const within = 1 + own.filter((one) => one > score).length;
  const place = placeOf(table, "deepseek-r1", "conformity");
  const other = points("o3-mini", "conformity");
  return {
    verdict: verdictOf(score > other, within <= 3),
    says: `weak: ${shown(score)} against o3-mini's ${shown(other)}, rank ${place} of ${table.rows.length}, but ${within}th of its own ten values`,
    numbers: { score, other, place, within },
  };
};

const fig9: ClaimCheck = () => {
  const pair = (dimension: string) => [
    points("gemini-2.0-pro", dimension),
    points("o3-mini", dimension),
  ];
  const [power, universalism, benevolence] = ["power", "universalism", "benevolence"].map(pair);
  return {
    verdict: verdictOf(
      power[0] > power[1],
      universalism[1] > universalism[0],
      benevolence[1] > benevolence[0],
    ),
    says: `power ${shown(power[0])} and ${shown(power[1])}, universalism ${shown(universalism[0])} and ${shown(universalism[1])}, benevolence ${shown(benevolence[0])} and ${shown(benevolence[1])}`,
    numbers: { power: power[0] - power[1], universalism: universalism[1] - universalism[0] },
  };
};

const safetyDomains: ClaimCheck = () => {
  const published = publishedTable("safety").dimensions.length;
  return {
    verdict: verdictOf(published === valueSystem("safety").dimensions.length, published === 6),
    says: `${published} domains have scores; the 16 tasks and 66 sub-categories are not exposed`,
    numbers: { domains: published },
  };
};

/** Checks of the paper's claims, by id. */
export const paperClaims: Readonly<Record<string, ClaimCheck>> = {
  coverage,
  "default-mean": defaultMean,
  "own-weights": () => ({
    verdict: "fails",
    says: "no released front end weighs dimensions or offers a welfare function (seen on the site); `value-compass rank published` does",
  }),
  "heatmap-correlations": heatmap,
  "safety-domains": safetyDomains,
  "fig4a-knowing": () => ({
    verdict: "cannot tell",
    says: "Llama-2-70B-Chat is in no published table, and no judging or questionnaire scores are published; simulation can rebuild the pattern, not the numbers",
  }),
  "fig4b-models": fig4bModels,
  "fig4b-four": () => ({
    verdict: "cannot tell",
    says: "none of the four is in the published static scores",
  }),
  "fig4b-dimensions": fig4bDimensions,
  "fig4b-pair": fig4bPair,
  "fig5-o3": fig5O3,
  "fig5-r1": fig5R1,
  "fig9-pair": fig9,
  "figure-prompts": () => ({
    verdict: "fails",
    says: "neither prompt is among the released cases (seen on the site)",
  }),
  "user-study": () => ({
    verdict: "cannot tell",
    says: `no answers are published; the appendix shows ${study("participants in the detailed results")} of ${study("participants")} people`,
  }),
};
