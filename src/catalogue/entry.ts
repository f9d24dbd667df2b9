import { ArgumentError } from "../statistics/argument-error.js";
import { checkNumber } from "../statistics/check-argument.js";

/** A number that a choice can be tuned by, such as the order of a Rényi divergence. */
export interface Parameter {
  readonly id: string;
  readonly name: string;
  /** One plain sentence: what a larger number does. */
  readonly meaning: string;
  readonly lowest: number;
  readonly highest: number;
  /** The value taken when none is given. */
  readonly usual: number;
}

/** What people need to know to choose: shown by help texts, docs and menus from this one place. */
export interface CatalogueEntry {
  /** Lower case, hyphens: `jensen-shannon`. */
  readonly id: string;
  readonly name: string;
  /** One plain sentence. */
  readonly meaning: string;
  /** In TeX, without dollar signs. */
  readonly formula: string;
  readonly unit: string;
  /** In words: `0 (all alike) to ln 2`. */
  readonly range: string;
  /** What it is defined for and what happens at the edges, in words. */
  readonly domain: string;
  readonly parameters: readonly Parameter[];
  readonly source: string;
}

/** Values for the parameters of a choice, by the parameter's id. */
export type ParameterValues = Readonly<Record<string, number>>;

/**
 * Finds an entry by id.
 *
 * @throws RangeError naming the ids there are
 * @example
 * findEntry("divergence", [], "x"); // throws /unknown divergence: x/
 */
export function findEntry<T extends { readonly id: string }>(
  kind: string,
  entries: readonly T[],
  id: string,
): T {
  const found = entries.find((entry) => entry.id === id);
  if (!found) {
    const known = entries.map((entry) => entry.id).join(", ");
    throw new RangeError(`unknown ${kind}: ${id}; there are: ${known}`);
  }
  return found;
}

/**
 * Adds an entry of a user's own. An id is taken once: nothing that ships can be replaced unseen.
 *
 * @throws ArgumentError when the id is taken or not of the form `my-choice`
 * @example
 * const mine = { id: "mine" };
 * const known = [];
 * addEntry("divergence", known, mine);
 * known.length; // => 1
 * addEntry("divergence", known, mine); // throws /divergence id is taken already; choose another: mine/
 */
export function addEntry<T extends { readonly id: string }>(
  kind: string,
  known: T[],
  entry: T,
): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.id))
    throw new ArgumentError(`${kind} id`, "must be lower-case words joined by hyphens", entry.id);
  if (known.some(({ id }) => id === entry.id))
    throw new ArgumentError(`${kind} id`, "is taken already; choose another", entry.id);
  known.push(entry);
}

/**
 * The parameters of a choice with the usual values filled in.
 *
 * @throws ArgumentError when a name is unknown or a value outside its range
 * @example
 * const order = { id: "order", name: "Order", meaning: "", lowest: 0, highest: 5, usual: 2 };
 * parameterValues("renyi", [order], {}); // => { order: 2 }
 * parameterValues("renyi", [order], { order: 9 }); // throws /renyi: order must be a finite number from 0 to 5: 9/
 * parameterValues("renyi", [order], { alpha: 1 }); // throws /renyi must be given only the parameters order: alpha/
 */
export function parameterValues(
  id: string,
  parameters: readonly Parameter[],
  given: ParameterValues,
): ParameterValues {
  const names = parameters.map((parameter) => parameter.id);
  const odd = Object.keys(given).find((name) => !names.includes(name));
  if (odd !== undefined)
    throw new ArgumentError(
      id,
      names.length === 0
        ? "must be given no parameters"
        : `must be given only the parameters ${names.join(", ")}`,
      odd,
    );
  return Object.fromEntries(
    parameters.map(({ id: name, lowest, highest, usual }) => [
      name,
      Object.hasOwn(given, name)
        ? checkNumber(`${id}: ${name}`, given[name], { from: lowest, to: highest })
        : usual,
    ]),
  );
}
