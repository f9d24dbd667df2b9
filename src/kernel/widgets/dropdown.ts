import { makeWidget, type Widget } from "./widget.js";

/** Options of `dropdown`. */
export interface DropdownOptions<T> {
  /** The first choice; the first of the list when left out. */
  readonly value?: T;
  /** What stands before it. */
  readonly label?: string;
}

/**
 * One of a list to choose.
 *
 * @throws RangeError for an empty list, or a value that is not in it
 * @example
 * dropdown(["jensen-shannon", "variance"]).value; // => "jensen-shannon"
 * dropdown(["a"], { value: "b" }); // throws /b is none of the choices: a/
 */
export function dropdown<T extends string | number>(
  choices: readonly T[],
  options: DropdownOptions<T> = {},
): Widget<T> {
  if (choices.length === 0) throw new RangeError("a dropdown needs at least one choice");
  const at = (value: T): number => {
    const index = choices.indexOf(value);
    if (index < 0) throw new RangeError(`${value} is none of the choices: ${choices.join(", ")}`);
    return index;
  };
  const label = options.label ?? "";
  return makeWidget({
    kind: "Dropdown",
    style: "DescriptionStyle",
    state: {
      description: label,
      _options_labels: choices.map(String),
      index: options.value === undefined ? 0 : at(options.value),
      disabled: false,
    },
    read: (state) => choices[Number(state.index ?? 0)],
    write: (value) => ({ index: at(value) }),
    text: (value) => `${label === "" ? "dropdown" : label} ${value} (of ${choices.join(", ")})`,
  });
}
