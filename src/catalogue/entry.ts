/** What people need to know to choose: shown by help texts, docs and menus from this one place. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  /** One plain sentence. */
  readonly meaning: string;
  readonly formula: string;
  readonly unit: string;
  readonly source: string;
}

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
