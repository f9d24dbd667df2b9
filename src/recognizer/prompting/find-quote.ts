import type { Span } from "../../records/verdict.js";
import { hiddenText } from "./visible-text.js";

/** Letters that judges exchange when they copy. */
const ALIKE: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2013": "-",
  "\u2014": "-",
  "\u00a0": " ",
};

/**
 * Where a quote stands in a reply: as it is, or with its invisible characters spelled out, or but for blanks,
 * capitals and the shape of quotation marks and dashes. `null` where it does not stand.
 *
 * @example
 * findQuote("I would  help her.", "would help"); // => { start: 2, end: 13, kind: "sentence" }
 * findQuote("I would help her.", "would not help"); // => null
 */
export function findQuote(reply: string, quote: string): Span | null {
  const plain = hiddenText(quote);
  for (const wanted of [quote, plain]) {
    const start = wanted === "" ? -1 : reply.indexOf(wanted);
    if (start >= 0) return { start, end: start + wanted.length, kind: "sentence" };
  }
  const text = folded(reply);
  const wanted = folded(plain).text.trim();
  if (wanted === "") return null;
  const start = text.text.indexOf(wanted);
  if (start < 0) return null;
  const end = text.places[start + wanted.length - 1] + 1;
  return { start: text.places[start], end, kind: "sentence" };
}

/** Text with every run of blanks as one, small letters and plain marks, and where each character stood. */
function folded(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const plain = (ALIKE[text[at]] ?? text[at]).toLowerCase();
    const blank = /\s/.test(plain);
    if (blank && result.endsWith(" ")) continue;
    // A letter whose small form is longer would shift what follows; it is kept as it is.
    result += blank ? " " : plain.length === 1 ? plain : text[at];
    places.push(at);
  }
  return { text: result, places };
}
