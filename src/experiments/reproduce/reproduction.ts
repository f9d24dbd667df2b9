import { numbersPinned } from "../../facts/pinned-number.js";
import type { Figure } from "../../figures/figure.js";

/** A table as it is to be printed. */
export interface ReproducedTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right" }[];
  readonly rows: readonly (readonly string[])[];
}

/** A published result worked through again: what came out, and whether it is what was noted. */
export interface Reproduction {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly ReproducedTable[];
  /** What must be known to read it. */
  readonly notes: readonly string[];
  readonly figures: readonly Figure[];
  /** Every number by name, unrounded. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The numbers held against what is pinned. */
  readonly check: PinnedCheck;
}

/** How many numbers are pinned, and which of them came out otherwise. */
export interface PinnedCheck {
  readonly pinned: number;
  readonly differ: readonly PinnedDifference[];
}

/** A number that is not what was pinned. */
export interface PinnedDifference {
  readonly number: string;
  readonly pinned: number;
  /** `null` where nothing of that name came out. */
  readonly got: number | null;
}

/** Slack for sums in another order, far below any decimal that is pinned. */
const ROUNDING = 1e-9;

/** Holds numbers against those pinned for a reproduction; one that is missing differs. */
export function checkPinned(
  reproduction: string,
  numbers: Readonly<Record<string, number>>,
): PinnedCheck {
  const pinned = numbersPinned(reproduction);
  const differ = pinned.flatMap(({ number, value, tolerance }) => {
    const got = numbers[number];
    return Math.abs(got - value) <= tolerance + ROUNDING
      ? []
      : [{ number, pinned: value, got: got ?? null }];
  });
  return { pinned: pinned.length, differ };
}
