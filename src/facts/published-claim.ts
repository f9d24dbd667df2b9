import { publishedClaims } from "./made/published-claims.js";

/** What the published numbers say to a claim. */
export type ClaimVerdict = "holds" | "in part" | "fails" | "cannot tell";

/** A claim of the paper or of the platform's insight report, in our own words. */
export interface PublishedClaim {
  readonly id: string;
  readonly source: "paper" | "report";
  /** Figure or section it belongs to. */
  readonly part: string;
  readonly claim: string;
  /** What it is checked by: `scores` published numbers, `site` what the public site does, `none` nothing that is published. */
  readonly basis: "scores" | "site" | "none";
  /** The verdict that was reached when all of them were checked; `reproducedFindings` reaches it anew. */
  readonly verdict: ClaimVerdict;
}

/**
 * Every claim of the paper's section 3 and of the insight report that was checked, with the verdict it got.
 *
 * Source: platform 6.
 *
 * @example
 * claimsPublished().filter(({ verdict }) => verdict === "fails").map(({ id }) => id); // => ["own-weights", "fig4b-dimensions", "figure-prompts", "closest-cultures"]
 */
export function claimsPublished(): readonly PublishedClaim[] {
  return publishedClaims;
}
