import { checkNumber } from "./check-argument.js";

/** What is known of one arm of a bandit (a topic, a seed item) whose rewards lie in [0, 1]. */
export interface Arm {
  /** Mean reward so far; not looked at while the arm was never played. */
  readonly mean: number;
  /** How often it was played: 0, or 1e-9 and more, since discounted plays may be fractions. */
  readonly pulls: number;
}

/** Fewer plays than this would make every index overflow. */
const FEWEST = 1e-9;

/**
 * Refuses what is no arm, and a count of all plays below 1.
 *
 * @throws ArgumentError
 * @example
 * checkArm({ mean: 0.5, pulls: 10 }, 100);
 * checkArm({ mean: 0.5, pulls: -1 }, 100); // throws /pulls must be a finite number from 0 up: -1/
 * checkArm({ mean: 0.5, pulls: 1 }, 0); // throws /t must be a finite number from 1 up: 0/
 */
export function checkArm({ mean, pulls }: Arm, t: number): void {
  checkNumber("pulls", pulls, { from: 0 });
  checkNumber("t", t, { from: 1 });
  if (pulls === 0) return;
  checkNumber("pulls", pulls, { from: FEWEST });
  checkNumber("mean", mean);
}
