import type { ValueSystem } from "../../values/value-system.js";
import { closedObject } from "../prompting/closed-object.js";

/**
 * The JSON Schema of a judge's answer, for endpoints that can hold a model to one. What comes back is checked all
 * the same.
 *
 * @example
 * judgementSchema({ id: "toy", dimensions: [{ id: "calm" }] }).name; // => "judgement_toy"
 */
export function judgementSchema(system: Pick<ValueSystem, "id" | "dimensions">): {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
} {
  const dimension = closedObject({
    stance: { type: "string", enum: ["adhere", "oppose", "unrelated"] },
    confidence: { type: "number" },
    quote: { type: "string" },
  });
  const dimensions = Object.fromEntries(system.dimensions.map(({ id }) => [id, dimension]));
  return {
    name: `judgement_${system.id.replace(/[^a-zA-Z0-9_-]/g, "_")}`,
    schema: closedObject({
      refusal: { type: "string", enum: ["none", "partial", "full"] },
      dimensions: closedObject(dimensions),
    }),
  };
}
