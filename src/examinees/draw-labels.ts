import { type Stream, stream } from "../random/stream.js";
import type { SystemId } from "../values/value-system.js";
import { expressionRates, plantedScores, refusalRate } from "./expression.js";
import { type ItemTraits, readItem } from "./read-item.js";
import type { SimulatedExaminee } from "./simulated.js";
import { simulatorPhrases } from "./simulator-words.js";

/** What a reply truly does with a dimension. */
export type PlantedLabel = "adhere" | "oppose" | "unrelated";

/** The inner draw of one reply: whether it refuses, and what it does with each dimension. */
export interface LabelDraw {
  readonly refused: boolean;
  /** In the order of `traits.dimensions`; all unrelated where refused. */
  readonly labels: readonly PlantedLabel[];
  readonly traits: ItemTraits;
  /** The stream of this reply, gone on past the labels: the wording is drawn from it. */
  readonly random: Stream;
}

/**
 * Draws what one reply does. Its stream is keyed by seed, examinee, system, item text and sample,
 * so that replies never depend on one another, and no two examinees share their luck.
 *
 * A value that is not shown is spoken against with the world's opposition times its affordance.
 */
export function drawLabels(
  examinee: SimulatedExaminee,
  request: { readonly system: SystemId; readonly text: string; readonly sample: number },
): LabelDraw {
  const { seed, world } = examinee.setting;
  const traits = readItem(request.text, request.system, world);
  const rates = expressionRates(plantedScores(examinee, request.system), traits, world);
  const random = stream(
    seed,
    "reply",
    examinee.card.id,
    request.system,
    traits.textName,
    request.sample,
  );
  const refused = random.next() < refusalRate(examinee, traits);
  const opposition = world.opposition[simulatorPhrases(request.system).phrases.reading];
  const labels = rates.map((rate, place): PlantedLabel => {
    if (refused) return "unrelated";
    if (random.next() < rate) return "adhere";
    return random.next() < opposition * traits.affordance[place] ? "oppose" : "unrelated";
  });
  return { refused, labels, traits, random };
}
