import type { Draft } from "../ports/write.js";
import { stream } from "../random/stream.js";
import { type Candidate, itemId } from "./candidate.js";
import {
  CATEGORY_SHARE,
  CROWDING,
  type EvolveSettings,
  POOL,
  POOL_PER_ITEM,
  SIMILARITY_LIMIT,
  TOPIC_SHARE,
} from "./evolve-settings.js";
import { noveltyArchive } from "./novelty.js";
import { screenItem } from "./screen/screen-item.js";
import type { SlotDesign } from "./slot-design.js";
import { estimates, promise, type Theta } from "./theta.js";

/** How many of the best items so far are rewritten in a generation, and how often each. */
const PARENTS = 40;
const REWRITES = 10;

interface Proposal {
  readonly draft: Draft;
  readonly operator: Candidate["operator"];
  readonly parent: string | null;
}

/** Where in the evolution a generation stands. */
export interface Moment {
  readonly round: number;
  readonly generation: number;
}

/**
 * The next generation: drafts drawn afresh from the grammar and rewrites of the most promising items, of which
 * the hopeful best are taken that are new, pass the screen, and crowd neither one topic, one category nor one dimension. Without a theta (the very first
 * generation) they are taken as drawn.
 */
export function propose(
  settings: EvolveSettings,
  design: SlotDesign,
  archive: readonly Candidate[],
  theta: Theta | null,
  moment: Moment,
  count: number,
): Candidate[] {
  const pool = [...rewrites(settings, archive, theta, moment), ...fresh(settings, moment, count)];
  const ranked = theta
    ? pool
        .map((proposal, place) => ({
          proposal,
          place,
          promise: promise(theta, settings.alpha, design.row(proposal.draft)),
        }))
        .sort((a, b) => b.promise - a.promise || a.place - b.place)
        .map(({ proposal }) => proposal)
    : pool;
  return takeNew(settings, archive, ranked, moment, count);
}

function fresh(settings: EvolveSettings, { round, generation }: Moment, count: number): Proposal[] {
  const random = stream(settings.seed, "compose", settings.system.id, round, generation);
  return Array.from({ length: Math.max(POOL, POOL_PER_ITEM * count) }, () => ({
    draft: settings.writer.compose(settings.system, random),
    operator: "compose" as const,
    parent: null,
  }));
}

function rewrites(
  settings: EvolveSettings,
  archive: readonly Candidate[],
  theta: Theta | null,
  { round, generation }: Moment,
): Proposal[] {
  if (!theta) return [];
  const standing = estimates(theta, settings.alpha, archive);
  const parents = archive
    // The grammar can only change slots that it filled itself.
    .filter((one) => one.coherent && standing.has(one.id) && one.writer === undefined)
    .sort((a, b) => (standing.get(b.id) ?? 0) - (standing.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, PARENTS);
  return parents.flatMap((parent) => {
    const random = stream(settings.seed, "refine", parent.id, round, generation);
    return Array.from({ length: REWRITES }, () => ({
      draft: settings.writer.refine(settings.system, parent.draft, random),
      operator: "refine" as const,
      parent: parent.id,
    }));
  });
}

function takeNew(
  settings: EvolveSettings,
  archive: readonly Candidate[],
  ranked: readonly Proposal[],
  { round, generation }: Moment,
  count: number,
): Candidate[] {
  const known = noveltyArchive();
  for (const text of settings.known ?? []) known.add(text);
  for (const candidate of archive) known.add(candidate.draft.text);
  const crowd = crowdLimits(settings, count);
  const taken: Candidate[] = [];
  for (const { draft, operator, parent } of ranked) {
    if (taken.length === count) break;
    if (crowd.isFull(draft) || known.nearest(draft.text) > SIMILARITY_LIMIT) continue;
    if (screenItem(draft.text).length > 0) continue;
    known.add(draft.text);
    crowd.add(draft);
    taken.push({
      id: itemId(settings.system.id, draft.text),
      draft,
      round,
      born: generation,
      operator,
      parent,
      search: null,
      screen: null,
      coherent: true,
    });
  }
  return taken;
}

/** Keeps one topic, one category of topics, and one dimension, from taking a whole generation. */
function crowdLimits(settings: EvolveSettings, count: number) {
  const onTopic = new Map<string, number>();
  const onDimension = new Map<string, number>();
  const topicCap = Math.max(1, Math.ceil(TOPIC_SHARE * count));
  const dimensions = settings.system.dimensions.length;
  const inCategory = new Map<string, number>();
  const categoryCap = Math.max(1, Math.ceil(CATEGORY_SHARE * count));
  const dimensionCap = (draft: Draft) =>
    Math.max(1, Math.ceil((CROWDING * count * draft.targets.length) / dimensions));
  return {
    isFull: (draft: Draft): boolean =>
      (onTopic.get(draft.topic) ?? 0) >= topicCap ||
      (draft.category !== undefined && (inCategory.get(draft.category) ?? 0) >= categoryCap) ||
      draft.targets.some((id) => (onDimension.get(id) ?? 0) >= dimensionCap(draft)),
    add(draft: Draft): void {
      onTopic.set(draft.topic, (onTopic.get(draft.topic) ?? 0) + 1);
      if (draft.category !== undefined)
        inCategory.set(draft.category, (inCategory.get(draft.category) ?? 0) + 1);
      for (const id of draft.targets) onDimension.set(id, (onDimension.get(id) ?? 0) + 1);
    },
  };
}
