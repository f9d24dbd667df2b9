import { supportMarks } from "../figures/support-mark.js";
import type { Support } from "../records/verdict.js";
import { type Html, html } from "./html.js";

/** The support grade as a small label that explains itself when pointed at. */
export function supportBadge(support: Support | null): Html {
  if (support === null) return html`<span class="badge">no scores</span>`;
  const { mark, meaning } = supportMarks[support];
  const name = mark === "" ? support : `${support} ${mark}`;
  return html`<span class="badge ${support}" title="${meaning}">${name}</span>`;
}
