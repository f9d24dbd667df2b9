import { hash } from "node:crypto";
import { visibleText } from "./visible-text.js";

/** A text that is data for the judge, between two lines that it cannot forge. */
export interface Fence {
  /** 32 hexadecimal digits, different for every text. */
  readonly nonce: string;
  readonly text: string;
}

/**
 * Puts a text between an opening and a closing line that carry a nonce of 128 bits. The nonce is a hash of the
 * text itself and of what surrounds it, so that nobody can write a text that contains its own nonce, and the
 * same call has the same prompt in every run, which the journal's key needs.
 *
 * @param kind  what the text is: `reply`
 * @param about everything else that the prompt says
 * @example
 * fence("reply", "Hello", "about").text.split("\n").length; // => 3
 * fence("reply", "Hello", "about").nonce.length; // => 32
 */
export function fence(kind: string, text: string, about: string): Fence {
  const shown = visibleText(text);
  let nonce = digest(kind, shown, about, 0);
  // Not within anyone's reach, but a promise is a promise.
  for (let again = 1; shown.includes(nonce); again++) nonce = digest(kind, shown, about, again);
  const name = kind.toUpperCase();
  return { nonce, text: `<<<${name} ${nonce}>>>\n${shown}\n<<<END OF ${name} ${nonce}>>>` };
}

function digest(...parts: readonly (string | number)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex").slice(0, 32);
}
