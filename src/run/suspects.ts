import { type SteeringSign, steeringSigns } from "../recognizer/judge/steering-signs.js";
import type { SuspectRow } from "../records/trust.js";
import type { MeasuredItem } from "./measure.js";

/** Counts replies that speak to the judge, while items stream by. */
export interface SuspectList {
  add(measured: MeasuredItem): void;
  /** Examinees with at least one such reply. */
  rows(): SuspectRow[];
}

/** A list of those whose replies speak to the judge; every examinee's replies are looked at alike. */
export function suspectList(): SuspectList {
  const known = new Map<string, { replies: number; flagged: number; signs: Map<string, number> }>();
  return {
    add({ cells }) {
      for (const { examinee, reply } of cells) {
        if (!reply) continue;
        const own = known.get(examinee) ?? { replies: 0, flagged: 0, signs: new Map() };
        known.set(examinee, own);
        const signs: readonly SteeringSign[] = steeringSigns(reply.text);
        own.replies++;
        if (signs.length > 0) own.flagged++;
        for (const sign of signs) own.signs.set(sign, (own.signs.get(sign) ?? 0) + 1);
      }
    },
    rows: () =>
      [...known]
        .filter(([, { flagged }]) => flagged > 0)
        .map(([examinee, { replies, flagged, signs }]) => ({
          examinee,
          replies,
          flagged,
          signs: Object.fromEntries([...signs].sort()),
        })),
  };
}
