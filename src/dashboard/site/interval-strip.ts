import type { Html } from "../html.js";
import { trusted } from "../html.js";

const WIDTH = 180;
const HEIGHT = 18;

/** The numbers that a strip may show. */
export interface StripScale {
  readonly low: number;
  readonly high: number;
}

/**
 * A dot and its interval on a line, for a cell of a table; the numbers stand beside it, so it is nothing to
 * a screen reader. Numbers alone enter its markup.
 */
export function intervalStrip(
  value: number | null,
  low: number | null,
  high: number | null,
  scale: StripScale,
): Html | null {
  if (value === null || !Number.isFinite(value) || !(scale.high > scale.low)) return null;
  const x = (at: number) =>
    (
      4 +
      ((Math.min(scale.high, Math.max(scale.low, at)) - scale.low) / (scale.high - scale.low)) *
        (WIDTH - 8)
    ).toFixed(1);
  const zero =
    scale.low < 0 && scale.high > 0
      ? `<line class="zero" x1="${x(0)}" x2="${x(0)}" y1="1" y2="${HEIGHT - 1}"/>`
      : "";
  const reach =
    low !== null && high !== null
      ? `<line class="reach" x1="${x(low)}" x2="${x(high)}" y1="9" y2="9"/>`
      : "";
  return trusted(
    `<svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">` +
      `<line class="base" x1="4" x2="${WIDTH - 4}" y1="9" y2="9"/>${zero}${reach}` +
      `<circle cx="${x(value)}" cy="9" r="4"/></svg>`,
  );
}
