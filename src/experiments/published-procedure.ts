import type { SimulatedExaminee } from "../examinees/simulated.js";
import { itemId } from "../generator/candidate.js";
import { SIMILARITY_LIMIT } from "../generator/evolve-settings.js";
import { grammarWriter, wordItem } from "../generator/grammar-writer.js";
import { noveltyArchive } from "../generator/novelty.js";
import { type ArmPolicy, chooseTopic, rewarded, topicArms } from "../generator/topic-arms.js";
import type { Draft, SlotWriter } from "../ports/write.js";
import { type Stream, stream } from "../random/stream.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, readInLab } from "./lab.js";
import { publishedScore } from "./published-score.js";

/** AdAEM's loop over topics, in memory. */
export interface PublishedSettings {
  readonly lab: Lab;
  readonly seed: number;
  /** P2: everybody; the first half of them are P1, asked while an item is being refined. */
  readonly panel: readonly SimulatedExaminee[];
  /** Replies it may ask for in all. */
  readonly replies: number;
  /** Items to hand over: the best by score. */
  readonly items: number;
  /** How topics are chosen; `ucb` as published. */
  readonly policy?: ArmPolicy;
  /** Words the items; the grammar in plain wording unless told. */
  readonly writer?: SlotWriter;
}

/** What the procedure found, and what it cost. */
export interface PublishedFind {
  readonly items: readonly LabItem[];
  readonly scored: number;
  readonly replies: number;
}

/** New items a pull (N2), and the gain from which refining goes on (tau): AdAEM, table of hyperparameters. */
const ITEMS_PER_PULL = 3;
const GAIN = 0.5;
const MOST_REFINED = 3;

/**
 * The procedure that AdAEM published, with what it leaves open filled in: UCB over topics, three new items a pull, each
 * refined on the cheap half of the panel while its surrogate score gains more than 0.5, one reply a model, the final
 * score on everybody. The grammar stands in for its LLM writers: new items are drawn on the topic, refining changes one slot
 * or two. Every topic gets its first score before any is chosen (methods 1.9).
 */
export async function publishedProcedure(settings: PublishedSettings): Promise<PublishedFind> {
  const { lab, seed, panel, items, writer = grammarWriter() } = settings;
  const topics = writer.slots(lab.system).topic;
  const cheap = panel.slice(0, Math.ceil(panel.length / 2));
  const each = ITEMS_PER_PULL * (2 * cheap.length + panel.length);
  const budget = Math.floor(settings.replies / each);
  const rules = { policy: settings.policy ?? "ucb", budget, highest: 1 } as const;
  let arms = topicArms(topics, rules);
  const known = noveltyArchive();
  const found = new Map<string, { readonly draft: Draft; readonly score: number }>();
  const cost = { replies: 0 };
  const random = stream(seed, "published procedure");
  while (cost.replies < settings.replies) {
    const topic = chooseTopic(arms, rules, random);
    const scores: number[] = [];
    for (let n = 0; n < ITEMS_PER_PULL; n++) {
      const fresh = writer.compose(lab.system, random);
      const draft = wordItem(lab.system, { ...fresh.slots, topic });
      if (known.nearest(draft.text) > SIMILARITY_LIMIT) continue;
      const refined = await refine({ lab, writer, cost }, draft, cheap, random);
      known.add(refined.text);
      const score = await scoreOf(lab, refined, panel, cost);
      found.set(refined.text, { draft: refined, score });
      scores.push(score);
    }
    const reward = scores.length === 0 ? 0 : scores.reduce((a, b) => a + b, 0) / scores.length;
    arms = rewarded(arms, topic, reward);
  }
  const best = [...found.values()].sort(
    (a, b) => b.score - a.score || (a.draft.text < b.draft.text ? -1 : 1),
  );
  return {
    items: best.slice(0, items).map(({ draft: { text, targets } }) => ({
      id: itemId(lab.system.id, text),
      text,
      targets,
    })),
    scored: found.size,
    replies: cost.replies,
  };
}

async function refine(
  { lab, writer, cost }: { lab: Lab; writer: SlotWriter; cost: { replies: number } },
  first: Draft,
  panel: readonly SimulatedExaminee[],
  random: Stream,
): Promise<Draft> {
  let draft = first;
  let score = await scoreOf(lab, draft, panel, cost);
  for (let step = 0; step < MOST_REFINED; step++) {
    const next = writer.refine(lab.system, draft, random);
    const better = await scoreOf(lab, next, panel, cost);
    if (better - score <= GAIN) break;
    [draft, score] = [next, better];
  }
  return draft;
}

async function scoreOf(
  lab: Lab,
  { text }: Draft,
  panel: readonly SimulatedExaminee[],
  cost: { replies: number },
): Promise<number> {
  const item = { id: itemId(lab.system.id, text), text };
  const { observation } = await readInLab(lab, item, panel, [0]);
  cost.replies += panel.length;
  const replies = [];
  for (const [i, examinee] of panel.entries()) {
    const answer = await examinee.ask({ system: lab.system.id, text, sample: 0 });
    const words = answer.kind === "answered" ? answer.reply.text : "";
    replies.push({ text: words, readings: observation.posteriors[i]?.[0] ?? [] });
  }
  return publishedScore(replies, observation.baseline).score;
}
