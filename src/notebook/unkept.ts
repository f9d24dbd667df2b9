import type { Json } from "../figures/figure.js";

/** Marks an output that is not kept in a notebook file, such as a library for the page. */
export const unkept: Readonly<Record<string, Json>> = { "value-compass": { keep: false } };

/** Whether an output's metadata marks it as one not to keep. */
export function isUnkept(metadata: Readonly<Record<string, unknown>>): boolean {
  const mark = metadata["value-compass"];
  return typeof mark === "object" && mark !== null && "keep" in mark && mark.keep === false;
}
