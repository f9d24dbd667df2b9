import { bregmanInformation } from "../information/bregman-information.js";
import { jensenShannon } from "../information/jensen-shannon.js";
import { jensenTsallis, tsallisTerm } from "../information/jensen-tsallis.js";
import type { DivergenceFamily } from "./divergence-forms.js";

/** At most so many examinees can each be sure of a value of their own. */
function distinct({ examinees, dimensions }: { examinees: number; dimensions: number }): number {
  return Math.min(examinees, dimensions);
}

/** The divergences that are defined for a whole panel at once. */
export const panelFamilies: readonly DivergenceFamily[] = [
  {
    id: "jensen-shannon",
    name: "Jensen-Shannon",
    meaning: "Uncertainty of the whole panel, less the mean uncertainty of its members.",
    formula: String.raw`H\bigl(\textstyle\sum_i w_i p_i\bigr)-\sum_i w_i H(p_i)`,
    unit: "nats",
    domain:
      "needs no smoothing; the same number as the members' mean Kullback-Leibler divergence to the panel",
    parameters: [],
    source: "Lin 1991; math 1.1",
    among: () => jensenShannon,
    most: (_, shape) => Math.log(distinct(shape)),
  },
  {
    id: "variance",
    name: "Variance over examinees",
    meaning: "Mean squared distance of the examinees' profiles from the panel's.",
    formula: String.raw`\sum_i w_i\lVert p_i-\bar p\rVert^2`,
    unit: "probability squared",
    domain: "needs no smoothing; the Bregman information of the squared norm",
    parameters: [],
    source: "math 1.2",
    among: () => (rows, weights) => bregmanInformation(rows, "squared", weights),
    most: (_, shape) => 1 - 1 / distinct(shape),
  },
  {
    id: "jensen-tsallis",
    name: "Jensen-Tsallis",
    meaning: "Jensen-Shannon with an entropy whose order says how much rare values weigh.",
    formula: String.raw`S_q\bigl(\textstyle\sum_i w_i p_i\bigr)-\sum_i w_i S_q(p_i),\quad S_q(p)=\frac{1-\sum_v p_v^q}{q-1}`,
    unit: "Tsallis entropy",
    domain:
      "needs no smoothing; order 1 is Jensen-Shannon, order 2 the variance; below order 1 the maximum is that of K " +
      "even shares, which fewer than K examinees do not reach",
    parameters: [
      {
        id: "order",
        name: "Order q",
        meaning: "Larger orders heed common values more and rare ones less.",
        lowest: 0.05,
        highest: 20,
        usual: 2,
      },
    ],
    source: "Burbea and Rao 1982; math 1.2",
    among:
      ({ order }) =>
      (rows, weights) =>
        jensenTsallis(rows, order, weights),
    most: ({ order }, shape) => {
      // Below order 1, two examinees that each spread over half the values differ more than two that are each sure.
      const cells = order < 1 ? shape.dimensions : distinct(shape);
      return cells * tsallisTerm(1 / cells, order);
    },
  },
];
