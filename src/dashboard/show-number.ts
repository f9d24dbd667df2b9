import { type Html, html } from "./html.js";

/** What stands where nothing was measured. A missing score is never shown as 0. */
export const notMeasured: Html = html`<span class="missing">not measured</span>`;

/** What stands where a number has no meaning. */
export const notDefined: Html = html`<span class="missing" title="not defined here">–</span>`;

/** A score in [0, 1] as the report shows it: times 100, one decimal. */
export function showScore(score: number | null): Html {
  return isNumber(score) ? html`${(score * 100).toFixed(1)}` : notMeasured;
}

/** The two ends of an interval or of bounds, in [0, 1], shown times 100. */
export function showRange(low: number | null, high: number | null): Html {
  if (!isNumber(low) || !isNumber(high)) return notDefined;
  return html`<span class="range">${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}</span>`;
}

/** A number on its own scale, such as a correlation; a dash where it is not defined. */
export function showNumber(value: number | null, decimals: number): Html {
  if (!isNumber(value)) return notDefined;
  const text = value.toFixed(decimals);
  return html`${Number(text) === 0 ? (0).toFixed(decimals) : text}`;
}

/** A whole number with a thin space between thousands. */
export function showCount(count: number): Html {
  return html`${String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f")}`;
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
