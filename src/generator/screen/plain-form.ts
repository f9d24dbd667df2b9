/** Letters of other alphabets that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  α: "a",
  а: "a",
  е: "e",
  ε: "e",
  о: "o",
  ο: "o",
  і: "i",
  ι: "i",
  р: "p",
  ρ: "p",
  с: "c",
  у: "y",
  х: "x",
  ѕ: "s",
  ј: "j",
  һ: "h",
  κ: "k",
  ν: "v",
  τ: "t",
  υ: "u",
};

/** Signs that are not seen: zero widths, directions, tags, soft hyphens, private letters. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Variation_Selector}\u115f\u1160\u3164]/gu;

/**
 * A text as rules read it: lower case, look-alike letters and widths folded, signs that nobody sees left out, one
 * space between words. For rules alone; what is shown and asked is the text itself.
 *
 * @example
 * plainForm("Ｊu\u200bdge  аnd tell"); // => "judge and tell"
 */
export function plainForm(text: string): string {
  return text
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .toLowerCase()
    .replace(/[αаеεоοіιрρсухѕјһκντυ]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a text holds signs that nobody sees. */
export function hidesSigns(text: string): boolean {
  return text.search(UNSEEN) >= 0;
}
