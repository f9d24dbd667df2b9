import type { SystemId } from "../values/value-system.js";
import type { Candidate } from "./candidate.js";
import type { EvolveState } from "./evolve.js";
import { estimates } from "./theta.js";

/** Two items of one topic, of which the second is better: what preference tuning learns from. */
export interface TuningPair {
  readonly system: SystemId;
  readonly topic: string;
  readonly item: string;
  readonly better: string;
  /** How much better it is believed to be, in spreads of the search; above 0. */
  readonly reward: number;
  /** `rewrite`: one was made from the other. `topic`: the best and a poor item on the same topic. */
  readonly relation: "rewrite" | "topic";
}

/** A good item: what supervised tuning learns to write. */
export interface TuningExample {
  readonly system: SystemId;
  readonly topic: string;
  readonly item: string;
  readonly values: readonly string[];
  readonly reward: number;
}

/** What a writer can be tuned with elsewhere. */
export interface TuningRows {
  readonly pairs: readonly TuningPair[];
  readonly examples: readonly TuningExample[];
}

/** The part of all items that is shown as examples. */
const BEST = 0.25;
/** Pairs whose items are believed to be nearly as good as each other teach noise. */
const LEAST_REWARD = 0.1;

/**
 * Pairs (item, better item, reward) and examples from everything that an evolution tried. The reward is the shrunken
 * estimate that the search itself keeps items by, not the lucky score. The newest round is under embargo: nothing that
 * was tried in it, nor an older item that it kept, is in here, whoever asks.
 *
 * Source: GETA's fine-tuning as the other optimiser of Eq. 1; methods 4.
 *
 * @param alpha  that of the study
 */
export function tuningRows(system: SystemId, state: EvolveState, alpha: number): TuningRows {
  const newest = Math.max(0, ...state.rounds.map(({ round }) => round));
  const embargoed = new Set(
    state.rounds
      .filter(({ round }) => round === newest)
      .flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const standing = estimates(state.theta, alpha, state.archive);
  const open = state.archive.filter(
    ({ id, round, coherent }) =>
      round < newest && !embargoed.has(id) && coherent && standing.has(id),
  );
  const worth = ({ id }: Candidate) => standing.get(id) ?? 0;
  const byWorth = [...open].sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1));
  const pair = (a: Candidate, b: Candidate, relation: TuningPair["relation"]): TuningPair[] => {
    const [better, item] = worth(a) >= worth(b) ? [a, b] : [b, a];
    const reward = worth(better) - worth(item);
    if (reward < LEAST_REWARD) return [];
    const { topic, text } = better.draft;
    return [{ system, topic, item: item.draft.text, better: text, reward, relation }];
  };
  const byId = new Map(open.map((one) => [one.id, one]));
  const rewrites = open.flatMap((child) => {
    const parent = child.parent === null ? undefined : byId.get(child.parent);
    return parent ? pair(parent, child, "rewrite") : [];
  });
  const topics = [...new Set(byWorth.map(({ draft }) => draft.topic))];
  const onTopics = topics.flatMap((topic) => {
    const own = byWorth.filter(({ draft }) => draft.topic === topic);
    return own.slice(Math.ceil(own.length / 2)).flatMap((poor) => pair(own[0], poor, "topic"));
  });
  return {
    pairs: [...rewrites, ...onTopics],
    examples: byWorth.slice(0, Math.floor(BEST * byWorth.length)).map((one) => ({
      system,
      topic: one.draft.topic,
      item: one.draft.text,
      values: one.draft.targets,
      reward: worth(one),
    })),
  };
}
