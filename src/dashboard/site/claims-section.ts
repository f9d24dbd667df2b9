import type { ClaimVerdict } from "../../facts/published-claim.js";
import { type Html, html } from "../html.js";
import { tableBox } from "../table-box.js";
import { publishedReleases } from "./releases.js";
import type { Site } from "./site.js";
import { stateHash } from "./site-state.js";

/** What a reader should see first comes first. */
const VERDICTS: readonly ClaimVerdict[] = ["fails", "in part", "cannot tell", "holds"];

/** What a release says to the claims that the paper and the insight report make of the published scores. */
export function claimsSection({ data: { claims, release, published } }: Site): Html | null {
  if (published === null) return null;
  const [newest] = publishedReleases;
  if (claims.length === 0)
    return release === newest.version
      ? null
      : html`<p class="note">The claims of the paper and of the platform's insight report were made of the scores in use now:
they are checked under <a href="${stateHash({ view: "findings", choices: { rel: newest.version } })}">${newest.name}</a>.</p>`;
  const counts = VERDICTS.map(
    (verdict) => `${verdict} ${claims.filter((one) => one.verdict === verdict).length}`,
  );
  const rows = VERDICTS.flatMap((verdict) => claims.filter((one) => one.verdict === verdict)).map(
    ({ claim, verdict, says, source, part }) => [claim, verdict, says, `${source}, ${part}`],
  );
  const columns = ["Claim, in our words", "Verdict", "The number", "Where"].map((heading) => ({
    heading,
    kind: "text" as const,
  }));
  return html`<h3>Which claims do the published numbers carry?</h3>
<p>${claims.length} claims of the paper and of the platform's insight report, over all systems, checked anew against the published
scores when this page was written: ${counts.join(", ")}.</p>
${tableBox("Claims made of the published scores, and what the numbers say", columns, rows)}
<p class="note">p values: Mann-Whitney over models unless said; models of one family are not independent, so they are rough. A verdict
speaks of the published scores; whether the scores measure what they say is another question.</p>`;
}
