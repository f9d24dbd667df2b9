import type { CultureFact } from "./culture-fact.js";
import { cultureRoundFacts } from "./made/culture-rounds.js";

/** Which country-rounds to list. */
export interface CultureRoundsOptions {
  /** Three letters or the name; capitals do not matter. */
  readonly country?: string;
  /** Such as `ESS6`. */
  readonly round?: string;
}

/**
 * The ten Schwartz values of a country in each round of the European Social Survey in which it was asked: 39
 * countries, 11 rounds, 279 of both. `cultures()` has only the newest of each; with these one sees whether a closest
 * culture stays the closest when it is asked ten years earlier. Means of one aggregate (design-weighted, with standard
 * errors), filled up from a second where the first has no row.
 *
 * @throws RangeError when nothing fits; the message lists the rounds there are
 * @example
 * cultureRounds().length; // => 279
 * cultureRounds({ country: "France" }).map(({ round }) => round).slice(0, 3); // => ["ESS3", "ESS4", "ESS5"]
 * cultureRounds({ round: "ESS1" }).length; // => 18
 * cultureRounds({ round: "ESS12" }); // throws /no round "ESS12"; there are: ESS1, ESS2/
 */
export function cultureRounds({
  country,
  round,
}: CultureRoundsOptions = {}): readonly CultureFact[] {
  const place = country?.toLowerCase();
  const found = cultureRoundFacts.filter(
    (fact) =>
      (place === undefined ||
        fact.id.toLowerCase() === place ||
        fact.name.toLowerCase() === place) &&
      (round === undefined || fact.round === round),
  );
  if (found.length > 0) return found;
  const rounds = [...new Set(cultureRoundFacts.map((fact) => fact.round))].join(", ");
  const asked = [country && `country "${country}"`, round && `round "${round}"`].filter(Boolean);
  throw new RangeError(`no ${asked.join(" with ")}; there are: ${rounds}`);
}
