import { join } from "node:path";
import { slotDesign } from "../generator/slot-design.js";
import { hashName } from "../random/hash.js";
import { canonicalJson } from "./journal/canonical-json.js";
import { productVersion } from "./product-version.js";
import { presentIn, type Study } from "./study.js";
import type { FinishedRound, SystemRun } from "./system-run.js";
import { writeWhole } from "./write-file.js";
import { nanAsText } from "./write-results.js";

/** Effects of slots that a manifest lists for each term: the strongest, up and down. */
const EFFECTS_SHOWN = 12;

/**
 * Writes rounds/<n>/items.jsonl (one item a line, with lineage and terms) and
 * rounds/<n>/manifest.json: what is needed to rebuild the round. No clock enters either, nor what
 * came after the round (later rounds, newcomers), nor caps, which change no number.
 */
export function writeRound(
  folder: string,
  study: Study,
  round: number,
  finished: readonly FinishedRound[],
  runs: readonly SystemRun[],
): void {
  const items = finished.flatMap((one) => one.items);
  const lines = items.map((item) => `${JSON.stringify(item, nanAsText)}\n`);
  writeWhole(join(folder, "rounds", String(round), "items.jsonl"), lines.join(""));
  const manifest = {
    kind: "value-compass round",
    format: 1,
    product: productVersion(),
    round,
    study: studyAt(study, round),
    systems: study.systems.map((system) => ({
      id: system.id,
      hash: hashName(canonicalJson(system)),
    })),
    recognizer: { id: study.recognizer.id, identity: study.recognizer.identity },
    writer: { id: study.writer.id, identity: study.writer.identity },
    ...(study.writing
      ? {
          guests: { id: study.writing.writer.id, identity: study.writing.writer.identity },
          writing: finished.map(({ summary, writing }) => ({ system: summary.system, writing })),
        }
      : {}),
    examinees: presentIn(study.members, round).map(({ examinee, since }) => ({
      id: examinee.card.id,
      label: examinee.card.label,
      since: Number.isFinite(since) ? since : null,
      identity: hashName(canonicalJson(examinee.identity)),
      served: servedBy(finished, examinee.card.id),
    })),
    summaries: finished.map((one) => one.summary),
    theta: round === 0 ? [] : runs.map((run) => thetaOf(study, run)),
  };
  const text = `${JSON.stringify(manifest, nanAsText, 1)}\n`;
  writeWhole(join(folder, "rounds", String(round), "manifest.json"), text);
}

/** The model ids that answered for an examinee in this round, over all systems. */
function servedBy(finished: readonly FinishedRound[], examinee: string): string[] {
  return [...new Set(finished.flatMap(({ served }) => served.get(examinee) ?? []))].sort();
}

/** The study as far as this round depends on it. */
function studyAt({ config }: Study, round: number) {
  const { caps: _, prices: __, examinees, budget, ...rest } = config;
  const present = Math.max(1, round);
  return {
    ...rest,
    examinees: examinees.filter((one) => one.kind === "recorded" || one.since <= present),
    budget: { ...budget, rounds: undefined },
  };
}

function thetaOf(study: Study, run: SystemRun) {
  const { theta } = run.state();
  if (!theta) return { system: run.system.id };
  const { names } = slotDesign(study.writer, run.system);
  const strongest = (coefficients: readonly number[]) =>
    names
      .map((slot, column) => ({ slot, effect: coefficients[column] }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.slot < b.slot ? -1 : 1))
      .slice(0, EFFECTS_SHOWN);
  const term = (name: "informativeness" | "elicitation") => ({
    spread: theta.spreads[name],
    intercept: theta[name].fit.intercept,
    penalty: theta[name].fit.penalty,
    strongest: strongest(theta[name].fit.coefficients),
  });
  return {
    system: run.system.id,
    informativeness: term("informativeness"),
    elicitation: term("elicitation"),
  };
}
