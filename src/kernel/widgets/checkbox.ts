import { makeWidget, type Widget } from "./widget.js";

/**
 * A box to tick.
 *
 * @param label  what stands beside it
 * @example
 * checkbox(true, "with refusals").value; // => true
 */
export function checkbox(value: boolean, label = ""): Widget<boolean> {
  return makeWidget({
    kind: "Checkbox",
    style: "CheckboxStyle",
    state: { description: label, value, disabled: false, indent: false },
    read: (state) => state.value === true,
    write: (next) => ({ value: next }),
    text: (now) => `[${now ? "x" : " "}] ${label}`,
  });
}
