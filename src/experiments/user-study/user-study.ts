import {
  type ClusteredInterval,
  clusteredInterval,
  type IntervalRange,
} from "../../statistics/clustered-interval.js";
import { mannWhitney } from "../../statistics/mann-whitney.js";
import { pairedT } from "../../statistics/paired-t.js";
import { type SusGrade, susGrade, susScore } from "../../statistics/sus-score.js";
import type { AnswersFile, UserAnswers } from "./read-answers.js";

/** The usability of one platform to one group of people. */
export interface GroupUsability extends ClusteredInterval {
  readonly platform: string;
  /** `null` for everybody. */
  readonly group: string | null;
  /** Where the mean stands among published ones, and where the ends of its interval do; `null` without a mean. */
  readonly grade: SusGrade | null;
  readonly gradeLow: string | null;
  readonly gradeHigh: string | null;
}

/** How one group of people answered one question about one platform. */
export interface QuestionAnswers extends ClusteredInterval {
  readonly platform: string;
  readonly group: string | null;
  readonly question: string;
  /** How many answered 1, 2, ... 7. */
  readonly counts: readonly number[];
  /** Share that answered 5 or more; `null` where nobody answered. */
  readonly agree: number | null;
}

/** Two platforms compared on one measure. */
export interface PlatformComparison {
  readonly measure: string;
  readonly first: string;
  readonly second: string;
  /** First minus second: mean over the people who rated both, or difference of the means where nobody did. */
  readonly difference: number;
  /** 95 % interval of a paired difference; `null` where it cannot be given. */
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly how: "paired t" | "Mann-Whitney";
  /** Pairs, or people on either side. */
  readonly counts: readonly number[];
}

/** A user study worked out. */
export interface UserStudy {
  readonly participants: number;
  readonly platforms: readonly string[];
  readonly groups: readonly { readonly name: string; readonly participants: number }[];
  /** People whose usability answers are not complete; they enter no SUS. */
  readonly unfinished: number;
  readonly usability: readonly GroupUsability[];
  readonly questions: readonly QuestionAnswers[];
  readonly comparisons: readonly PlatformComparison[];
}

/** Fewest people rating both platforms for a paired comparison. */
const LEAST_PAIRS = 3;

/**
 * Works out a user study: SUS with its grade and the 7-point questions, for everybody and by group, and platforms against each
 * other. The unit is the person; intervals are Student's t over people, so they are wide for the five to eight of a usual group.
 *
 * Source: paper 3 and Appendix B.2.
 */
export function userStudy({ rows, questions, unfinished }: AnswersFile): UserStudy {
  const platforms = [...new Set(rows.map(({ platform }) => platform))];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const people = (own: readonly UserAnswers[]) =>
    new Set(own.map(({ participant }) => participant)).size;
  const slices = platforms.flatMap((platform) =>
    [null, ...(groups.length > 1 ? groups : [])].map((group) => ({
      platform,
      group,
      rows: rows.filter(
        (row) => row.platform === platform && (group === null || row.group === group),
      ),
    })),
  );
  return {
    participants: people(rows),
    platforms,
    groups: groups.map((name) => ({
      name,
      participants: people(rows.filter(({ group }) => group === name)),
    })),
    unfinished,
    usability: rows.some(({ usability }) => usability !== null)
      ? slices.map(({ platform, group, rows: own }) => usabilityOf(platform, group, own))
      : [],
    questions: slices.flatMap(({ platform, group, rows: own }) =>
      questions.map((question) => answersOf(platform, group, question, own)),
    ),
    comparisons: comparisonsOf(rows, platforms, questions),
  };
}

/** A mean over people with its interval; none where all say the same, which does not mean that the next would. */
function peopleInterval(values: readonly number[], range?: IntervalRange): ClusteredInterval {
  const found = clusteredInterval(values, range);
  return found.standardError === 0 ? { ...found, low: null, high: null } : found;
}

function usabilityOf(
  platform: string,
  group: string | null,
  rows: readonly UserAnswers[],
): GroupUsability {
  const scores = rows.flatMap(({ usability }) => (usability === null ? [] : [susScore(usability)]));
  const interval = peopleInterval(scores, { lowest: 0, highest: 100 });
  const graded = (value: number | null) => (value === null ? null : susGrade(value));
  return {
    platform,
    group,
    ...interval,
    grade: graded(interval.mean),
    gradeLow: graded(interval.low)?.grade ?? null,
    gradeHigh: graded(interval.high)?.grade ?? null,
  };
}

function answersOf(
  platform: string,
  group: string | null,
  question: string,
  rows: readonly UserAnswers[],
): QuestionAnswers {
  const given = rows.flatMap(({ questions }) => questions[question] ?? []);
  return {
    platform,
    group,
    question,
    ...peopleInterval(given, { lowest: 1, highest: 7 }),
    counts: Array.from({ length: 7 }, (_, at) => given.filter((one) => one === at + 1).length),
    agree: given.length === 0 ? null : given.filter((one) => one >= 5).length / given.length,
  };
}

function comparisonsOf(
  rows: readonly UserAnswers[],
  platforms: readonly string[],
  questions: readonly string[],
): PlatformComparison[] {
  const measures = [
    {
      measure: "SUS",
      of: ({ usability }: UserAnswers) => (usability === null ? null : susScore(usability)),
    },
    ...questions.map((measure) => ({
      measure,
      of: (row: UserAnswers) => row.questions[measure] ?? null,
    })),
  ];
  return platforms.slice(1).flatMap((second) =>
    measures.flatMap(({ measure, of }) => {
      const values = (platform: string) =>
        new Map(
          rows
            .filter((row) => row.platform === platform)
            .flatMap((row) => {
              const value = of(row);
              return value === null ? [] : [[row.participant, value] as const];
            }),
        );
      const [a, b] = [values(platforms[0]), values(second)];
      if (a.size === 0 || b.size === 0) return [];
      return [{ measure, first: platforms[0], second, ...compared(a, b) }];
    }),
  );
}

function compared(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): Omit<PlatformComparison, "measure" | "first" | "second"> {
  const both = [...a.keys()].filter((who) => b.has(who));
  if (both.length >= LEAST_PAIRS) {
    const [x, y] = [a, b].map((own) => both.map((who) => own.get(who) ?? 0));
    const { low, high } = peopleInterval(x.map((value, at) => value - y[at]));
    const { meanDifference, p } = pairedT(x, y);
    return { difference: meanDifference, low, high, p, how: "paired t", counts: [both.length] };
  }
  const meanOf = (own: ReadonlyMap<string, number>) =>
    [...own.values()].reduce((sum, value) => sum + value, 0) / own.size;
  const { p } = mannWhitney([...a.values()], [...b.values()]);
  return {
    difference: meanOf(a) - meanOf(b),
    low: null,
    high: null,
    p: Number.isNaN(p) ? null : p,
    how: "Mann-Whitney",
    counts: [a.size, b.size],
  };
}
