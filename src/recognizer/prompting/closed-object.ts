/**
 * The JSON Schema of an object with exactly these properties, all of them required.
 *
 * @example
 * closedObject({ a: { type: "string" } }).required; // => ["a"]
 */
export function closedObject(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
