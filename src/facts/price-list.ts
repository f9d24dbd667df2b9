import { shippedPrices } from "./made/prices.js";

/** What a model costs, in the currency of its list for a million tokens. */
export interface Price {
  readonly in: number;
  readonly out: number;
}

/** A list of prices with its date: prices change, and nobody here checks them. */
export interface PriceList {
  readonly note: string;
  /** ISO date on which it was gathered. */
  readonly asOf: string;
  readonly currency: string;
  readonly models: Readonly<Record<string, Price>>;
}

/**
 * The prices that come with the package, dated. They are for plans, not for invoices.
 *
 * @example
 * priceList().currency; // => "USD"
 */
export function priceList(): PriceList {
  return shippedPrices;
}

/**
 * What a model costs: by the user's own prices first, then by the shipped list; a dated name such as
 * `gpt-4o-2024-08-06` and one with an owner in front (`openai/gpt-4o`) count as the model they name. `null` where nobody said:
 * an unknown price is unknown, never 0.
 *
 * @example
 * priceOf("gpt-4o-2024-08-06", {}); // => { in: 2.5, out: 10 }
 * priceOf("my-own", {}); // => null
 * priceOf("my-own", { "my-own": { in: 0, out: 0 } }); // => { in: 0, out: 0 }
 */
export function priceOf(model: string, own: Readonly<Record<string, Price>>): Price | null {
  const bare = model.replace(/^[^/]+\//, "").replace(/-\d{4}-\d\d-\d\d$/, "");
  for (const list of [own, shippedPrices.models])
    for (const name of [model, bare]) if (Object.hasOwn(list, name)) return list[name];
  return null;
}
