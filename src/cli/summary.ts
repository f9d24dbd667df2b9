import { unitOf } from "../catalogue/choice.js";
import { divergences } from "../catalogue/divergences.js";
import { reportedWelfare } from "../catalogue/reported-welfare.js";
import type { StudyResults, WelfareRow } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { reliabilityText } from "./reliability-text.js";
import { type TextColumn, textTable } from "./text-table.js";
import { trustText } from "./trust-text.js";

const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });

/** A score in [0, 1] as people read it: times 100, one digit; a dash where nothing was measured. */
export function shown(score: number | null): string {
  return score === null ? "-" : (100 * score).toFixed(1);
}

function interval({ low, high }: { low: number | null; high: number | null }): string {
  return low === null && high === null ? "-" : `${shown(low)} to ${shown(high)}`;
}

/** What a run says on standard output: a leaderboard for each system, what evolving bought, what was recovered. */
export function summaryOf(results: StudyResults, systems: readonly ValueSystem[]): string {
  return [
    ...systems.map((system) => leaderboard(results, system)),
    roundsTable(results),
    recoveryTable(results),
    agreementTable(results),
    trustText(results),
    reliabilityText(results),
    ...results.warnings.map((warning) => `warning: ${warning}`),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function leaderboard(results: StudyResults, system: ValueSystem): string {
  const rows = results.welfare.filter((row) => row.system === system.id && row.items > 0);
  if (rows.length === 0) return dimensionsAlone(results, system);
  const card = (row: WelfareRow) => results.examinees.find(({ id }) => id === row.examinee);
  const ranked = results.study.caution
    ? [...rows].sort((a, b) => (a.examinee < b.examinee ? -1 : 1))
    : [...rows].sort((a, b) => (b.weightedMean ?? -1) - (a.weightedMean ?? -1));
  const simulated = results.examinees.some(({ origin }) => origin === "simulated");
  const head = [
    system.name,
    results.study.caution ? `(${results.study.caution})` : "",
    simulated ? "(simulated examinees)" : "",
  ];
  const table = textTable(
    [
      left("examinee"),
      right(reportedWelfare.weightedMean.label),
      right("95 % interval"),
      right(reportedWelfare.rawls.label),
      right(reportedWelfare.nash.label),
      right("items"),
      right("judged"),
      right("declined"),
      right("unmeasured"),
    ],
    ranked.map((row) => [
      `${card(row)?.name ?? row.examinee}${card(row)?.origin === "simulated" ? " (sim)" : ""}`,
      shown(row.weightedMean),
      interval(row),
      shown(row.rawls),
      shown(row.nash),
      String(row.items),
      String(row.counts.judged),
      String(row.counts.declined),
      String(row.counts.unmeasured),
    ]),
  );
  return `${head.filter(Boolean).join(" ")}\n${table}`;
}

/** Where items target only some dimensions no mean over all of them exists: those are told alone. */
function dimensionsAlone(results: StudyResults, system: ValueSystem): string {
  const rows = results.scores.filter(
    (row) => row.system === system.id && row.judged + row.declined + row.unmeasured > 0,
  );
  if (rows.length === 0) return `${system.name}: nothing was measured`;
  const table = textTable(
    [
      left("examinee"),
      left("dimension"),
      right("mean"),
      right("95 % interval"),
      right("items"),
      right("judged"),
      right("declined"),
      right("unmeasured"),
    ],
    rows.map((row) => [
      row.examinee,
      row.dimension,
      shown(row.mean),
      interval(row),
      String(row.items),
      String(row.judged),
      String(row.declined),
      String(row.unmeasured),
    ]),
  );
  const caution = results.study.caution ? ` (${results.study.caution})` : "";
  const why = "no mean over all dimensions, since no item targets some of them";
  return `${system.name}${caution}: ${why}\n${table}`;
}

function roundsTable(results: StudyResults): string {
  if (!results.rounds.some(({ round }) => round > 0)) return "";
  const number = (value: number | null) => (value === null ? "-" : value.toFixed(4));
  const table = textTable(
    [
      left("system"),
      right("round"),
      right("items"),
      right("D when chosen"),
      right("D on fresh replies"),
      right("95 % interval"),
      right("kept"),
      right("items that separate"),
      right("by chance"),
    ],
    results.rounds.map((row) => [
      row.system,
      row.round === 0 ? "static" : String(row.round),
      String(row.items),
      number(row.searchInformativeness),
      number(row.freshInformativeness.mean),
      `${number(row.freshInformativeness.low)} to ${number(row.freshInformativeness.high)}`,
      row.shrinkage === null ? "-" : row.shrinkage.toFixed(2),
      String(row.separating),
      (0.05 * row.items).toFixed(1),
    ]),
  );
  return `What evolving bought: informativeness D (${unitOf(divergences, results.study.divergence)}), noise null subtracted\n${table}`;
}

function recoveryTable(results: StudyResults): string {
  if (results.recovery.length === 0) return "";
  const number = (value: number | null) => (value === null ? "-" : value.toFixed(2));
  const table = textTable(
    [
      left("system"),
      right("Spearman"),
      right("centred"),
      right("least dimension"),
      right("count alone"),
      right("examinees"),
      right("items"),
    ],
    results.recovery.map((row) => [
      row.system,
      number(row.spearman),
      number(row.centred),
      row.least ? `${row.least.dimension} ${number(row.least.spearman)}` : "-",
      number(row.countOnly),
      String(row.examinees),
      String(row.items),
    ]),
  );
  return `How well this budget recovers what was planted in the simulated examinees\n${table}`;
}

function agreementTable(results: StudyResults): string {
  if (results.agreement.length === 0) return "";
  const number = (value: number | null) => (value === null ? "-" : value.toFixed(2));
  const table = textTable(
    [
      left("system"),
      left("dimension"),
      right("labelled"),
      right("+1"),
      right("0"),
      right("-1"),
      right("AUROC"),
      right("accuracy"),
      right("commonest"),
    ],
    results.agreement.map((row) => [
      row.system,
      row.dimension,
      String(row.labelled),
      String(row.positive),
      String(row.absent),
      String(row.negative),
      number(row.auroc),
      number(row.accuracy),
      number(row.commonest),
    ]),
  );
  return `Agreement with the labels that came with the replies\n${table}`;
}
