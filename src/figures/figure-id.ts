import { hashName } from "../random/hash.js";

/**
 * An id made of letters, digits, hyphens and underscores, safe in markup and addresses. A part that
 * had to be changed gets a short hash of what it was, so that two different names never share an
 * id.
 *
 * @example
 * figureId("radar", "schwartz"); // => "radar-schwartz"
 */
export function figureId(...parts: readonly string[]): string {
  return parts
    .map((part) => {
      const safe = part.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
      return safe === part && part !== "" ? part : `${safe || "x"}-${hashName(part).slice(0, 6)}`;
    })
    .join("-");
}
