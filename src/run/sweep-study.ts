import { arranged } from "../catalogue/arranged.js";
import { type Choice, chosen } from "../catalogue/choice.js";
import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { type ObjectiveSweep, objectiveSweep } from "../generator/objective-sweep.js";
import { bandSamples } from "../records/band.js";
import type { ValueSystem } from "../values/value-system.js";
import { observationsOf } from "./ask-panel.js";
import { levelsFor } from "./levels-for.js";
import type { Bench } from "./measure.js";
import { type Study, searchPanel } from "./study.js";
import { evolveSettings } from "./system-run.js";

/** The settings that a sweep turns: every combination is one row. */
export interface SweepChoices {
  readonly alphas: readonly number[];
  readonly divergences: readonly Choice[];
  readonly elicitations: readonly Choice[];
}

/**
 * Turns alpha, divergence and elicitation on one system of a study: the study's examinees, recognizer, writer and
 * budget, its journal for what was asked before, and nothing of its rounds.
 */
export async function sweepSystem(
  study: Study,
  system: ValueSystem,
  bench: Bench,
  { alphas, divergences, elicitations }: SweepChoices,
): Promise<ObjectiveSweep> {
  const settings = evolveSettings(study, system, 1);
  const panel = searchPanel(study, system.id, 1).map(({ examinee }) => examinee);
  const levels = await levelsFor(bench, system);
  const choices = divergences.flatMap((d) =>
    elicitations.flatMap((e) =>
      alphas.map((alpha) => ({
        alpha,
        divergence: arranged(chosen(divergence, d), system),
        elicitation: chosen(elicitation, e),
      })),
    ),
  );
  return objectiveSweep(settings, choices, (items, band) => {
    const count = band === "search" ? settings.searchSamples : study.config.budget.samples;
    const samples = bandSamples(band, count);
    const asks = items.map(({ id, text }) => ({
      id,
      text,
      to: panel.map((examinee) => ({ examinee, samples })),
    }));
    return observationsOf({ bench, system, levels }, asks);
  });
}
