import type { OutcomeCounts } from "../records/outcome.js";
import { type Html, html } from "./html.js";
import { showCount } from "./show-number.js";
import type { Column } from "./table-box.js";

/** The columns of the three outcomes, for any table of means. */
export const countColumns: readonly Column[] = [
  { heading: "judged", kind: "number", hint: "replies with a verdict" },
  { heading: "declined", kind: "number", hint: "refusals and non-answers, scored by the reading" },
  { heading: "unmeasured", kind: "number", hint: "no reply or no verdict; enters no mean" },
];

/** The cells that belong under `countColumns`. */
export function countCells(counts: OutcomeCounts): readonly Html[] {
  return [showCount(counts.judged), showCount(counts.declined), showUnmeasured(counts)];
}

/** Above this share of unmeasured cells the count is made to stand out; our choice. */
const NOTABLE_SHARE = 0.05;

function showUnmeasured({ judged, declined, unmeasured }: OutcomeCounts): Html {
  const notable = unmeasured > NOTABLE_SHARE * (judged + declined + unmeasured);
  return notable
    ? html`<span class="caution">${showCount(unmeasured)}</span>`
    : showCount(unmeasured);
}
