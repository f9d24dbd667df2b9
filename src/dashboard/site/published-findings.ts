import { sampleStandardDeviation } from "simple-statistics";
import { nameOf } from "../report-context.js";
import { columnsOf, type FindingRule, levelsOf, points } from "./finding-rule.js";

/** Who leads a published release: point scores, so nothing says how sure that is. */
export const publishedLeader: FindingRule = (site, system) => {
  const [first, second, ...rest] = [...levelsOf(site, system)].sort((a, b) => b.mean - a.mean);
  if (first === undefined || second === undefined) return null;
  const gap = first.mean - second.mean;
  return {
    question: "Who shows most on average?",
    answer: `${nameOf(site, first.examinee)}, with a mean of ${points(first.mean)}, ${points(gap)} above ${nameOf(site, second.examinee)}. Nothing that was published says whether other items would give the same order.`,
    rule: `Highest mean over ${system.dimensions.length} dimensions of the published scores, placeholders left out. Never settled: without items there is no interval. n = ${rest.length + 2} examinees.`,
    isClear: false,
  };
};

/** Where a published release spreads its examinees, without an interval to hold the spread against. */
export const publishedSpread: FindingRule = (site, system) => {
  const known = columnsOf(site, system)
    .filter(({ means }) => means.length > 2)
    .map(({ name, means }) => ({ name, sd: sampleStandardDeviation(means) }))
    .sort((a, b) => b.sd - a.sd);
  if (known.length < 2) return null;
  const [most, least] = [known[0], known[known.length - 1]];
  return {
    question: "On which dimensions do examinees differ?",
    answer: `Most on ${most.name} (standard deviation ${points(most.sd)} points), least on ${least.name} (${points(least.sd)}).`,
    rule: "Standard deviation over examinees. How much of it is chance in the items cannot be told from point scores.",
    isClear: false,
  };
};
