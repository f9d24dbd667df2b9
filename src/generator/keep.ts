import type { Candidate } from "./candidate.js";
import { CATEGORY_SHARE, CROWDING, TOPIC_SHARE } from "./evolve-settings.js";

/** How many items may be kept, for which dimensions, and how good each candidate is believed to be. */
export interface KeepInput {
  readonly candidates: readonly Candidate[];
  readonly standing: ReadonlyMap<string, number>;
  readonly dimensions: readonly string[];
  readonly count: number;
}

/**
 * The best candidates such that every dimension gets items and no topic crowds the rest: X^v must hold items
 * for each v, whatever the objective likes best. First every dimension gets half its even share, then the
 * best of the rest follow up to a cap on dimensions, topics and categories of topics, then (should that not fill) without a cap.
 */
export function keepBest({ candidates, standing, dimensions, count }: KeepInput): Candidate[] {
  const ranked = candidates
    .filter((candidate) => candidate.coherent && standing.has(candidate.id))
    .sort(
      (a, b) => (standing.get(b.id) ?? 0) - (standing.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
  const targetsEach = ranked[0]?.draft.targets.length ?? 1;
  const evenShare = (count * targetsEach) / dimensions.length;
  const floor = Math.max(1, Math.floor(evenShare / 2));
  const cap = Math.max(2, Math.ceil(CROWDING * evenShare));
  const topicCap = Math.max(1, Math.ceil(TOPIC_SHARE * count));
  const kept = new Set<Candidate>();
  const onDimension = new Map<string, number>(dimensions.map((id) => [id, 0]));
  const onTopic = new Map<string, number>();
  const categoryCap = Math.max(1, Math.ceil(CATEGORY_SHARE * count));
  const inCategory = new Map<string | undefined, number>();

  const take = (wanted: (candidate: Candidate) => boolean): void => {
    for (const candidate of ranked) {
      if (kept.size >= count) return;
      const topic = candidate.draft.topic;
      if (kept.has(candidate) || !wanted(candidate)) continue;
      kept.add(candidate);
      onTopic.set(topic, (onTopic.get(topic) ?? 0) + 1);
      const { category } = candidate.draft;
      inCategory.set(category, (inCategory.get(category) ?? 0) + 1);
      for (const id of candidate.draft.targets) onDimension.set(id, (onDimension.get(id) ?? 0) + 1);
    }
  };
  const filled = (id: string) => onDimension.get(id) ?? 0;
  const roomOnTopic = ({ draft: { topic, category } }: Candidate) =>
    (onTopic.get(topic) ?? 0) < topicCap &&
    (category === undefined || (inCategory.get(category) ?? 0) < categoryCap);
  for (const id of dimensions)
    take(
      (candidate) =>
        filled(id) < floor && candidate.draft.targets.includes(id) && roomOnTopic(candidate),
    );
  take(
    (candidate) =>
      candidate.draft.targets.every((id) => filled(id) < cap) && roomOnTopic(candidate),
  );
  take(() => true);
  return ranked.filter((candidate) => kept.has(candidate));
}
