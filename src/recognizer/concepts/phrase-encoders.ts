import type { PhraseEncoder, PhraseEncoderId } from "../../ports/encode.js";
import { sentenceEncoder } from "./sentence-encoder.js";
import { wordVectorEncoder } from "./word-vector-encoder.js";

/**
 * The encoder of a name.
 *
 * @throws InputError when its packages are not installed
 */
export function phraseEncoder(id: PhraseEncoderId): PhraseEncoder {
  return id === "sentences" ? sentenceEncoder() : wordVectorEncoder();
}
