/** Mean width of a character in a sans-serif face, in parts of the font size. */
const CHARACTER_WIDTH = 0.56;

/**
 * About how wide a text is, in pixels. Figures are laid out without a browser, so they estimate.
 *
 * @example
 * textWidth("abcd", 10); // => 22.4 (± 1e-9)
 */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * CHARACTER_WIDTH * fontSize;
}

/**
 * Shortens a text to fit, cutting its middle: names that differ often differ at their ends.
 *
 * @example
 * fitText("a-very-long-name-v2", 60, 10); // => "a-ver…me-v2"
 */
export function fitText(text: string, width: number, fontSize: number): string {
  const characters = [...text];
  if (textWidth(text, fontSize) <= width) return text;
  const room = Math.max(3, Math.floor(width / (CHARACTER_WIDTH * fontSize) + 0.5));
  const head = Math.ceil((room - 1) / 2);
  const tail = Math.floor((room - 1) / 2);
  const last = characters.slice(characters.length - tail);
  return [...characters.slice(0, head), "…", ...last].join("");
}

/**
 * Breaks a name into at most two lines of about equal length, at a space or after a hyphen.
 *
 * @example
 * twoLines("Self-direction"); // => ["Self-", "direction"]
 * twoLines("Power"); // => ["Power"]
 */
export function twoLines(text: string): readonly string[] {
  if ([...text].length <= 11) return [text];
  const breaks = [...text.matchAll(/(?<=-)(?=.)| /g)].map((match) => match.index);
  if (breaks.length === 0) return [text];
  const middle = text.length / 2;
  const best = breaks.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return [text.slice(0, best).trimEnd(), text.slice(best).trimStart()];
}
