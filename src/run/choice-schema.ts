import { z } from "zod";
import { type Choice, type Finder, speltOut } from "../catalogue/choice.js";
import type { CatalogueEntry, ParameterValues } from "../catalogue/entry.js";

type Entry = CatalogueEntry & { readonly settings?: ParameterValues };

/** Which entries an id in a schema may name; looked up late, since entries can be registered at any time. */
const entriesOf = new WeakMap<object, readonly Entry[]>();

/**
 * The schema of a choice in study.json: an id, or an id with numbers for its parameters. A checked study holds the
 * numbers of all parameters, so that its manifests say what was computed.
 */
export function choiceSchema(entries: readonly Entry[], find: Finder<Entry>) {
  const id = z.string();
  entriesOf.set(id, entries);
  const tuned = z
    .object({ id })
    .catchall(z.union([z.number(), z.string()]))
    .describe("with numbers for its parameters; those left out take their usual value");
  return z.union([id, tuned]).transform((choice, context): Choice => {
    try {
      return speltOut(find, choice);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });
}

/** Writes the ids that can be chosen into a JSON Schema. */
export function nameChoices({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: object;
  readonly jsonSchema: { enum?: unknown[] };
}): void {
  const entries = entriesOf.get(zodSchema);
  if (entries) jsonSchema.enum = entries.map(({ id }) => id);
}
