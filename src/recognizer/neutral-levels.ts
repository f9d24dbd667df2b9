import { quantileSorted } from "simple-statistics";
import type { NeutralLevel, NeutralLevels } from "../ports/judge.js";
import { stream } from "../random/stream.js";
import type { Verdict } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { RecognizerAssets } from "./assets.js";

/** Neutral replies composed, and sentences in each: about as long as the replies they stand for. */
const REPLIES = 300;
const SENTENCES = 4;

/**
 * The share of value-free texts whose reading stays at or below the level. A violation is read more rarely than
 * adherence and by fainter signs, so that its level needs more room.
 */
const SHARE = { adhere: 0.975, oppose: 0.99 };

/** Neutral replies: sentences that carry no value, put together by a stream of their own. */
export function neutralReplies(pool: readonly string[]): readonly string[] {
  return Array.from({ length: REPLIES }, (_, at) =>
    stream("neutral reply", at).shuffle(pool).slice(0, SENTENCES).join(" "),
  );
}

/**
 * The readings that 97.5 % of value-free texts (99 % for P(oppose)) stay below, by dimension. The sentences of the
 * replies are ones that nothing was trained on: on its own training text a recognizer looks quieter than it is.
 */
export function neutralLevels(
  system: ValueSystem,
  texts: Pick<RecognizerAssets, "heldOutReplies" | "neutralItems">,
  read: (text: string) => Verdict,
): NeutralLevels {
  const levels = (pool: readonly string[]) => levelsOf(system, pool.map(read));
  return { reply: levels(neutralReplies(texts.heldOutReplies)), item: levels(texts.neutralItems) };
}

/** The readings that 97.5 % of these verdicts on value-free texts (99 % for P(oppose)) stay below, by dimension. */
export function levelsOf(
  system: ValueSystem,
  verdicts: readonly Verdict[],
): Readonly<Record<DimensionId, NeutralLevel>> {
  const level = (id: DimensionId, of: "adhere" | "oppose") =>
    quantileSorted(
      verdicts.map(({ dimensions }) => dimensions[id][of]).sort((a, b) => a - b),
      SHARE[of],
    );
  return Object.fromEntries(
    system.dimensions.map(({ id }) => [
      id,
      { adhere: level(id, "adhere"), oppose: level(id, "oppose") },
    ]),
  );
}
