import type { Stream } from "../random/stream.js";
import { thompson } from "../statistics/thompson.js";
import { ucb1 } from "../statistics/ucb.js";

/** How the next topic is chosen from what is known of all. */
export const ARM_POLICIES = ["ucb", "thompson", "epsilon-greedy"] as const;
export type ArmPolicy = (typeof ARM_POLICIES)[number];

/** A topic as an arm of a bandit: how often items were written on it, and how good they were. */
export interface TopicArm {
  readonly topic: string;
  readonly pulls: number;
  /** Mean reward so far; 0 while nothing was written on it. */
  readonly mean: number;
}

/** How topics are chosen. */
export interface ArmSettings {
  readonly policy: ArmPolicy;
  /** How often a topic will be chosen in all. */
  readonly budget: number;
  /** The largest reward there can be; 1 unless told. */
  readonly highest?: number;
  /** epsilon-greedy: how often a topic is drawn blindly; 0.1 unless told. */
  readonly epsilon?: number;
}

const EPSILON = 0.1;

/**
 * The arms before anything was written.
 *
 * The published procedure gives every topic its first try, so that a budget below the number of topics would never
 * choose at all (methods 1.9): that is refused here.
 *
 * @throws RangeError when there is no topic, or the budget is below the number of topics
 * @example
 * topicArms(["work", "family"], { policy: "ucb", budget: 10 }).length; // => 2
 * topicArms(["work", "family"], { policy: "ucb", budget: 1 }); // throws /at least the number of topics \(2\), so that each gets its first score: 1/
 */
export function topicArms(topics: readonly string[], { budget }: ArmSettings): TopicArm[] {
  if (topics.length === 0) throw new RangeError("there is no topic to choose from");
  if (!(budget >= topics.length))
    throw new RangeError(
      `budget must be at least the number of topics (${topics.length}), so that each gets its first score: ` +
        `${budget}; raise it, or name fewer topics`,
    );
  return topics.map((topic) => ({ topic, pulls: 0, mean: 0 }));
}

/**
 * The topic to write on next: first each topic once, in their order; then as the policy says. UCB: the largest mean plus
 * its curiosity, with ln of the whole budget as AdAEM prints it. Thompson: the largest draw from what is believed of each.
 * epsilon-greedy: the best so far, and now and then any.
 *
 * Source: AdAEM algorithm 1; math 6; methods 1.5 and 1.9.
 *
 * @param random  consumed by Thompson and epsilon-greedy
 * @example
 * const arms = [{ topic: "work", pulls: 5, mean: 0.9 }, { topic: "family", pulls: 5, mean: 0.1 }];
 * chooseTopic(arms, { policy: "ucb", budget: 50 }, stream(1)); // => "work"
 * chooseTopic([...arms, { topic: "law", pulls: 0, mean: 0 }], { policy: "thompson", budget: 50 }, stream(1)); // => "law"
 */
export function chooseTopic(
  arms: readonly TopicArm[],
  { policy, budget, highest = 1, epsilon = EPSILON }: ArmSettings,
  random: Stream,
): string {
  const untried = arms.find(({ pulls }) => pulls === 0);
  if (untried) return untried.topic;
  if (policy === "thompson") return arms[thompson(arms.map(belief(highest)), random).arm].topic;
  if (policy === "epsilon-greedy" && random.next() < epsilon) return random.pick(arms).topic;
  const index = ({ mean, pulls }: TopicArm) =>
    policy === "ucb" ? ucb1({ mean: mean / highest, pulls }, { t: Math.max(1, budget) }) : mean;
  return arms.reduce((best, arm) => (index(arm) > index(best) ? arm : best)).topic;
}

/** What is believed of an arm: a reward r of the highest counts as r successes and the rest as failures. */
function belief(highest: number) {
  return ({ mean, pulls }: TopicArm) => {
    const share = Math.min(1, Math.max(0, mean / highest));
    return { alpha: 1 + pulls * share, beta: 1 + pulls * (1 - share) };
  };
}

/**
 * The arms after a reward for a topic: its mean moves towards it.
 *
 * @throws RangeError for a topic that is no arm
 * @example
 * rewarded([{ topic: "work", pulls: 1, mean: 0.5 }], "work", 1); // => [{ topic: "work", pulls: 2, mean: 0.75 }]
 * rewarded([{ topic: "work", pulls: 1, mean: 0.5 }], "law", 1); // throws /no arm for the topic law/
 */
export function rewarded(arms: readonly TopicArm[], topic: string, reward: number): TopicArm[] {
  if (!arms.some((arm) => arm.topic === topic))
    throw new RangeError(`no arm for the topic ${topic}`);
  return arms.map((arm) => {
    if (arm.topic !== topic) return arm;
    const pulls = arm.pulls + 1;
    return { topic, pulls, mean: arm.mean + (reward - arm.mean) / pulls };
  });
}
