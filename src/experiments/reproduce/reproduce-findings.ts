import {
  type ClaimVerdict,
  claimsPublished,
  type PublishedClaim,
} from "../../facts/published-claim.js";
import { barsFigure } from "../../figures/bars-figure.js";
import type { Figure } from "../../figures/figure.js";
import type { ColourRole } from "../../figures/paint.js";
import type { Evidence } from "./finding.js";
import { generalClaims } from "./general-claims.js";
import { groupClaims } from "./group-claims.js";
import { paperClaims } from "./paper-claims.js";
import { checkPinned, type Reproduction } from "./reproduction.js";
import { systemClaims } from "./system-claims.js";

/** A claim with what the published numbers say to it today. */
export interface Finding extends Evidence {
  readonly claim: PublishedClaim;
}

const VERDICTS: readonly { readonly name: ClaimVerdict; readonly role: ColourRole }[] = [
  { name: "holds", role: "series0" },
  { name: "in part", role: "series5" },
  { name: "fails", role: "series1" },
  { name: "cannot tell", role: "muted" },
];

/**
 * Every claim of the paper's section 3 and of the insight report, checked against the published numbers anew.
 *
 * @example
 * reproducedFindings().find(({ claim }) => claim.id === "closest-cultures")?.verdict; // => "fails"
 */
export function reproducedFindings(): readonly Finding[] {
  const checks = { ...paperClaims, ...generalClaims, ...systemClaims, ...groupClaims };
  return claimsPublished().map((claim) => {
    const check = checks[claim.id];
    if (check === undefined) throw new RangeError(`no check for the claim ${claim.id}`);
    return { claim, ...check() };
  });
}

/**
 * The claims of the paper and of the insight report with their verdicts: holds, in part, fails, cannot tell, each with the number.
 *
 * Source: platform 6.
 *
 * @example
 * const [{ rows }] = reproduceFindings().tables;
 * rows.length; // => 43
 * rows.find(([id]) => id === "best-mft")?.slice(2); // => ["holds", "The best score on moral foundations is 68.36", "68.36, Claude-3.5-Sonnet"]
 */
export function reproduceFindings(): Reproduction {
  const findings = reproducedFindings();
  const numbers: Record<string, number> = {};
  for (const { claim, numbers: own } of findings)
    for (const [name, value] of Object.entries(own ?? {})) numbers[`${claim.id}: ${name}`] = value;
  for (const { claim, verdict } of findings)
    numbers[`${claim.id}: verdict as known`] = verdict === claim.verdict ? 1 : 0;
  const { pinned, differ } = checkPinned("findings", numbers);
  const turned = findings
    .filter(({ claim, verdict }) => verdict !== claim.verdict)
    .map(({ claim }) => ({ number: `${claim.id}: verdict as known`, pinned: 1, got: 0 }));
  return {
    id: "findings",
    title: "What the published numbers say to the claims",
    tables: [
      {
        title: "claims",
        columns: ["claim", "source", "verdict", "in our words", "the number"].map((title) => ({
          title,
          align: "left",
        })),
        rows: findings.map(({ claim, verdict, says }) => [
          claim.id,
          `${claim.source}, ${claim.part}`,
          verdict,
          claim.claim,
          says,
        ]),
      },
    ],
    notes: [
      countsLine(findings),
      "p values: Mann-Whitney over models unless said; models of one family are not independent, so they are rough.",
      "Verdicts speak of the published scores: whether the scores measure what they say is another question.",
    ],
    figures: [findingsFigure(findings)],
    numbers,
    check: { pinned: pinned + findings.length, differ: [...differ, ...turned] },
  };
}

function countsLine(findings: readonly Finding[]): string {
  return `${findings.length} claims: ${VERDICTS.map(
    ({ name }) => `${name} ${findings.filter(({ verdict }) => verdict === name).length}`,
  ).join(", ")}.`;
}

function findingsFigure(findings: readonly Finding[]): Figure {
  const parts = [...new Set(findings.map(({ claim }) => `${claim.source}, ${claim.part}`))];
  return barsFigure({
    id: "findings-verdicts",
    title: "Which claims do the published numbers carry?",
    caption: [
      `${countsLine(findings)} One line for each part of the paper and of the insight report; at its end, claims that hold of all.`,
      "Source: published scores (Value Compass Benchmarks, CC BY-NC-SA); claims in our words.",
    ].join(" "),
    unit: "claims",
    parts: VERDICTS,
    lines: parts.map((name) => {
      const own = findings.filter(({ claim }) => `${claim.source}, ${claim.part}` === name);
      const counts = VERDICTS.map(
        (one) => own.filter(({ verdict }) => verdict === one.name).length,
      );
      return { name, parts: counts, text: `${counts[0]} of ${own.length}` };
    }),
  });
}
