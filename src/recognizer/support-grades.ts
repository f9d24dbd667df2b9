import type { Support } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";

/**
 * How far labels back the embedded recognizer, by system and dimension (`docs/design/recognizer.md`).
 *
 * - Schwartz: security, conformity, benevolence and universalism were trained and tested on human-checked
 *   labels of presence and of sign (FULCRA). Self-direction and achievement have labels of presence, but
 *   hardly a reply that opposes them. The other four rest on ValueEval arguments: presence alone, and
 *   another kind of text.
 * - Moral foundations: presence was trained and tested on human labels (MFRC); nobody has labelled sign.
 * - Safety: five domains have human labels; socioeconomic harm has none, so it borrows the common unsafe head.
 * - LLM-unique values have no human labels: presence and sign rest on sentences that we wrote, and were
 *   tested on ways of speaking that were not learned from. That is below any human label.
 * - Everything else, a user's systems included, is read by definition.
 */
const GRADES: Readonly<Record<string, Readonly<Record<DimensionId, Support>>>> = {
  schwartz: {
    self_direction: "transfer",
    stimulation: "transfer",
    hedonism: "transfer",
    achievement: "transfer",
    power: "transfer",
    security: "measured",
    conformity: "measured",
    tradition: "transfer",
    benevolence: "measured",
    universalism: "measured",
  },
  mft: {
    care: "transfer",
    fairness: "transfer",
    loyalty: "transfer",
    authority: "transfer",
    sanctity: "transfer",
  },
  llm_unique: {
    self_competence: "authored",
    user_oriented: "authored",
    social: "authored",
    idealistic: "authored",
    professional: "authored",
    ethical: "authored",
  },
  safety: {
    representation_toxicity: "measured",
    misinformation: "measured",
    information_safety: "measured",
    malicious_use: "measured",
    human_autonomy_integrity: "measured",
    socioeconomic: "transfer",
  },
};

/** The support grade of a dimension under the embedded recognizer. */
export function embeddedSupport(system: ValueSystem, dimension: DimensionId): Support {
  const grades = GRADES[system.id];
  if (grades === undefined || !Object.hasOwn(grades, dimension)) return "unvalidated";
  return grades[dimension];
}
