import type { DimensionId } from "../values/value-system.js";
import type { VerdictCurve } from "./verdict-curve.js";

/** The bank of heads that tell the dimensions of our authored sentences apart. */
export const topicBank = "topic";

/** The bank of heads that tell which side authored sentences take on their dimension. */
export const stanceBank = "stance";

/**
 * How the parts of a system's reading are weighed, learned from authored sentences and everyday text
 * (data/recognizer/blends.json). One weight a part, shared by the dimensions, so that little is learned.
 */
export interface SystemBlend {
  /** What a standard deviation of a part (a unit of log-odds, for the topic heads) adds to presence. */
  readonly parts: Readonly<Record<string, number>>;
  /** Log-odds of each dimension against "none of these" where no part says anything. */
  readonly offsets: Readonly<Record<DimensionId, number>>;
  readonly sign: SignBlend;
  /** From what sentences add up to, to the verdict; `null` while it is being fitted. */
  readonly curve: VerdictCurve | null;
}

/** Log-odds of supporting = cues x cue sum + stance x stance head - alarm x alarm sum + bias. */
export interface SignBlend {
  readonly cues: number;
  readonly stance: number;
  readonly alarm: number;
  readonly bias: number;
}

/** data/recognizer/blends.json. */
export interface BlendFile {
  readonly about: string;
  readonly systems: Readonly<Record<string, SystemBlend>>;
}
