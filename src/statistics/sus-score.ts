import { ArgumentError } from "./argument-error.js";
import { checkNumber, checkNumbers } from "./check-argument.js";

/**
 * One person's System Usability Scale: ten answers from 1 to 5, of which the odd ones speak for the thing and the even ones against
 * it, brought to 0 to 100. It is no percentage: 68 is what usual systems get.
 *
 * Source: Brooke (1996), SUS: a quick and dirty usability scale; paper, Appendix B.2.
 *
 * @param answers  ten whole numbers from 1 to 5, in the order of the scale
 * @throws ArgumentError for another number of answers, or an answer outside 1 to 5
 * @example
 * susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 1]); // => 100
 * susScore([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]); // => 50
 * susScore([4, 2, 4, 2, 5, 1, 5, 2, 4, 2]); // => 82.5
 * susScore([6, 3, 3, 3, 3, 3, 3, 3, 3, 3]); // throws /answers\[0\] must be a finite number from 1 to 5: 6/
 */
export function susScore(answers: readonly number[]): number {
  checkNumbers("answers", answers, { count: 10, from: 1, to: 5 });
  const half = answers.findIndex((answer) => !Number.isInteger(answer));
  if (half >= 0)
    throw new ArgumentError(`answers[${half}]`, "must be a whole number", answers[half]);
  const points = answers.map((answer, at) => (at % 2 === 0 ? answer - 1 : 5 - answer));
  return 2.5 * points.reduce((sum, one) => sum + one, 0);
}

/** Where a mean SUS score stands among published ones. */
export interface SusGrade {
  /** `A+` to `F`. */
  readonly grade: string;
  /** The share of systems, in percent, that score lower: from and to. */
  readonly percentileLow: number;
  readonly percentileHigh: number;
}

/** Lowest mean of each grade, and its range of percentiles: Sauro & Lewis (2016), the curved grading scale. */
const GRADES: readonly (readonly [number, string, number, number])[] = [
  [84.1, "A+", 96, 100],
  [80.8, "A", 90, 95],
  [78.9, "A-", 85, 89],
  [77.2, "B+", 80, 84],
  [74.1, "B", 70, 79],
  [72.6, "B-", 65, 69],
  [71.1, "C+", 60, 64],
  [65, "C", 41, 59],
  [62.7, "C-", 35, 40],
  [51.7, "D", 15, 34],
  [0, "F", 0, 14],
];

/**
 * The grade of a mean SUS score and how many of some 450 published studies score lower. The grades are those of a mean over many
 * people; for the few people of one study look where the ends of its interval fall.
 *
 * Source: Sauro & Lewis (2016), Quantifying the user experience, chapter 8; the paper's 81.5 is an A.
 *
 * @param score  from 0 to 100; read to one decimal, as the scale is printed
 * @throws ArgumentError outside 0 to 100
 * @example
 * susGrade(81.5); // => { grade: "A", percentileLow: 90, percentileHigh: 95 }
 * susGrade(68).grade; // => "C"
 * susGrade(101); // throws /score must be a finite number from 0 to 100: 101/
 */
export function susGrade(score: number): SusGrade {
  checkNumber("score", score, { from: 0, to: 100 });
  const printed = Math.round(score * 10) / 10;
  const found = GRADES.find(([least]) => printed >= least) ?? GRADES[GRADES.length - 1];
  const [, grade, percentileLow, percentileHigh] = found;
  return { grade, percentileLow, percentileHigh };
}
