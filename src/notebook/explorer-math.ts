import { nash } from "../aggregation/nash.js";
import { rawls } from "../aggregation/rawls.js";
import { weightedMean } from "../aggregation/weighted-mean.js";
import { divergence, divergences } from "../catalogue/divergences.js";
import { elicitation, elicitations } from "../catalogue/elicitations.js";
import { itemTerms } from "../information/item-terms.js";
import { objective } from "../information/objective.js";
import { meanProfiles } from "../information/profile-matrix.js";
import { stream } from "../random/stream.js";

/**
 * The mathematics that goes into the page with an explorer: the very functions of the package, small enough to
 * send along. An explorer of your own gets it as its third argument.
 */
export const explorerMath = {
  divergence,
  divergences,
  elicitation,
  elicitations,
  itemTerms,
  meanProfiles,
  nash,
  objective,
  rawls,
  stream,
  weightedMean,
} as const;

/** The type of `explorerMath`. */
export type ExplorerMath = typeof explorerMath;
