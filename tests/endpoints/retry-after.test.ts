import { expect, test } from "vitest";
import { retryAfter } from "../../src/endpoints/retry-after.js";

const TODAY = Date.parse("2026-01-02T03:04:05Z");
const inTen = new Date(TODAY + 10_000).toUTCString();

test.each<[string, Record<string, string>, number | null]>([
  ["seconds", { "retry-after": "7" }, 7000],
  ["seconds with blanks", { "retry-after": "  7 " }, 7000],
  ["parts of a second", { "retry-after": "0.25" }, 250],
  ["a date", { "retry-after": inTen }, 10_000],
  ["a date in the past", { "retry-after": new Date(TODAY - 5000).toUTCString() }, 0],
  ["milliseconds", { "retry-after": "500ms" }, 500],
  ["hours and minutes", { "retry-after": "1h30m" }, 5_400_000],
  ["a duration in capitals", { "retry-after": "6M0S" }, 360_000],
  ["a negative number", { "retry-after": "-3" }, 0],
  ["infinity", { "retry-after": "Infinity" }, null],
  ["400 digits", { "retry-after": "9".repeat(400) }, Number.POSITIVE_INFINITY],
  ["words", { "retry-after": "soon" }, null],
  ["nothing", {}, null],
  ["an empty header", { "retry-after": "" }, null],
  ["two at once: the finer one", { "retry-after": "2", "retry-after-ms": "1500" }, 1500],
  [
    "OpenAI's resets",
    { "x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "6m0s" },
    360_000,
  ],
  [
    "only the reset of what is used up",
    {
      "x-ratelimit-reset-requests": "1s",
      "x-ratelimit-remaining-requests": "0",
      "x-ratelimit-reset-tokens": "6m0s",
      "x-ratelimit-remaining-tokens": "900",
    },
    1000,
  ],
])("T1: Retry-After as %s", (_, headers, wanted) => {
  expect(retryAfter((name) => new Headers(headers).get(name), TODAY)).toBe(wanted);
});
