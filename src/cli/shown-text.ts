import { visibleControls } from "../kernel/visible-controls.js";

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
  return text.startsWith(REDRAWN)
    ? REDRAWN + visibleControls(text.slice(REDRAWN.length))
    : visibleControls(text);
}
