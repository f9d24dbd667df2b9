/** Control characters that a terminal obeys, but for the end of a line and the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Text in which no control character is left that could move a cursor, set colours or links, or fill a clipboard:
 * they are shown as they are written in JSON. Line ends and tabs stay.
 *
 * @example
 * visibleControls("red \u001b[31mmodel\r\n"); // => "red \\u001b[31mmodel\\u000d\n"
 */
export function visibleControls(text: string): string {
  return text.replace(CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
