import type { ClaimVerdict } from "../../facts/published-claim.js";

/** What the published numbers say to one claim. */
export interface Evidence {
  readonly verdict: ClaimVerdict;
  /** The number, in words. */
  readonly says: string;
  /** Numbers that the words rest on, by name. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** Looks at the published numbers and says what they make of a claim. */
export type ClaimCheck = () => Evidence;

/** `holds` when all parts of a claim hold, `fails` when none does, `in part` between. */
export function verdictOf(...parts: readonly boolean[]): ClaimVerdict {
  if (parts.every(Boolean)) return "holds";
  return parts.some(Boolean) ? "in part" : "fails";
}

/** A number with one decimal or as many as told. */
export function shown(value: number, digits = 1): string {
  return value.toFixed(digits);
}

/** A p value in words. */
export function shownP(p: number): string {
  return p < 0.001 ? `p = ${p.toExponential(0)}` : `p = ${p.toFixed(3)}`;
}
