import type { Span } from "../records/verdict.js";
import { type Html, html } from "./html.js";

/** A stretch of text, end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A reply with its evidence marked: sentences as `<mark>`, the words that weigh most as `<strong>`.
 *
 * Spans come from recognizers, a user's own among them, so nothing about them is taken for granted:
 * ends outside the text are pulled in, spans that overlap are joined, a span that would cut a
 * character in two takes it whole, and one that makes no sense is left out.
 *
 * @example
 * String(markEvidence("ok", [{ start: 0, end: 2, kind: "word" }])); // => "<strong>ok</strong>"
 */
export function markEvidence(text: string, spans: readonly Span[]): Html {
  const sentences = joined(text, spans, "sentence");
  const words = joined(text, spans, "word");
  const parts: Html[] = [];
  let at = 0;
  for (const sentence of sentences) {
    parts.push(markWords(text, { start: at, end: sentence.start }, words));
    parts.push(html`<mark>${markWords(text, sentence, words)}</mark>`);
    at = sentence.end;
  }
  parts.push(markWords(text, { start: at, end: text.length }, words));
  return html`${parts}`;
}

/**
 * The stretch `within`, its words marked; a word that crosses its border is marked on both sides.
 */
function markWords(text: string, within: Range, words: readonly Range[]): Html {
  const parts: Html[] = [];
  let at = within.start;
  for (const word of words) {
    const start = Math.max(word.start, within.start);
    const end = Math.min(word.end, within.end);
    if (start >= end) continue;
    parts.push(html`${text.slice(at, start)}<strong>${text.slice(start, end)}</strong>`);
    at = end;
  }
  return html`${parts}${text.slice(at, within.end)}`;
}

/** The usable spans of one kind, in order, overlapping ones made one. */
function joined(text: string, spans: readonly Span[], kind: Span["kind"]): readonly Range[] {
  const usable = spans
    .filter((span) => span.kind === kind)
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
    .map(({ start, end }) => wholeCharacters(text, clamp(start, text), clamp(end, text)))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of usable) {
    const last = merged[merged.length - 1];
    if (last && range.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

function clamp(offset: number, text: string): number {
  return Math.min(text.length, Math.max(0, offset));
}

function wholeCharacters(text: string, start: number, end: number): Range {
  return {
    start: cutsCharacter(text, start) ? start - 1 : start,
    end: cutsCharacter(text, end) ? end + 1 : end,
  };
}

/** Whether an offset falls between the two halves of a surrogate pair. */
function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
