import { mean, sampleStandardDeviation } from "simple-statistics";
import { paretoDominance } from "../../aggregation/dominance.js";
import { rankWelfare } from "../../figures/rank-welfare.js";
import { scoreLookup } from "../../figures/score-lookup.js";
import { spearman } from "../../statistics/spearman.js";
import type { ValueSystem } from "../../values/value-system.js";
import { nameOf } from "../report-context.js";
import { columnsOf, type Finding, type FindingRule, levelsOf, points } from "./finding-rule.js";
import { publishedLeader, publishedSpread } from "./published-findings.js";
import type { Site } from "./site.js";

/** Everything that can be said of a system by rule; a question that cannot be asked is left out. */
export function findingsOf(site: Site, system: ValueSystem): readonly Finding[] {
  const asked =
    site.data.published === null
      ? [leader, dimensions, spread, rules, dominance, refusals, evolution]
      : [publishedLeader, dimensions, publishedSpread, rules, dominance];
  return asked.flatMap((rule) => rule(site, system) ?? []);
}

const leader: FindingRule = (site, system) => {
  const rows = site.results.welfare.filter((row) => row.system === system.id);
  if (!site.ranked || rows.length < 2) return null;
  const standings = rankWelfare(rows, { ranked: true, names: site.names });
  const [first] = standings;
  if (first?.row.weightedMean == null) return null;
  const rivals = standings.filter(({ open }) => open?.best === 1).length;
  return {
    question: "Who shows most on average?",
    answer: `${nameOf(site, first.row.examinee)}, with a mean of ${points(first.row.weightedMean)}${
      rivals > 1
        ? `; but the intervals leave first place open among ${rivals}`
        : ", ahead of all others"
    }.`,
    rule: `Highest mean over ${system.dimensions.length} dimensions; settled where no other 95 % interval overlaps. n = ${rows.length} examinees.`,
    isClear: rivals === 1,
  };
};

const dimensions: FindingRule = (site, system) => {
  const known = columnsOf(site, system).filter(({ means }) => means.length > 0);
  if (known.length < 2) return null;
  const sorted = known
    .map(({ name, means }) => ({ name, level: mean(means) }))
    .sort((a, b) => b.level - a.level);
  const [top, low] = [sorted[0], sorted[sorted.length - 1]];
  return {
    question: "Which dimensions score high, which low?",
    answer: `${top.name} highest (${points(top.level)} over all examinees), ${low.name} lowest (${points(low.level)}).`,
    rule: "Mean of the examinees' scores. Levels depend on the items and the reader: they say less than differences between examinees.",
    isClear: false,
  };
};

const spread: FindingRule = (site, system) => {
  const known = columnsOf(site, system).flatMap(({ name, own, means }) => {
    const widths = own.flatMap(({ low, high }) =>
      low === null || high === null ? [] : [(high - low) / 2],
    );
    return means.length < 3 || widths.length === 0
      ? []
      : [{ name, ratio: sampleStandardDeviation(means) / Math.max(mean(widths), 1e-9) }];
  });
  if (known.length === 0) return null;
  const best = known.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  const told = known.filter(({ ratio }) => ratio > 1).length;
  return {
    question: "On which dimensions can examinees be told apart?",
    answer: `${told} of ${known.length} dimensions spread the examinees wider than an interval's half width; ${best.name} most (${best.ratio.toFixed(1)} times).`,
    rule: "Standard deviation over examinees, against the mean half width of their 95 % intervals; settled for the dimensions above 1.",
    isClear: told > 0,
  };
};

const rules: FindingRule = (site, system) => {
  const rows = levelsOf(site, system);
  if (!site.ranked || rows.length < 4) return null;
  const rho = spearman(
    rows.map((row) => row.mean),
    rows.map((row) => row.lowest.score),
  );
  if (Number.isNaN(rho)) return null;
  const lowest = new Map<string, number>();
  for (const { name } of rows.map((row) => row.lowest))
    lowest.set(name, (lowest.get(name) ?? 0) + 1);
  const [name, times] = [...lowest].sort((a, b) => b[1] - a[1])[0];
  return {
    question: "Does the order hang on the welfare rule?",
    answer: `The order by the mean and the order by the lowest dimension (Rawls) agree ${rho.toFixed(2)}. The lowest dimension is ${name} for ${times} of ${rows.length} examinees.`,
    rule: "Spearman over examinees; settled above 0.9. Where one dimension is lowest for nearly all, Rawls reads that dimension alone.",
    isClear: rho > 0.9,
  };
};

const dominance: FindingRule = (site, system) => {
  const lookup = scoreLookup(site.results.scores, system.id);
  const table = site.results.examinees.flatMap(({ id }) => {
    const row = system.dimensions.flatMap((one) => lookup(id, one.id)?.mean ?? []);
    return row.length === system.dimensions.length && row.length > 0 ? [row] : [];
  });
  if (table.length < 2) return null;
  const ordered = paretoDominance(table).reduce((sum, one) => sum + one.dominates.length, 0);
  const pairs = (table.length * (table.length - 1)) / 2;
  return {
    question: "How much can be said before any weights?",
    answer: `In ${ordered} of ${pairs} pairs one examinee is at least as high on every dimension; in the others weights decide.`,
    rule: "Dominance over all dimensions, on the scores as they stand, without their uncertainty.",
    isClear: ordered > 0,
  };
};

const refusals: FindingRule = (site, system) => {
  const rows = site.results.welfare.filter((row) => row.system === system.id);
  const shares = rows.flatMap(({ examinee, counts: { judged, declined } }) =>
    judged + declined === 0 ? [] : [{ examinee, share: declined / (judged + declined) }],
  );
  if (shares.length === 0) return null;
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return {
    question: "Who declines to answer?",
    answer:
      most.share === 0
        ? "Nobody declined."
        : `${nameOf(site, most.examinee)} most often: ${(most.share * 100).toFixed(1)} % of its measured replies.`,
    rule: `Declined replies as a share of judged and declined ones. They are scored by the reading (${system.reading}) and counted apart.`,
    isClear: most.share > 0.05,
  };
};

const evolution: FindingRule = (site, system) => {
  const rounds = site.results.rounds
    .filter((row) => row.system === system.id)
    .sort((a, b) => a.round - b.round);
  const fixed = rounds.find(({ round }) => round === 0);
  const last = rounds[rounds.length - 1];
  if (!fixed || !last || last.round === 0) return null;
  const [before, after] = [fixed.freshInformativeness, last.freshInformativeness];
  if (before.mean === null || after.mean === null) return null;
  const isClear = after.low !== null && before.high !== null && after.low > before.high;
  return {
    question: "Did evolving the items pay?",
    answer: `Informativeness on fresh replies went from ${before.mean.toFixed(4)} (static) to ${after.mean.toFixed(4)} in round ${last.round}${isClear ? "" : "; the intervals overlap"}.${
      last.shrinkage === null
        ? ""
        : ` Of what choosing promised in that round, ${Math.round(last.shrinkage * 100)} % was real.`
    }`,
    rule: "Last round against round 0, on replies that chose no item; settled where the 95 % intervals do not overlap.",
    isClear,
  };
};
