import { recognizerAssets } from "./assets.js";
import { refusalOpening } from "./declining.js";
import { tokens } from "./text/tokens.js";
import { vectorLength } from "./word-vectors.js";

/**
 * What the trained heads say of a whole text, as calibrated probabilities by bank and head: for example
 * `fulcra` / `schwartz.security`, the chance that a person would label the reply as showing or opposing
 * security. `safety` / `safety.unsafe` goes by the kind of text, which `kind.reply`, `kind.answer`, `kind.turn` and
 * `kind.remark` tell apart, each with a head of its own (`unsafe.reply` and so on). Right for texts like those the heads
 * learned from; the recognizer's own verdicts read any reply, and use the heads as one part among others.
 */
export function trainedReading(
  text: string,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const { banks, vectors } = recognizerAssets();
  const words = tokens(text);
  const mean = new Float64Array(vectorLength);
  const reading: Record<string, Record<string, number>> = {};
  for (const bank of banks.values()) {
    // The refusal head knows openings only.
    const to = bank.name === "refusal" ? Math.min(words.count, refusalOpening) : words.count;
    vectors.mean(words, 0, to, mean);
    const scores = new Float64Array(bank.heads.length);
    bank.score(words, 0, to, mean, scores);
    const probabilities = bank.probabilities(scores);
    reading[bank.name] = Object.fromEntries(
      bank.heads.map((head, at) => [head, probabilities[at]]),
    );
  }
  return reading;
}
