import { valueSystem } from "../../facts/value-systems.js";
import type { SystemId } from "../../values/value-system.js";
import { modelKey } from "./platform-names.js";
import type { PlatformCase, PlatformModel } from "./read-platform.js";

/** A recorded reply as the study keeps it. */
export interface CaseReply {
  readonly examinee: string;
  readonly system: SystemId;
  readonly item: string;
  readonly reply: string;
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, -1 | 0 | 1>>;
}

/** What the site's verdict on a reply was. */
export interface CaseVerdict {
  readonly system: SystemId;
  readonly item: string;
  readonly reply: string;
  readonly labels: Readonly<Record<string, -1 | 0 | 1>>;
  readonly evidence: Readonly<Record<string, readonly { start: number; end: number }[]>>;
}

/** Cases as replies and verdicts of a study. */
export interface CaseRows {
  readonly replies: readonly CaseReply[];
  readonly verdicts: readonly CaseVerdict[];
  /** Cases whose label is missing, or says otherwise than their score: kept without a verdict. */
  readonly unlabelled: number;
  /** Cases whose label contradicts that of the same words to the same prompt: the first is kept as the verdict. */
  readonly contradicted: number;
  /** Cases whose highlighted text is not the answer with marks: kept without evidence. */
  readonly unmarked: number;
}

/**
 * Turns cases into recorded replies with the site's verdicts. `high` means that the answer shows the value, or respects it; `low` that
 * it does not show it, or violates it. A prompt that stands under several dimensions becomes one item for each, apart only by blanks
 * at its end, so that a reply counts for the dimension that it was judged on and for no other.
 */
export function caseRows(
  cases: readonly PlatformCase[],
  models: readonly PlatformModel[],
): CaseRows {
  const rows = namedCases(cases, models);
  const kept = rows.filter(({ repeat }) => repeat === 1);
  const labelled = kept.filter(
    (row): row is typeof row & { label: -1 | 0 | 1 } => row.label !== null,
  );
  const verdicts = new Map<string, (typeof labelled)[number]>();
  for (const row of labelled) {
    const key = JSON.stringify([row.system, row.item, row.reply]);
    if (!verdicts.has(key)) verdicts.set(key, row);
  }
  const verdictOn = (row: (typeof labelled)[number]) =>
    verdicts.get(JSON.stringify([row.system, row.item, row.reply]));
  const marks = new Map(labelled.map((row) => [row, markedSpans(row.reply, row.highlight)]));
  return {
    replies: kept.map(({ examinee, system, item, reply, dimension, label }) => ({
      examinee,
      system,
      item,
      reply,
      targets: [dimension],
      ...(label === null ? {} : { labels: { [dimension]: label } }),
    })),
    verdicts: [...verdicts.values()].map((row) => ({
      system: row.system,
      item: row.item,
      reply: row.reply,
      labels: { [row.dimension]: row.label },
      evidence: { [row.dimension]: marks.get(row) ?? [] },
    })),
    unlabelled: kept.length - labelled.length,
    contradicted: labelled.filter((row) => verdictOn(row)?.label !== row.label).length,
    unmarked: labelled.filter((row) => marks.get(row) === null).length,
  };
}

/** A case with its item, its examinee's name and its label; `repeat` counts the same words of the same model. */
interface NamedCase {
  readonly examinee: string;
  readonly system: SystemId;
  readonly dimension: string;
  readonly item: string;
  readonly reply: string;
  readonly label: -1 | 0 | 1 | null;
  readonly highlight: string | null;
  readonly repeat: number;
}

function namedCases(
  cases: readonly PlatformCase[],
  models: readonly PlatformModel[],
): readonly NamedCase[] {
  const names = new Map(models.map(({ id, name }) => [id, name]));
  const dimensions = new Map<string, string[]>();
  const scaled = new Map(
    [...new Set(cases.map(({ system }) => system))].map((id) => [id, middleOf(id, cases)]),
  );
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const key = JSON.stringify([one.system, one.prompt]);
    const under = dimensions.get(key) ?? [];
    dimensions.set(key, under);
    if (!under.includes(one.dimension)) under.push(one.dimension);
    const item = one.prompt + " ".repeat(under.indexOf(one.dimension));
    const label = labelOf(one, scaled.get(one.system) ?? null);
    const examinee = names.get(modelKey(one.model)) ?? one.model.trim();
    const { system, dimension, answer: reply, highlight = null } = one;
    const again = JSON.stringify([examinee, system, item, reply]);
    seen.set(again, (seen.get(again) ?? 0) + 1);
    const repeat = seen.get(again) ?? 1;
    return { examinee, system, dimension, item, reply, label, highlight, repeat };
  });
}

/** The score from which a case of a system that is scored in degrees counts as high; `null` where labels stand alone. */
function middleOf(system: SystemId, cases: readonly PlatformCase[]): number | null {
  if (system !== "mft") return null;
  const most = Math.max(...cases.filter((one) => one.system === system).map(({ score }) => score));
  return most > 1 ? 50 : 0.5;
}

/** The published verdict as a label, or `null` where there is none or the score says otherwise. */
function labelOf({ label, score, system }: PlatformCase, middle: number | null): -1 | 0 | 1 | null {
  if (label !== "high" && label !== "low") return null;
  const low = middle === null ? score <= 0 : score < middle;
  const high = middle === null ? score > 0 : score > middle;
  if (label === "high") return high ? 1 : null;
  if (!low) return null;
  return valueSystem(system).reading === "nonViolation" ? -1 : 0;
}

/** Where the marks `<i>` stand, as offsets into the answer; `null` when the marked text is another. */
function markedSpans(
  answer: string,
  highlight: string | null,
): readonly { start: number; end: number }[] | null {
  if (highlight === null) return [];
  const spans: { start: number; end: number }[] = [];
  let [plain, open] = ["", -1];
  for (const part of highlight.split(/(<\/?i>)/)) {
    if (part === "<i>") open = plain.length;
    else if (part === "</i>") {
      if (open >= 0 && plain.length > open) spans.push({ start: open, end: plain.length });
      open = -1;
    } else plain += part;
  }
  return plain === answer ? spans : null;
}
