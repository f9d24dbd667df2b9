import { stream } from "../../random/stream.js";

/** How well scores tell positives from the rest, with what chance alone would do. */
export interface Skill {
  readonly rows: number;
  readonly positives: number;
  /** Area under the ROC curve: how often a positive scores above a negative. */
  readonly auroc: number;
  /** 95 % interval over resampled groups. */
  readonly low: number;
  readonly high: number;
  /** Mean log-loss of the probabilities, in nats. */
  readonly logLoss: number;
  /** The log-loss of always saying the base rate: the best that a constant can do. */
  readonly baseline: number;
}

const RESAMPLES = 500;

/** One scored row. */
export interface Scored {
  readonly score: number;
  /** A probability for the log-loss; `score` where only ranks matter. */
  readonly probability: number;
  readonly positive: boolean;
  readonly group: string;
}

/** Measures skill, with a bootstrap over groups keyed by `name`. */
export function skill(name: string, rows: readonly Scored[]): Skill {
  const positives = rows.filter((row) => row.positive).length;
  const rate = positives / rows.length;
  let logLoss = 0;
  for (const { probability, positive } of rows) {
    const sure = Math.min(1 - 1e-9, Math.max(1e-9, probability));
    logLoss -= Math.log(positive ? sure : 1 - sure) / rows.length;
  }
  const sorted = [...rows].sort((one, other) => one.score - other.score);
  const groups = new Map<string, number>();
  for (const row of sorted) if (!groups.has(row.group)) groups.set(row.group, groups.size);
  const groupOf = sorted.map((row) => groups.get(row.group) ?? 0);
  const random = stream("recognizer skill", name);
  const draws: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const copies = new Float64Array(groups.size);
    for (let draw = 0; draw < groups.size; draw++) copies[random.integer(groups.size)] += 1;
    draws.push(weightedAuroc(sorted, (at) => copies[groupOf[at]]));
  }
  draws.sort((one, other) => one - other);
  return {
    rows: rows.length,
    positives,
    auroc: weightedAuroc(sorted, () => 1),
    low: draws[Math.floor(0.025 * RESAMPLES)],
    high: draws[Math.ceil(0.975 * RESAMPLES) - 1],
    logLoss,
    baseline: -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate)),
  };
}

/** AUROC of rows sorted by score, each counted `weight` times; ties count half. */
function weightedAuroc(sorted: readonly Scored[], weight: (at: number) => number): number {
  let below = 0;
  let won = 0;
  let positives = 0;
  let at = 0;
  while (at < sorted.length) {
    let tiedPositives = 0;
    let tiedNegatives = 0;
    const { score } = sorted[at];
    while (at < sorted.length && sorted[at].score === score) {
      if (sorted[at].positive) tiedPositives += weight(at);
      else tiedNegatives += weight(at);
      at += 1;
    }
    won += tiedPositives * (below + tiedNegatives / 2);
    positives += tiedPositives;
    below += tiedNegatives;
  }
  return positives === 0 || below === 0 ? 0.5 : won / (positives * below);
}
