import { ArgumentError } from "../statistics/argument-error.js";
import type { CatalogueEntry, ParameterValues } from "./entry.js";

/** A choice as a study names it: an id, or an id with numbers for its parameters. */
export type Choice =
  | string
  | { readonly id: string; readonly [parameter: string]: string | number };

/** Finds an entry by id and parameters: `divergence` or `elicitation`. */
export type Finder<Entry> = (id: string, parameters?: ParameterValues) => Entry;

/**
 * The entry that a choice names, tuned as it says.
 *
 * @throws ArgumentError when a parameter is no number, unknown or outside its range
 * @throws RangeError when there is none of this id
 * @example
 * chosen((id, parameters) => ({ id, ...parameters }), { id: "renyi", order: 2 }); // => { id: "renyi", order: 2 }
 * chosen((id) => id, "hellinger"); // => "hellinger"
 * chosen((id) => id, { id: "renyi", order: "two" }); // throws /renyi: order must be a number: two/
 */
export function chosen<Entry>(find: Finder<Entry>, choice: Choice): Entry {
  if (typeof choice === "string") return find(choice);
  const { id, ...given } = choice;
  const parameters: Record<string, number> = {};
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== "number")
      throw new ArgumentError(`${id}: ${name}`, "must be a number", value);
    parameters[name] = value;
  }
  return find(id, parameters);
}

/**
 * A choice with every number it depends on: the bare id where there are none, so that what is written down today
 * means the same when a usual value has changed.
 *
 * @throws as `chosen`
 * @example
 * const renyi = { id: "renyi", settings: { order: 0.5, smoothing: 0.04 } };
 * speltOut(() => renyi, "renyi"); // => { id: "renyi", order: 0.5, smoothing: 0.04 }
 * speltOut(() => ({ id: "hellinger" }), "hellinger"); // => "hellinger"
 */
export function speltOut(
  find: Finder<Pick<CatalogueEntry, "id"> & { readonly settings?: ParameterValues }>,
  choice: Choice,
): Choice {
  const { id, settings } = chosen(find, choice);
  return settings ? { id, ...settings } : id;
}

/**
 * A choice in words, for tables and reports.
 *
 * @example
 * choiceName("hellinger"); // => "hellinger"
 * choiceName({ id: "renyi", order: 2, smoothing: 0.04 }); // => "renyi (order 2, smoothing 0.04)"
 */
export function choiceName(choice: Choice): string {
  if (typeof choice === "string") return choice;
  const { id, ...settings } = choice;
  const told = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return told.length === 0 ? id : `${id} (${told.join(", ")})`;
}

/**
 * The unit of what a named choice measures, for axes and captions. A choice that nobody registered here, as when a
 * report of somebody's own divergence is read elsewhere, has "its own unit".
 *
 * @param entries  `divergences` or `elicitations`
 * @param name     as `choiceName` writes it
 * @example
 * unitOf([{ id: "renyi", unit: "nats a dimension" }], "renyi (order 2)"); // => "nats a dimension"
 * unitOf([], "mine"); // => "its own unit"
 */
export function unitOf(
  entries: readonly Pick<CatalogueEntry, "id" | "unit">[],
  name: string,
): string {
  const id = name.split(" ", 1)[0];
  return entries.find((entry) => entry.id === id)?.unit ?? "its own unit";
}

/**
 * A choice as it is written on a command line: `renyi`, or `renyi:order=2,smoothing=0.1`.
 *
 * @throws ArgumentError when what follows the colon is not of the form `name=number`
 * @example
 * readChoice("hellinger"); // => "hellinger"
 * readChoice("renyi:order=2"); // => { id: "renyi", order: 2 }
 * readChoice("renyi:2"); // throws /renyi must be followed by parameters such as order=2, not by this: 2/
 */
export function readChoice(text: string): Choice {
  const colon = text.indexOf(":");
  if (colon < 0) return text;
  const id = text.slice(0, colon);
  const pairs = text
    .slice(colon + 1)
    .split(",")
    .map((pair): [string, number] => {
      const [, name, number] = /^\s*([\w-]+)\s*=\s*(\S+)\s*$/.exec(pair) ?? [];
      if (name === undefined || name === "id" || Number.isNaN(Number(number)))
        throw new ArgumentError(
          id,
          "must be followed by parameters such as order=2, not by this",
          pair,
        );
      return [name, Number(number)];
    });
  return { ...Object.fromEntries(pairs), id };
}
