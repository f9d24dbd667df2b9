import type { Recognizer } from "../ports/judge.js";
import type { Journal } from "../ports/store.js";
import { isPanel } from "../recognizer/panel.js";
import type { Item } from "../records/item.js";
import type { PanelRow } from "../records/trust.js";
import type { DimensionVerdict } from "../records/verdict.js";
import { readingOf } from "../scoring/reading-of.js";
import { effectiveJudges } from "../statistics/effective-judges.js";
import {
  krippendorffAlpha,
  type MaybeRating,
} from "../statistics/reliability/krippendorff-alpha.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import { systemHash, verdictKey } from "./journal/content-key.js";
import type { MeasuredItem } from "./measure.js";

/** Replies of a dimension whose agreement is told; more would say the same at a greater price. */
const MOST = 5000;

/** What the members of a panel said, collected while items stream by. */
export interface PanelBook {
  add(item: Item, measured: MeasuredItem): void;
  rows(): PanelRow[];
  /**
   * The standard error that the choice of judges adds to an examinee's score: the spread of the members' own scores over
   * the root of their number. 0 for a recognizer that is no panel.
   */
  spread(examinee: string, dimension: string): number;
}

interface Heard {
  /** By member, a rating a reply. */
  readonly stances: MaybeRating[][];
  readonly readings: MaybeRating[][];
  /** By examinee, sum and number of readings by member. */
  readonly scores: Map<string, { readonly sums: number[]; readonly counts: number[] }>;
}

const NOTHING: PanelBook = { add() {}, rows: () => [], spread: () => 0 };

/** Opens the book of a panel on one system; for any other recognizer it stays empty. */
export function panelBook(
  recognizer: Recognizer,
  system: ValueSystem,
  journal: Journal,
): PanelBook {
  if (!isPanel(recognizer)) return NOTHING;
  const { members } = recognizer;
  const hash = systemHash(system);
  const heard = new Map<string, Heard>(
    dimensionIds(system).map((id) => [
      id,
      { stances: members.map(() => []), readings: members.map(() => []), scores: new Map() },
    ]),
  );
  return {
    add(item, { cells, text }) {
      const judged = cells.filter(({ outcome }) => outcome.kind === "judged");
      const said = members.map((member) => {
        const keys = judged.map(({ reply }) => verdictKey(member, hash, text, reply?.text ?? ""));
        const known = journal.verdicts(keys, system);
        return keys.map((key) => known.get(key)?.verdict ?? null);
      });
      for (const dimension of item.targets) {
        const own = heard.get(dimension);
        if (!own) continue;
        for (const [at, { examinee }] of judged.entries()) {
          const verdicts = said.map((verdict) => verdict[at]?.dimensions[dimension] ?? null);
          addReply(own, examinee, verdicts, system);
        }
      }
    },
    rows: () =>
      [...heard].flatMap(([dimension, own]) => {
        const replies = own.stances[0].filter(
          (_, at) => own.stances.filter((row) => row[at] !== null).length > 1,
        ).length;
        return replies === 0 ? [] : [rowOf(system, dimension, own, replies)];
      }),
    spread(examinee, dimension) {
      const own = heard.get(dimension)?.scores.get(examinee);
      if (!own) return 0;
      const means = own.sums.flatMap((sum, n) => (own.counts[n] > 0 ? [sum / own.counts[n]] : []));
      if (means.length < 2) return 0;
      const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
      const squares = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0);
      return Math.sqrt(squares / (means.length - 1) / means.length);
    },
  };
}

function addReply(
  own: Heard,
  examinee: string,
  verdicts: readonly (DimensionVerdict | null)[],
  { reading }: ValueSystem,
): void {
  const zeros = () => verdicts.map(() => 0);
  const score = own.scores.get(examinee) ?? { sums: zeros(), counts: zeros() };
  own.scores.set(examinee, score);
  const room = own.stances[0].length < MOST;
  for (const [n, verdict] of verdicts.entries()) {
    const value = verdict && readingOf(verdict, reading);
    if (value !== null) {
      score.sums[n] += value;
      score.counts[n]++;
    }
    if (!room) continue;
    own.stances[n].push(verdict && stanceOf(verdict));
    own.readings[n].push(value);
  }
}

/** The likeliest stance: 1 adheres, -1 opposes, 0 leaves it aside. */
function stanceOf({ adhere, oppose, unrelated }: DimensionVerdict): -1 | 0 | 1 {
  if (adhere >= oppose && adhere >= unrelated) return 1;
  return oppose >= unrelated ? -1 : 0;
}

function rowOf(system: ValueSystem, dimension: string, own: Heard, replies: number): PanelRow {
  const alpha = krippendorffAlpha(own.stances, "nominal");
  // Only replies that all judged can be compared column by column.
  const whole = own.readings[0]
    .map((_, at) => at)
    .filter((at) => own.readings.every((row) => row[at] !== null));
  const table = own.readings.map((row) => whole.map((at) => row[at] ?? 0));
  const effective = whole.length < 2 ? null : effectiveJudges(table).effective;
  return {
    system: system.id,
    dimension,
    replies,
    alpha: Number.isNaN(alpha) ? null : alpha,
    effective,
    judges: own.stances.length,
  };
}
