import type { ExamineeCard } from "../records/examinee-card.js";
import type { Origin } from "../records/score.js";

/**
 * The name of each examinee as figures print it, by id: simulated ones say so, and two that share a
 * name are told apart by their ids.
 */
export function examineeNames(cards: readonly ExamineeCard[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const card of cards) uses.set(card.name, (uses.get(card.name) ?? 0) + 1);
  return new Map(
    cards.map((card) => {
      const unique = uses.get(card.name) === 1 ? card.name : `${card.name} [${card.id}]`;
      const silent = card.origin === "simulated" && !/\bsim(ulated)?\b/i.test(unique);
      return [card.id, silent ? `${unique} (simulated)` : unique];
    }),
  );
}

const SOURCES: Readonly<Record<Origin, string>> = {
  simulated: "simulated examinees, which are no evidence about real models",
  recorded: "recorded replies",
  endpoint: "replies from endpoints",
  published: "scores published by the platform of the paper, without items",
};

/**
 * Where the replies of these examinees come from, as the last sentence of a caption.
 *
 * @example
 * sourceLabel([]); // => "Source: no examinees."
 */
export function sourceLabel(cards: readonly Pick<ExamineeCard, "origin">[]): string {
  return `Source: ${sourceOf(cards)}.`;
}

/**
 * The same without the word and the stop, for captions that bring their own.
 *
 * @example
 * sourceOf([]); // => "no examinees"
 */
export function sourceOf(cards: readonly Pick<ExamineeCard, "origin">[]): string {
  const origins = (Object.keys(SOURCES) as Origin[]).filter((origin) =>
    cards.some((card) => card.origin === origin),
  );
  const said = origins.map((origin) => SOURCES[origin]).join("; ");
  return said === "" ? "no examinees" : said;
}
