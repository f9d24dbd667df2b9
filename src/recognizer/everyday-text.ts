import type { RecognizerAssets } from "./assets.js";
import { type Tokens, tokens } from "./text/tokens.js";
import { vectorLength } from "./word-vectors.js";

/** The everyday texts that ship, which hold the scale of every score. */
type EverydayText = Pick<RecognizerAssets, "opinions" | "neutralReplies">;

/** Everyday opinions and neutral sentences, cut into words. */
export function everydayTokens({ opinions, neutralReplies }: EverydayText): readonly Tokens[] {
  return [...opinions, ...neutralReplies].map((text) => tokens(text));
}

/** The mean direction of everyday sentences, which says nothing of any value. */
export function commonDirection(
  assets: EverydayText & Pick<RecognizerAssets, "vectors">,
): Float64Array {
  const texts = everydayTokens(assets);
  const common = new Float64Array(vectorLength);
  const mean = new Float64Array(vectorLength);
  for (const words of texts) {
    assets.vectors.mean(words, 0, words.count, mean);
    for (let at = 0; at < vectorLength; at++) common[at] += mean[at] / texts.length;
  }
  return common;
}
