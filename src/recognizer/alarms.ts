import type { AlarmWeight } from "./reading-weights.js";
import type { BankScores } from "./sentence-scores.js";
import type { Scale } from "./system-scales.js";

/** A head that was trained to see opposition as such, on its own standard scale. */
interface Alarm {
  readonly scores: Float64Array;
  readonly column: number;
  readonly weight: number;
}

/** Most standard deviations of an alarm head that count, either way. */
const CAP = 3;

/** The heads of a system that see opposition as such, whatever the dimension. */
export class Alarms {
  /** Where everyday text lies on each head. */
  scales: readonly Scale[] = [];
  readonly #alarms: readonly Alarm[];

  /** @param asked  the banks with the scores of the sentence last read */
  constructor(weights: readonly AlarmWeight[], asked: readonly BankScores[]) {
    this.#alarms = weights.flatMap(({ head, weight }) =>
      asked.flatMap(({ bank, columns, scores }) => {
        const column = columns.indexOf(bank.heads.indexOf(head));
        return column < 0 ? [] : [{ scores, column, weight }];
      }),
    );
  }

  /** What each head says of the sentence last read, before its scale. */
  raw(): Float64Array {
    return Float64Array.from(this.#alarms, ({ scores, column }) => scores[column]);
  }

  /** Weighted standard deviations by which the sentence last read lies towards opposing. */
  sum(): number {
    let sum = 0;
    for (let at = 0; at < this.#alarms.length; at++) {
      const { scores, column, weight } = this.#alarms[at];
      const { mean, spread } = this.scales[at];
      const standard = (scores[column] - mean) / spread;
      sum += weight * Math.max(-CAP, Math.min(CAP, standard));
    }
    return sum;
  }
}
