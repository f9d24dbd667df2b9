import { pinnedNumbers } from "./made/pinned-numbers.js";

/** A number that a reproduction must come to. */
export interface PinnedNumber {
  /** Which reproduction: `leaderboard`, `heatmap`, `families`, `fig4b` or `findings`. */
  readonly reproduction: string;
  readonly number: string;
  readonly value: number;
  /** How far off is still the same: half of the last decimal that was noted. */
  readonly tolerance: number;
}

/**
 * The numbers that `value-compass reproduce` is held to, noted when the published tables were first worked through.
 *
 * @example
 * numbersPinned("leaderboard").find(({ number }) => number === "schwartz o3-mini")?.value; // => 49.79
 */
export function numbersPinned(reproduction: string): readonly PinnedNumber[] {
  return pinnedNumbers.filter((one) => one.reproduction === reproduction);
}
