import { escapeMarkup } from "../figures/escape-markup.js";

/**
 * Markup that is safe to show: made by `html` from escaped parts, or vouched for with `trusted`.
 */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/**
 * What may stand in a template: text and numbers are escaped, `null` and `undefined` show nothing.
 */
export type HtmlPart = Html | string | number | null | undefined | readonly HtmlPart[];

/**
 * A template whose every interpolation is escaped unless it is already `Html`. All markup of the
 * report is written with it, so text from outside cannot become markup.
 *
 * @example
 * String(html`<p>${"<script>"}</p>`); // => "<p>&lt;script&gt;</p>"
 * String(html`<p>${html`<b>${1}</b>`}</p>`); // => "<p><b>1</b></p>"
 */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const pieces = literals.map((literal, index) =>
    index < parts.length ? literal + show(parts[index]) : literal,
  );
  return new Html(pieces.join(""));
}

function show(part: HtmlPart): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(show).join("");
  return escapeMarkup(String(part));
}

/**
 * Vouches for markup that our own code wrote: the SVG of a figure, the style sheet. Never for
 * replies.
 */
export function trusted(markup: string): Html {
  return new Html(markup);
}
