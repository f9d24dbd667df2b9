const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML forbids: control characters but tab and line ends, and U+FFFE and U+FFFF. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Characters that reorder the text around them, so that a line shows other words than it holds. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes text from outside harmless in HTML and SVG, in text and in quoted attributes. What cannot
 * be shown becomes U+FFFD; what would reorder the line is spelled out.
 *
 * @example
 * escapeMarkup("<b>"); // => "&lt;b&gt;"
 * escapeMarkup("a\u202eb"); // => "a[U+202E]b"
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(FORBIDDEN, "\ufffd")
    .replace(REORDERING, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
