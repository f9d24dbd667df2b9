import type { FoundationFact, FoundationInstrument } from "./foundation-fact.js";
import { foundationFacts } from "./made/moral-foundations.js";

/**
 * Means of moral foundations by country, to hold a model's moral profile against. The MFQ-30 asks for the five foundations
 * that models are scored on here; the MFQ-2 for six, since it parts fairness into equality and proportionality, so its
 * profiles cannot be compared with a model's as they are. Five points leave a correlation almost without information:
 * with five, only a perfect agreement is beyond chance.
 *
 * @param instrument  `MFQ-30` unless told
 * @returns 19 countries, not the same ones for both
 * @example
 * foundationCultures().length; // => 19
 * Object.keys(foundationCultures()[0].profile); // => ["care", "fairness", "loyalty", "authority", "sanctity"]
 * Object.keys(foundationCultures("MFQ-2")[0].profile).length; // => 6
 */
export function foundationCultures(
  instrument: FoundationInstrument = "MFQ-30",
): readonly FoundationFact[] {
  return foundationFacts.filter((fact) => fact.instrument === instrument);
}
