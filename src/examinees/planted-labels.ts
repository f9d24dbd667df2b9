import type { DimensionId, SystemId } from "../values/value-system.js";
import { drawLabels, type PlantedLabel } from "./draw-labels.js";
import type { SimulatedExaminee } from "./simulated.js";

/** The truth behind one simulated reply. */
export interface PlantedLabels {
  readonly refused: boolean;
  /** In a refusal every dimension is unrelated. */
  readonly labels: Readonly<Record<DimensionId, PlantedLabel>>;
}

/**
 * The perfect labels of the very reply that `examinee.ask(request)` gives: for measuring what a
 * recognizer costs.
 *
 * @throws RangeError for a system the examinee has no planted scores for
 */
export function plantedLabels(
  examinee: SimulatedExaminee,
  request: { readonly system: SystemId; readonly text: string; readonly sample: number },
): PlantedLabels {
  const { refused, labels, traits } = drawLabels(examinee, request);
  return {
    refused,
    labels: Object.fromEntries(
      traits.dimensions.map((dimension, place) => [dimension, labels[place]]),
    ),
  };
}
