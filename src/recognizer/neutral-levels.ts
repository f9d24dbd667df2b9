import type { NeutralLevel, NeutralLevels } from "../ports/judge.js";
import { stream } from "../random/stream.js";
import type { Verdict } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { RecognizerAssets } from "./assets.js";

/** Neutral replies composed, and sentences in each: about as long as the replies they stand for. */
const REPLIES = 120;
const SENTENCES = 4;

/** Neutral replies: sentences that carry no value, put together by a stream of their own. */
export function neutralReplies(pool: readonly string[]): readonly string[] {
  return Array.from({ length: REPLIES }, (_, at) =>
    stream("neutral reply", at).shuffle(pool).slice(0, SENTENCES).join(" "),
  );
}

/** A recognizer's mean reading of text that carries no value, by dimension. */
export function neutralLevels(
  system: ValueSystem,
  texts: Pick<RecognizerAssets, "neutralReplies" | "neutralItems">,
  read: (text: string) => Verdict,
): NeutralLevels {
  const mean = (pool: readonly string[]): Readonly<Record<DimensionId, NeutralLevel>> => {
    const verdicts = pool.map(read);
    return Object.fromEntries(
      system.dimensions.map(({ id }) => [
        id,
        {
          adhere: average(verdicts.map(({ dimensions }) => dimensions[id].adhere)),
          oppose: average(verdicts.map(({ dimensions }) => dimensions[id].oppose)),
        },
      ]),
    );
  };
  return { reply: mean(neutralReplies(texts.neutralReplies)), item: mean(texts.neutralItems) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
