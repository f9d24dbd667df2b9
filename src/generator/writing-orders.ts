import type { TriedItem } from "../ports/write.js";
import { stream } from "../random/stream.js";
import type { Candidate } from "./candidate.js";
import type { EvolveState } from "./evolve.js";
import type { EvolveSettings } from "./evolve-settings.js";
import { estimates } from "./theta.js";
import { type ArmPolicy, chooseTopic, type TopicArm } from "./topic-arms.js";

/** What writers of words are to write for the generation that waits. */
export interface WritingOrders {
  /** Fresh items: on which topic, with the best items on it so far. */
  readonly fresh: readonly {
    readonly topic: string;
    readonly best: readonly TriedItem[];
    readonly number: number;
  }[];
  /** Items to be rewritten in the light of their replies. */
  readonly revisions: readonly { readonly parent: Candidate; readonly number: number }[];
}

/** How the writing is shared out. */
export interface WritingSettings {
  /** The part of a generation that writers of words fill. */
  readonly share: number;
  readonly topics: readonly string[];
  readonly policy: ArmPolicy;
}

/** Best items of a topic that a writer is shown. */
const SHOWN = 5;
/** A line of descent ends where a rewrite gained less than this, in spreads of the search (tau, the stop rule). */
const GAIN = 0.1;

/**
 * What is to be written: half fresh items, on topics chosen as a bandit chooses (every topic gets its first score), half
 * rewrites of the best items so far. Replies are the E step, rewriting is the M step; an item whose last rewrite gained
 * less than the stop rule asks for is not rewritten again.
 */
export function writingOrders(
  settings: EvolveSettings,
  state: EvolveState,
  { share, topics, policy }: WritingSettings,
): WritingOrders {
  if (state.stage !== "search") return { fresh: [], revisions: [] };
  const count = Math.floor(share * state.pending.length);
  const standing = estimates(state.theta, settings.alpha, state.archive);
  const place = `${state.round}/${state.generation}`;
  const parents = worthRewriting(state, standing).slice(0, Math.floor(count / 2));
  const fresh = [];
  let arms = armsOf(state.archive, topics, standing);
  const random = stream(settings.seed, "topics", settings.system.id, place);
  const budget = Math.max(1, settings.rounds * settings.candidates);
  for (let n = parents.length; n < count; n++) {
    const topic = chooseTopic(arms, { policy, budget }, random);
    arms = arms.map((arm) => (arm.topic === topic ? { ...arm, pulls: arm.pulls + 1 } : arm));
    fresh.push({ topic, best: bestOn(state.archive, topic, standing), number: numberOf(place, n) });
  }
  return {
    fresh,
    revisions: parents.map((parent, n) => ({ parent, number: numberOf(place, n) })),
  };
}

/** A draft's number in the whole study: generations have far fewer than ten thousand drafts. */
function numberOf(place: string, n: number): number {
  const [round, generation] = place.split("/").map(Number);
  return (round * 100 + generation) * 10_000 + n;
}

function worthRewriting(
  { archive }: EvolveState,
  standing: ReadonlyMap<string, number>,
): Candidate[] {
  const value = ({ id }: Candidate) => standing.get(id) ?? Number.NEGATIVE_INFINITY;
  const ended = new Set(
    archive.flatMap((child) => {
      const parent = archive.find(({ id }) => id === child.parent);
      if (!parent || child.writer === undefined) return [];
      return value(child) - value(parent) > GAIN ? [parent.id] : [parent.id, child.id];
    }),
  );
  return archive
    .filter((one) => one.coherent && standing.has(one.id) && !ended.has(one.id))
    .sort((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1));
}

function bestOn(
  archive: readonly Candidate[],
  topic: string,
  standing: ReadonlyMap<string, number>,
): TriedItem[] {
  return archive
    .filter((one) => one.draft.topic === topic && one.coherent && standing.has(one.id))
    .map(({ id, draft }) => ({ text: draft.text, score: standing.get(id) ?? 0 }))
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN);
}

/** Topics as arms: what was written on each, and its mean place among all items, from 0 (worst) to 1 (best). */
function armsOf(
  archive: readonly Candidate[],
  topics: readonly string[],
  standing: ReadonlyMap<string, number>,
): TopicArm[] {
  const order = [...standing].sort((a, b) => a[1] - b[1]).map(([id]) => id);
  const place = new Map(order.map((id, n) => [id, (n + 0.5) / order.length]));
  return topics.map((topic) => {
    const rewards = archive.flatMap(({ id, draft }) =>
      draft.topic === topic ? (place.get(id) ?? []) : [],
    );
    const mean = rewards.reduce((sum, one) => sum + one, 0) / Math.max(1, rewards.length);
    return { topic, pulls: rewards.length, mean };
  });
}
