import type { Json } from "../figures/figure.js";

/**
 * JSON that can stand inside a script element: nothing in it can end the element or a line.
 *
 * @example
 * scriptJson("</script>"); // => "\"\\u003c/script>\""
 */
export function scriptJson(value: Json): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
