import { mean } from "simple-statistics";
import { mannWhitney } from "../../statistics/mann-whitney.js";
import type { SystemId } from "../../values/value-system.js";
import { rootMeanSquare } from "./dispersion.js";
import { type ClaimCheck, shown, shownP, verdictOf } from "./finding.js";
import { type PublishedTableRow, placeOf, publishedTable, rowOf } from "./published-table.js";
import { reproducedFamilies } from "./reproduce-families.js";

/** Below this a difference between groups is taken to be there; models of a family are not independent, so p is rough. */
const LEVEL = 0.05;

const REASONING = ["o1-mini", "o1", "o3-mini", "deepseek-r1"];

interface Gap {
  readonly first: number;
  readonly second: number;
  readonly p: number;
}

/** Means of a system over two groups of models, and how sure the order is. */
function gap(
  system: SystemId,
  inFirst: (row: PublishedTableRow) => boolean,
  drop: readonly string[] = [],
): Gap {
  const rows = publishedTable(system).rows.filter(({ id }) => !drop.includes(id));
  const first = rows.filter(inFirst).map((row) => row.mean);
  const second = rows.filter((row) => !inFirst(row)).map((row) => row.mean);
  return { first: mean(first), second: mean(second), p: mannWhitney(first, second).p };
}

const isClosed = ({ access }: PublishedTableRow) => access === "closed";

const closedOpen: ClaimCheck = () => {
  const [safety, mft] = [gap("safety", isClosed), gap("mft", isClosed)];
  const without = gap("mft", isClosed, ["claude-3.5-sonnet", "claude-3.5-haiku"]);
  const by = ({ first, second }: Gap) => first - second;
  return {
    verdict: verdictOf(safety.p > LEVEL, by(mft) > 0 && mft.p < LEVEL),
    says: `closed ahead by ${shown(by(safety), 2)} on safety (${shownP(safety.p)}), by ${shown(by(mft), 2)} on moral foundations (${shownP(mft.p)}); without the two Claudes ${shown(by(without))} (${shownP(without.p)})`,
    numbers: {
      safety: by(safety),
      safetyP: safety.p,
      mft: by(mft),
      mftP: mft.p,
      without: by(without),
      withoutP: without.p,
    },
  };
};

const openSchwartz: ClaimCheck = () => {
  const all = gap("schwartz", isClosed);
  const without = gap("schwartz", isClosed, ["gpt-3.5-turbo"]);
  return {
    verdict: all.p < LEVEL ? verdictOf(all.first > all.second) : "cannot tell",
    says: `closed ahead by ${shown(all.first - all.second, 2)}, ${shownP(all.p)}; without GPT-3.5-Turbo by ${shown(without.first - without.second)}, ${shownP(without.p)}`,
    numbers: {
      gap: all.first - all.second,
      p: all.p,
      without: without.first - without.second,
      withoutP: without.p,
    },
  };
};

const openExamples: ClaimCheck = () => {
  const table = publishedTable("schwartz");
  const closed = table.rows.filter(isClosed);
  const closedMean = mean(closed.map((row) => row.mean));
  const below = (id: string) =>
    rowOf(table, id).scores.filter(
      (score, k) => score < mean(closed.map(({ scores }) => scores[k])),
    ).length;
  const [llama, phi] = ["llama-3.1-8b-instruct", "phi-3.5-mini-instruct"].map(
    (id) => rowOf(table, id).mean,
  );
  return {
    verdict: verdictOf(llama < closedMean, phi < closedMean),
    says: `the mean of closed models is ${shown(closedMean, 2)}; LlaMA-3.1-8B ${shown(llama, 2)} (below on ${below("llama-3.1-8b-instruct")} of 10), Phi-3.5-mini ${shown(phi, 2)}`,
    numbers: { closedMean, llama, phi, below: below("llama-3.1-8b-instruct") },
  };
};

/** Root-mean-square distance of two models on a system. */
function apart(system: SystemId, a: string, b: string): number {
  const table = publishedTable(system);
  return rootMeanSquare(rowOf(table, a).scores, rowOf(table, b).scores);
}

const familyAlike: ClaimCheck = () => {
  const between = Object.fromEntries(
    reproducedFamilies().map(({ label, between: far }) => [label, far]),
  );
  const gemini = apart("schwartz", "gemini-2.0-pro", "gemini-2.0-flash");
  const [claude, claudeMft] = (["schwartz", "mft"] as const).map((system) =>
    apart(system, "claude-3.5-sonnet", "claude-3.5-haiku"),
  );
  return {
    verdict: verdictOf(
      gemini < between.schwartz,
      claude < between.schwartz,
      claudeMft < between.mft,
    ),
    says: `Gemini-2.0 differ by ${shown(gemini, 2)} on Schwartz; the two Claude-3.5 by ${shown(claude, 2)} (families: ${shown(between.schwartz, 2)}) and by ${shown(claudeMft, 2)} on moral foundations (${shown(between.mft, 2)}); Gemini-2.0 on moral foundations: cannot tell, a placeholder`,
    numbers: { gemini, claude, claudeMft },
  };
};

const familyBetween: ClaimCheck = () => {
  const found = reproducedFamilies().filter(({ label }) => !label.includes("placeholder"));
  return {
    verdict: verdictOf(...found.map(({ ratio, p }) => ratio > 1 && p < LEVEL)),
    says: found
      .map(({ label, ratio, p }) => `${label} ${shown(ratio, 2)} (${shownP(p)})`)
      .join(", "),
  };
};

const claudeReasoning: ClaimCheck = () => {
  const ahead = (["mft", "safety"] as const).map((system) => {
    const table = publishedTable(system);
    const own = rowOf(table, "claude-3.5-sonnet").mean;
    return REASONING.filter((id) => rowOf(table, id).mean < own).length;
  });
  const places = (["mft", "safety"] as const).map((system) =>
    placeOf(publishedTable(system), "claude-3.5-sonnet"),
  );
  return {
    verdict: verdictOf(...ahead.map((count) => count === REASONING.length)),
    says: `ahead of ${ahead.join(" and ")} of ${REASONING.length}; ranks ${places.join(" and ")}`,
    numbers: { mft: ahead[0], safety: ahead[1] },
  };
};

const reasoningNoGain: ClaimCheck = () => {
  const pair = (system: SystemId, a: string, b: string) => {
    const table = publishedTable(system);
    return [rowOf(table, a).mean, rowOf(table, b).mean] as const;
  };
  const said = ([a, b]: readonly [number, number]) => `${shown(a, 2)} and ${shown(b, 2)}`;
  const o3 = [pair("mft", "o3-mini", "gpt-4o"), pair("safety", "o3-mini", "gpt-4o")];
  const r1 = [
    pair("mft", "deepseek-r1", "deepseek-v3"),
    pair("safety", "deepseek-r1", "deepseek-v3"),
  ];
  return {
    verdict: verdictOf(
      o3.some(([a, b]) => a < b),
      r1.some(([a, b]) => a < b),
    ),
    says: `o3-mini and GPT-4o: moral foundations ${said(o3[0])}, safety ${said(o3[1])}; R1 and V3: ${said(r1[0])}, ${said(r1[1])}`,
    numbers: { o3Mft: o3[0][0], o3Safety: o3[1][0], r1Mft: r1[0][0], r1Safety: r1[1][0] },
  };
};

const reasoningMore: ClaimCheck = () => {
  const isReasoning = ({ id }: PublishedTableRow) => REASONING.includes(id);
  const all = gap("schwartz", isReasoning);
  const without = gap("schwartz", isReasoning, ["gpt-3.5-turbo"]);
  return {
    verdict: verdictOf(all.first > all.second && all.p < LEVEL),
    says: `on average: ${shown(all.first, 2)} against ${shown(all.second, 2)} (${shownP(all.p)}; ${shown(without.second, 2)} without GPT-3.5-Turbo), but R1 stands below V3 and o1-mini below GPT-4o`,
    numbers: { reasoning: all.first, others: all.second, p: all.p, without: without.second },
  };
};

/** Checks of the insight report's claims on groups of models, by id. */
export const groupClaims: Readonly<Record<string, ClaimCheck>> = {
  "closed-open": closedOpen,
  "open-schwartz": openSchwartz,
  "open-examples": openExamples,
  "family-alike": familyAlike,
  "family-between": familyBetween,
  "claude-reasoning": claudeReasoning,
  "reasoning-no-gain": reasoningNoGain,
  "reasoning-more": reasoningMore,
};
