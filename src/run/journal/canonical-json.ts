/**
 * One text for one value, whatever the order in which its properties were written: JSON with sorted
 * keys. Properties that are `undefined` count as absent. Throws `TypeError` on what JSON cannot say
 * (a number that is not finite, a function, a bigint), because two such values would look the same.
 *
 * @example
 * canonicalJson({ b: 1, a: [true, null] }); // => '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "string" || typeof value === "boolean")
    return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === "object" && isPlain(value)) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    // By code units: the same on every machine, whatever its language.
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)}}`;
  }
  throw new TypeError(`a content key needs plain JSON: ${String(value)} (${typeof value})`);
}

function isPlain(value: object): boolean {
  // Asked this way because a notebook's cells have an Object of their own.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
