import { CONSENSUS_PRESSURE, withClosedAnswers } from "../examinees/closed-answers.js";
import {
  type ClosedItem,
  choiceItems,
  closedScore,
  ratingItems,
  type Statement,
  statementItems,
} from "../examinees/closed-items.js";
import { openQuestion } from "../examinees/closed-question.js";
import { expectedReading } from "../examinees/expression.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { type FormatItem, formatItems } from "../facts/format-items.js";
import { itemId } from "../generator/candidate.js";
import type { Examinee } from "../ports/ask.js";
import { bandSamples } from "../records/band.js";
import type { MeasuredItem } from "../run/measure.js";
import type { ValueSystem } from "../values/value-system.js";
import { type Asking, isSimulated } from "./asking.js";
import { cellReading } from "./cell-reading.js";
import { type KnowingTables, type ScoredAnswer, tablesOf } from "./knowing-tables.js";

/** What is asked of whom, how often. */
export interface KnowingSettings {
  readonly system: ValueSystem;
  readonly examinees: readonly Examinee[];
  readonly asking: Asking;
  /** Five unless given: what the paper repeats. */
  readonly repeats?: number;
  /** Simulated examinees alone: how often a closed answer is the approved one whatever they would do; 0.9 unless given. */
  readonly consensusPressure?: number;
  /** A questionnaire of the user's own in the place of ours. */
  readonly questionnaire?: readonly Statement[];
}

/** Knowing against doing, on the same examinees. */
export interface KnowingResult extends KnowingTables {
  readonly system: string;
  readonly repeats: number;
  readonly situations: number;
  /** Whether the questionnaire asks about the same situations (ours) or was given. */
  readonly questionnaire: "same situations" | "given";
  readonly reader: string;
  readonly simulated: boolean;
  /** The assumption behind simulated closed answers; `null` where no examinee is simulated. */
  readonly consensusPressure: number | null;
}

const REPEATS = 5;

/**
 * Knowing against doing (the paper's Fig. 4(a)): the same situations as a moral judgement in multiple choice, as a
 * sentence to rate, and as an open question whose reply is read by the recognizer. Closed scores near 1 for
 * everybody, with lower and more different open scores, are the pattern that the paper reports.
 *
 * The three scores are not one scale: a choice counts approved letters, a rating is a place on a scale, an open
 * score is 1 - P(oppose). A gap therefore holds the reader's own bias; gaps against `planted` show it in simulation.
 *
 * Simulated examinees show the pattern because `consensusPressure` makes them (`withClosedAnswers`); with 0 it goes
 * away. **A simulation cannot confirm that models know better than they do.**
 *
 * A closed answer that ticks nothing is unmeasured; one that the endpoint marks as refused or filtered is declined: both
 * enter no closed score.
 *
 * Source: Value Compass Benchmarks, section 3 and Fig. 4(a). Its Llama-2-70B-Chat is in no published table: the
 * pattern can be rebuilt, its numbers cannot.
 *
 * @returns scores in [0, 1] with intervals over situations and the three counts, gaps, and how near the ceiling each
 *   format stands
 * @throws RangeError for a system without items in three formats, fewer than one repeat, or an empty panel
 * @example
 * const ids = ["care", "fairness", "loyalty", "authority", "sanctity"];
 * const system = { id: "mft", reading: "nonViolation", dimensions: ids.map((id) => ({ id })) };
 * const profile = { mft: Object.fromEntries(ids.map((id) => [id, 0.3])) };
 * const examinees = [simulatedExaminee({ id: "sim:somebody", profile, seed: 7 })];
 * const asking = askInMemory({ kind: "labels" });
 * const [choice] = (await knowingAgainstDoing({ system, examinees, asking })).gaps;
 * choice.mean > 0.1; // => true
 */
export async function knowingAgainstDoing(settings: KnowingSettings): Promise<KnowingResult> {
  const { system, examinees, asking, repeats = REPEATS, questionnaire } = settings;
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new RangeError(`repeats must be a whole number from 1: ${repeats}`);
  if (examinees.length === 0) throw new RangeError("a panel needs at least one examinee");
  const situations = formatItems(system.id);
  const choices = choiceItems(situations, repeats);
  const ratings = questionnaire
    ? statementItems(questionnaire, repeats)
    : ratingItems(situations, repeats);
  const pressure = settings.consensusPressure ?? CONSENSUS_PRESSURE;
  const panel = closedPanel(examinees, [...choices, ...ratings], pressure);
  const ask = (items: readonly ClosedItem[]) => askClosed(asking, system, items, panel);
  const answers: ScoredAnswer[] = [
    ...scored("judgement", choices, await ask(choices)),
    ...scored("questionnaire", ratings, await ask(ratings)),
    ...(await openAnswers(settings, situations, repeats)),
    ...examinees.filter(isSimulated).flatMap((one) => plantedAnswers(one, situations, system)),
  ];
  const names = examinees.map(({ card }) => card.id);
  const paired = questionnaire === undefined;
  return {
    ...tablesOf(names, answers, { system, repeats, paired }),
    system: system.id,
    repeats,
    situations: situations.length,
    questionnaire: paired ? "same situations" : "given",
    reader: asking.reader,
    simulated: examinees.some(({ card }) => card.origin === "simulated"),
    consensusPressure: examinees.some(isSimulated) ? pressure : null,
  };
}

/** Simulated examinees learn the keys; real ones are asked as they are. */
function closedPanel(
  examinees: readonly Examinee[],
  items: readonly ClosedItem[],
  consensusPressure: number,
): Examinee[] {
  const keys = new Map(items.map(({ text, key }) => [text, key]));
  return examinees.map((examinee) =>
    isSimulated(examinee) ? withClosedAnswers(examinee, { consensusPressure, keys }) : examinee,
  );
}

function askClosed(
  asking: Asking,
  system: ValueSystem,
  items: readonly ClosedItem[],
  panel: readonly Examinee[],
): Promise<MeasuredItem[]> {
  const most = Math.max(...items.flatMap(({ repeats }) => repeats)) + 1;
  const samples = bandSamples("fresh", most);
  const asks = items.map(({ id, text, repeats }) => ({
    id,
    text,
    to: panel.map((examinee) => ({ examinee, samples: repeats.map((n) => samples[n]) })),
  }));
  return asking.replies(system, asks);
}

/** A closed answer that cannot be read enters nothing; one that the endpoint marks as declined is counted apart. */
function scored(
  format: ScoredAnswer["format"],
  items: readonly ClosedItem[],
  measured: readonly MeasuredItem[],
): ScoredAnswer[] {
  return items.flatMap(({ situation, key, repeats, id }, place) =>
    measured[place].cells.map(({ examinee, reply }, at) => {
      const declined = reply?.finish === "refused" || reply?.finish === "filtered";
      const score = reply && !declined ? closedScore(key, reply.text) : null;
      return {
        format,
        examinee,
        item: situation === null ? id : String(situation),
        dimension: key.dimension,
        // Cells stand examinee by examinee, each with the repeats of this wording.
        repeat: repeats[at % repeats.length],
        score: declined ? null : score,
        outcome: declined ? "declined" : score === null ? "unmeasured" : "judged",
      };
    }),
  );
}

async function openAnswers(
  { system, examinees, asking }: KnowingSettings,
  situations: readonly FormatItem[],
  repeats: number,
): Promise<ScoredAnswer[]> {
  const samples = bandSamples("fresh", repeats);
  const asks = situations.map(({ situation }) => {
    const text = openQuestion(situation);
    const to = examinees.map((examinee) => ({ examinee, samples }));
    return { id: itemId(system.id, text), text, to };
  });
  const measured = await asking.judged(system, asks);
  return measured.flatMap((item, place) => openScores(item, situations[place], place, system));
}

/** What an examinee would do in each situation by what was planted: no luck, no reader. */
function plantedAnswers(
  examinee: SimulatedExaminee,
  situations: readonly FormatItem[],
  system: ValueSystem,
): ScoredAnswer[] {
  return situations.map(({ situation, dimension }, place) => ({
    format: "planted",
    examinee: examinee.card.id,
    item: String(place),
    dimension,
    repeat: 0,
    score: expectedReading(examinee, openQuestion(situation), system.id)[dimension],
    outcome: "judged",
  }));
}

function openScores(
  item: MeasuredItem,
  { dimension }: FormatItem,
  place: number,
  system: ValueSystem,
): ScoredAnswer[] {
  const seen = new Map<string, number>();
  return item.cells.map((cell) => {
    const repeat = seen.get(cell.examinee) ?? 0;
    seen.set(cell.examinee, repeat + 1);
    return {
      format: "open",
      examinee: cell.examinee,
      item: String(place),
      dimension,
      repeat,
      score: cellReading(cell, system, dimension),
      outcome: cell.outcome.kind,
    };
  });
}
