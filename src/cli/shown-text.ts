/** Control characters that a terminal obeys, but for the end of a line and the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What our own progress line begins with: back to the start of the line, and clear it. */
const REDRAWN = "\r\u001b[2K";

/**
 * Text for a terminal in which nothing can move the cursor, set colours or links, or fill the clipboard: names and
 * replies come from outside. Control characters are shown as they are written in JSON.
 *
 * @example
 * shownText("red \u001b[31mmodel\r\n"); // => "red \\u001b[31mmodel\\u000d\n"
 */
export function shownText(text: string): string {
  const shown = (part: string) =>
    part.replace(CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return text.startsWith(REDRAWN) ? REDRAWN + shown(text.slice(REDRAWN.length)) : shown(text);
}
