/**
 * Characters that a reader does not see, or that change what a reader sees: control and format characters, private
 * ones, line and paragraph separators, all that fonts ignore (zero-width, tags, variation selectors, fillers), the
 * blank Braille cell, lone surrogates, and the backslash, which begins an escape.
 */
const UNSEEN = /[\\\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;

/**
 * Text with everything invisible spelled out as `\u{200B}`, so that a judge and a reader see all that is there.
 * Nothing is lost: `hiddenText` turns it back.
 *
 * @example
 * visibleText("a\u200bb"); // => "a\\u{200B}b"
 * visibleText("C:\\x\n"); // => "C:\\\\x\n"
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    if (character === "\n" || character === "\t") return character;
    if (character === "\\") return "\\\\";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}

/**
 * The text that `visibleText` was made from.
 *
 * @example
 * hiddenText(visibleText("a\u202e\\u{41}")) === "a\u202e\\u{41}"; // => true
 */
export function hiddenText(visible: string): string {
  return visible.replace(/\\(?:\\|u\{([0-9A-F]+)\})/g, (_, digits?: string) =>
    digits === undefined ? "\\" : String.fromCodePoint(Number.parseInt(digits, 16)),
  );
}
