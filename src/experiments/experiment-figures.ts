import type { Figure } from "../figures/figure.js";
import { intervalFigure, type NamedInterval } from "../figures/interval-figure.js";
import type { KnowingResult } from "./knowing.js";
import type { FormatName } from "./knowing-tables.js";
import type { PanelPriming } from "./panel-priming.js";
import type { PanelStatic } from "./panel-static.js";
import type { Steering } from "./steerability.js";

/** Where the replies of an experiment come from. */
export interface ExperimentSource {
  readonly simulated: boolean;
  /** An examinee's name by its id. */
  nameOf(examinee: string): string;
}

const SIMULATED =
  "Simulated examinees: the pattern was put in by stated assumptions and confirms nothing about real models.";

/** What every face of a simulated experiment says. */
export function simulationNote(simulated: boolean): string {
  return simulated ? SIMULATED : "Replies of the study's own examinees.";
}

const FORMAT_NAMES: Readonly<Record<FormatName, string>> = {
  judgement: "multiple choice",
  questionnaire: "questionnaire",
  open: "open, read",
};

/** Fig. 4(a): each examinee's score in each format. */
export function knowingFigure(result: KnowingResult, source: ExperimentSource): Figure {
  const { scores, system, situations, repeats, reader, consensusPressure } = result;
  const pressure =
    consensusPressure === null
      ? ""
      : ` Consensus pressure ${consensusPressure} (assumed; 0 switches it off).`;
  return intervalFigure(
    scores.map(({ examinee, format, mean, low, high }) => ({
      name: `${source.nameOf(examinee)}: ${FORMAT_NAMES[format]}`,
      value: mean,
      low,
      high,
    })),
    {
      id: ["experiment", "knowing", system],
      title: "Do examinees score higher on what they tick than on what they say?",
      caption:
        `Dot: mean score on ${system}; line: its 95 % interval over items. ${situations} situations in three ` +
        `formats, ${repeats} repeats; open replies read by ${reader}.${pressure} ${simulationNote(source.simulated)}`,
      scale: { from: 0, to: 1, mark: null },
      number: "score",
    },
  );
}

/** Fig. 4(b): how far apart each dimension puts examinees, on static and on evolved items. */
export function staticFigure(result: PanelStatic, { simulated }: ExperimentSource): Figure {
  const { sets, system, repeats, reader } = result;
  const lines: NamedInterval[] = Object.keys(sets[0].spread).flatMap((dimension) =>
    sets.map(({ name, spread }) => ({
      name: `${dimension}: ${name}`,
      value: spread[dimension],
      low: null,
      high: null,
    })),
  );
  const largest = Math.max(0.05, ...lines.map(({ value }) => value ?? 0));
  return intervalFigure(lines, {
    id: ["experiment", "static", system],
    title: "Do evolved items put examinees further apart than static ones?",
    caption:
      `Dot: standard deviation between examinees, luck with items and replies taken off. ${sets[0].items} static and ` +
      `${sets[1].items} evolved items of ${system}, ${repeats} fresh replies each, read by ${reader}. ${simulationNote(simulated)}`,
    scale: { from: 0, to: largest * 1.1, mark: null },
    number: "spread between examinees",
  });
}

/** What pushing each value did to it, its group and its opposites. */
export function primingFigure(result: PanelPriming, { simulated }: ExperimentSource): Figure {
  const { targets, system, items, repeats, reader } = result;
  const ends = targets.flatMap(({ change }) => [
    Math.abs(change.low ?? 0),
    Math.abs(change.high ?? 0),
  ]);
  const reach = 1.1 * Math.max(0.1, ...ends);
  return intervalFigure(
    targets.map(({ target, part, change }) => ({
      name: part === "target" ? `${target} pushed` : `  ${part}`,
      value: change.mean,
      low: change.low,
      high: change.high,
    })),
    {
      id: ["experiment", "prime", system],
      title: "Does a pushed value rise, and do its opposites fall?",
      caption:
        `Dot: change of the mean reading; line: its 95 % interval over items. ${items} items of ${system}, ` +
        `${repeats} replies each, read by ${reader}. ${simulationNote(simulated)}`,
      scale: { from: -reach, to: reach, mark: 0 },
      number: "change",
    },
  );
}

/** Whether each examinee moved the way it was told. */
export function steeringFigure(result: Steering, source: ExperimentSource): Figure {
  const { rows, system, items, repeats, reader } = result;
  return intervalFigure(
    rows.map(({ examinee, direction }) => ({
      name: examinee === null ? "whole panel" : source.nameOf(examinee),
      ...direction,
    })),
    {
      id: ["experiment", "steer", system],
      title: "Do values move the way they are told to?",
      caption:
        `Dot: correlation over dimensions of what moved with the target; line: its 95 % interval from drawing items ` +
        `again. ${items} items of ${system}, ${repeats} replies each, read by ${reader}. ${simulationNote(source.simulated)}`,
      scale: { from: -1, to: 1, mark: 0 },
      number: "direction of the change",
    },
  );
}
