import type { PhraseEncoderId } from "../../ports/encode.js";
import { vectorLength } from "../word-vectors.js";
import { BUCKETS } from "./concept-features.js";
import type { ConceptHead, ConceptModel } from "./concept-model.js";
import { sentenceVectorLength } from "./sentence-encoder.js";

/** Numbers in a vector of each encoder. */
const LENGTHS: Readonly<Record<PhraseEncoderId, number>> = {
  "word-vectors": vectorLength,
  sentences: sentenceVectorLength,
};

/** Where a model's numbers do not fit together, and what stands there. */
export interface Misfit {
  readonly problem: string;
  readonly arrived: string;
}

/**
 * Whether the pool and the heads of a model have the sizes that its encoder and its dimensions call for; `null` where
 * they do. A model cut short or put together by hand would read everything as not a number.
 */
export function findMisfit({ encoder, dimensions, pool, heads }: ConceptModel): Misfit | null {
  const length = LENGTHS[encoder];
  const cluster = pool.findIndex(({ centre }) => centre.length !== length);
  if (cluster >= 0)
    return {
      problem: `needs ${length} numbers in every centre of the pool (encoder ${encoder})`,
      arrived: `pool.${cluster}.centre: ${pool[cluster].centre.length} numbers`,
    };
  const dense = 2 * length + 2 * dimensions.length;
  const terms = 2 * pool.length + BUCKETS;
  for (const dimension of dimensions) {
    const { presence, sign } = heads[dimension];
    for (const [name, head] of Object.entries({ presence, sign })) {
      const misfit = head && headMisfit(head, dense, terms);
      if (misfit) return { ...misfit, arrived: `heads.${dimension}.${name}.${misfit.arrived}` };
    }
  }
  return null;
}

function headMisfit({ dense, terms }: ConceptHead, width: number, places: number): Misfit | null {
  if (dense.length !== width)
    return {
      problem: `needs ${width} dense weights in every head`,
      arrived: `dense: ${dense.length} numbers`,
    };
  const beyond = terms.find(([place]) => place >= places);
  return beyond === undefined
    ? null
    : {
        problem: `has ${places} places for terms (two a cluster of the pool, and the words')`,
        arrived: `terms: place ${beyond[0]}`,
      };
}
