/** A stretch of a text that is judged as one: UTF-16 offsets, end exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Text without any full stop is cut after so many units, so that one sentence stays one thought. */
const LONGEST = 600;

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}

function isStop(unit: number): boolean {
  return unit === 46 || unit === 33 || unit === 63 || unit === 0x2026 || unit === 0x3002;
}

/** What may stand between a full stop and the space: quotes and closing brackets. */
function isClosing(unit: number): boolean {
  return (
    unit === 34 || unit === 39 || unit === 41 || unit === 93 || unit === 0x201d || unit === 0x2019
  );
}

/**
 * Splits text into sentences: after a full stop, question or exclamation mark that a space follows, at
 * line breaks, and after 600 units at the latest. Offsets exclude the space around a sentence.
 *
 * @example
 * sentences("Yes. It is so!\nOr not").map((part) => part.start); // => [0, 5, 15]
 */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from += 1;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) {
      close(at);
    } else if (isStop(unit)) {
      let after = at + 1;
      while (after < text.length && isClosing(text.charCodeAt(after))) after += 1;
      if (after >= text.length || isSpace(text.charCodeAt(after))) close(after);
    } else if (at - start >= LONGEST && isSpace(unit)) {
      close(at);
    } else if (at - start >= 2 * LONGEST) {
      close(at);
    }
  }
  close(text.length);
  return found;
}
