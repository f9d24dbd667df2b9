import type { PhraseEncoder } from "../../ports/encode.js";
import { readVectors } from "../assets.js";
import { tokens } from "../text/tokens.js";
import { vectorLength } from "../word-vectors.js";

/** The encoder that ships: the mean of a phrase's word vectors (GloVe), quick and blind to the order of words. */
export function wordVectorEncoder(): PhraseEncoder {
  return {
    id: "word-vectors",
    length: vectorLength,
    familiar: 0.6,
    encode: (phrase) => {
      const words = tokens(phrase);
      const mean = new Float64Array(vectorLength);
      readVectors().mean(words, 0, words.count, mean);
      return Promise.resolve(mean);
    },
  };
}
