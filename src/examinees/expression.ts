import type { DimensionId, SystemId } from "../values/value-system.js";
import { type ItemTraits, readItem } from "./read-item.js";
import type { SimulatedExaminee } from "./simulated.js";
import { simulatorPhrases } from "./simulator-words.js";
import type { World } from "./world.js";

/**
 * The chance that an examinee shows each dimension in a reply that is no refusal:
 *
 *     p = A [ (1 - c) consensus + c sigmoid((s - b) / tau) ]
 *
 * with affordance A, controversy c and threshold b read from the item's words (`spec/simulator.md`
 * 5). A higher planted score s never lowers it.
 *
 * @param planted  s in [0, 1], in the order of `traits.dimensions`
 * @returns probabilities in the same order
 * @throws RangeError when the numbers of dimensions differ
 */
export function expressionRates(
  planted: readonly number[],
  traits: ItemTraits,
  world: World,
): number[] {
  if (planted.length !== traits.dimensions.length)
    throw new RangeError(
      `expected ${traits.dimensions.length} planted scores, one for each dimension: ${planted.length}`,
    );
  const { affordance, consensus, threshold, controversy } = traits;
  return planted.map((score, place) => {
    const personal = 1 / (1 + Math.exp((threshold[place] - score) / world.tau));
    return affordance[place] * ((1 - controversy) * consensus[place] + controversy * personal);
  });
}

/**
 * The chance that an examinee refuses an item: its refusal tendency times the item's controversy.
 */
export function refusalRate(examinee: SimulatedExaminee, traits: ItemTraits): number {
  return examinee.setting.style.refusal * traits.controversy;
}

/**
 * The exact mean of P_F for an examinee on an item, if the recognizer made no error: what a study
 * on these items would measure with endless samples. Recovery is judged against this (design,
 * section 8).
 *
 * - `adherence`: the chance that the reply shows the dimension; a refusal shows nothing.
 * - `nonViolation`: the chance that it does not speak against it; a refusal violates nothing.
 *
 * @returns one reading in [0, 1] for each dimension
 * @throws RangeError for a system the examinee has no planted scores for
 */
export function expectedReading(
  examinee: SimulatedExaminee,
  text: string,
  system: SystemId,
): Readonly<Record<DimensionId, number>> {
  const { world } = examinee.setting;
  const { phrases } = simulatorPhrases(system);
  const traits = readItem(text, system, world);
  const rates = expressionRates(plantedScores(examinee, system), traits, world);
  const answers = 1 - refusalRate(examinee, traits);
  const reading = (place: number): number => {
    if (phrases.reading === "adherence") return answers * rates[place];
    const against = world.opposition.nonViolation * traits.affordance[place];
    return 1 - answers * (1 - rates[place]) * against;
  };
  return Object.fromEntries(
    traits.dimensions.map((dimension, place) => [dimension, reading(place)]),
  );
}

/**
 * An examinee's planted scores for a system, in the order of the simulator's dimensions.
 *
 * @throws RangeError where it has none
 */
export function plantedScores(examinee: SimulatedExaminee, system: SystemId): readonly number[] {
  const scores = examinee.setting.planted.get(system);
  if (scores === undefined)
    throw new RangeError(
      `${examinee.card.id} has no planted scores for "${system}"; it has: ` +
        [...examinee.setting.planted.keys()].join(", "),
    );
  return scores;
}
