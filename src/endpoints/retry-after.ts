/** Nobody waits longer than this because of a header: ten minutes. */
export const LONGEST_WAIT = 600_000;

/** How to look up a header; names in lower case. */
export type HeaderLookup = (name: string) => string | null | undefined;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * How long a server asks us to wait, in milliseconds: from `retry-after-ms`, `retry-after` (seconds, a date, or a
 * duration such as `1m30s`), and, where neither is there, the later of the `x-ratelimit-reset-*` headers whose
 * allowance is used up. `null` where nothing usable was said. Never negative; not yet capped.
 *
 * @param today  milliseconds since 1970, against which dates are read
 * @example
 * retryAfter((name) => ({ "retry-after": "2" })[name], 0); // => 2000
 * retryAfter((name) => ({ "retry-after": "1m30s" })[name], 0); // => 90000
 * retryAfter((name) => ({ "retry-after": "soon" })[name], 0); // => null
 */
export function retryAfter(header: HeaderLookup, today: number): number | null {
  const milliseconds = plainNumber(header("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const told = wait(header("retry-after"), today);
  if (told !== null) return told;
  const resets = ["requests", "tokens"].flatMap((what) => {
    const reset = wait(header(`x-ratelimit-reset-${what}`), today);
    const left = plainNumber(header(`x-ratelimit-remaining-${what}`));
    return reset === null || (left !== null && left > 0) ? [] : [reset];
  });
  return resets.length > 0 ? Math.max(...resets) : null;
}

function wait(text: string | null | undefined, today: number): number | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || trimmed.length > 1000) return null;
  const seconds = plainNumber(trimmed);
  if (seconds !== null) return seconds * 1000;
  const duration = durationOf(trimmed.toLowerCase());
  if (duration !== null) return duration;
  // A date has letters and digits; Date.parse would take a lone "-5" for a year.
  if (!/[a-z]{3}.*\d|\d{4}-\d\d-\d\d/i.test(trimmed)) return null;
  const date = Date.parse(trimmed);
  return Number.isNaN(date) ? null : Math.max(0, date - today);
}

/** A number written in digits, at least 0; a negative one means now. `null` for anything else. */
function plainNumber(text: string | null | undefined): number | null {
  const trimmed = text?.trim() ?? "";
  if (!/^[+-]?\d+(\.\d+)?$/.test(trimmed)) return null;
  return Math.max(0, Number(trimmed));
}

/** `500ms`, `6m0s`, `1h30m`, `1.5s`. */
function durationOf(text: string): number | null {
  if (!/^(\d+(\.\d+)?(ms|[smh]))+$/.test(text)) return null;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smh])/g))
    sum += Number(number) * UNITS[unit];
  return sum;
}
