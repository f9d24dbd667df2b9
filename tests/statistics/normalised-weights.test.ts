import { normalisedWeights } from "../../src/statistics/normalised-weights.js";
import { promisesTotality, total, wild } from "../house/totality.js";

promisesTotality("weights", {
  normalisedWeights: total({
    of: (weights: number[] | null, entries: number[]) => normalisedWeights(weights, entries.length),
    inputs: [wild.weights, wild.numbers],
  }),
});
