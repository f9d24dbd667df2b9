import type { DimensionId, SystemId } from "../values/value-system.js";
import { modelCards } from "./made/models.js";
import { publishedScores } from "./made/published-scores.js";
import type { ModelCard } from "./model-card.js";
import type { PublishedVersion } from "./published-score.js";

/** What the public platform shows for one model: its card, and its scores by system and dimension. */
export interface PublishedProfile {
  readonly card: ModelCard;
  readonly version: PublishedVersion;
  /** Scores in [0, 1]. A system that was not scored, or holds only a placeholder, is left out. */
  readonly profiles: Readonly<Record<SystemId, Readonly<Record<DimensionId, number>>>>;
}

/**
 * The published scores of one model. Placeholders (one constant over a whole system) are left out,
 * since nobody measured them.
 *
 * @param model  id (`gpt-4o`) or name (`GPT-4o`); capitals do not matter
 * @param options.version  which release of the scores; `current` unless told
 * @throws RangeError for a model without scores in that release; the message lists the ids that have
 * @example
 * publishedProfile("GPT-4-Turbo").profiles.schwartz.self_direction; // => 0.522 (± 1e-12)
 * Object.keys(publishedProfile("gemini-2.0-pro").profiles); // => ["schwartz", "safety", "llm_unique"]
 * publishedProfile("gpt-5"); // throws /no published current scores of "gpt-5"; there are: gpt-4-turbo/
 */
export function publishedProfile(
  model: string,
  options: { readonly version?: PublishedVersion } = {},
): PublishedProfile {
  const version = options.version ?? "current";
  const wanted = model.toLowerCase();
  const card = modelCards.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const rows = publishedScores.filter((row) => row.model === card?.id && row.version === version);
  if (card === undefined || rows.length === 0) {
    const known = publishedModels(version).map(({ id }) => id);
    throw new RangeError(
      `no published ${version} scores of "${model}"; there are: ${known.join(", ")}`,
    );
  }
  const profiles: Record<SystemId, Record<DimensionId, number>> = {};
  for (const row of rows) {
    if (row.placeholder) continue;
    profiles[row.system] ??= {};
    profiles[row.system][row.dimension] = row.score;
  }
  return { card, version, profiles };
}

/**
 * The cards of all models that have scores in a release, in the source's order.
 *
 * @example
 * publishedModels("current").length; // => 33
 * publishedModels("static2024").length; // => 22
 */
export function publishedModels(version: PublishedVersion = "current"): readonly ModelCard[] {
  const scored = new Set(
    publishedScores.filter((row) => row.version === version).map((row) => row.model),
  );
  return modelCards.filter(({ id }) => scored.has(id));
}
