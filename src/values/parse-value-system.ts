import type {
  Dimension,
  DimensionGroup,
  DimensionId,
  DimensionPart,
  Reading,
  ValueSystem,
} from "./value-system.js";

const SYSTEM_KEYS = ["id", "name", "source", "reading", "dimensions", "groups", "circularOrder"];
const DIMENSION_KEYS = ["id", "name", "definition", "poles", "parts"];
const PART_KEYS = ["id", "name", "parts"];
const GROUP_KEYS = ["id", "name", "definition", "dimensions"];
const READINGS: readonly Reading[] = ["adherence", "nonViolation"];

/** Ids become file names, column names and flags: lower case, digits, underscores, 40 at most. */
const ID = /^[a-z][a-z0-9_]{0,39}$/;
/** Part ids are only names inside a dimension; taxonomies write codes such as O17. */
const PART_ID = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a value system that came from outside, such as a user's own file, and returns it typed.
 * Groups and circular order may be left out: no groups, no circle.
 *
 * @param data   parsed JSON
 * @param where  the file's name, which begins every error
 * @throws TypeError at the first fault: where in the file, what arrived, what is expected
 * @example
 * const own = { id: "mine", name: "Mine", source: "own", reading: "adherence", dimensions: [
 *   { id: "calm", name: "Calm", definition: "Keeping a level head." } ] };
 * parseValueSystem(own, "mine.json").circularOrder; // => null
 * parseValueSystem({ ...own, reading: "high" }, "mine.json"); // throws /mine.json: reading must be one of/
 */
export function parseValueSystem(data: unknown, where: string): ValueSystem {
  const at = (path: string): string => (path === "" ? where : `${where}: ${path}`);
  const fields = fieldsOf(data, at(""), SYSTEM_KEYS);
  const reading = READINGS.find((known) => known === fields.reading);
  if (reading === undefined)
    throw new TypeError(
      `${at("reading")} must be one of ${READINGS.join(", ")}; got ${shown(fields.reading)}`,
    );
  const dimensions = listOf(fields.dimensions, at("dimensions")).map((entry, index) =>
    dimensionOf(entry, at(`dimensions[${index}]`)),
  );
  if (dimensions.length === 0)
    throw new TypeError(`${at("dimensions")} is empty; a system needs at least one dimension`);
  refuseRepeats(dimensions, at("dimensions"));
  const known = dimensions.map(({ id }) => id);
  const groups = listOf(fields.groups ?? [], at("groups")).map((entry, index) =>
    groupOf(entry, at(`groups[${index}]`), known),
  );
  refuseRepeats(groups, at("groups"));
  return {
    id: idOf(fields.id, at("id")),
    name: textOf(fields.name, at("name")),
    source: textOf(fields.source, at("source")),
    reading,
    dimensions,
    groups,
    circularOrder: circleOf(fields.circularOrder ?? null, at("circularOrder"), known),
  };
}

function dimensionOf(data: unknown, where: string): Dimension {
  const fields = fieldsOf(data, where, DIMENSION_KEYS);
  const dimension = {
    id: idOf(fields.id, `${where}.id`),
    name: textOf(fields.name, `${where}.name`),
    definition: textOf(fields.definition, `${where}.definition`),
  };
  const poles =
    fields.poles === undefined ? {} : { poles: polesOf(fields.poles, `${where}.poles`) };
  const parts =
    fields.parts === undefined ? {} : { parts: partsOf(fields.parts, `${where}.parts`) };
  return { ...dimension, ...poles, ...parts };
}

function polesOf(data: unknown, where: string): Dimension["poles"] {
  const fields = fieldsOf(data, where, ["adhere", "oppose"]);
  return {
    adhere: textOf(fields.adhere, `${where}.adhere`),
    oppose: textOf(fields.oppose, `${where}.oppose`),
  };
}

function partsOf(data: unknown, where: string): readonly DimensionPart[] {
  const parts = listOf(data, where).map((entry, index) => {
    const path = `${where}[${index}]`;
    const fields = fieldsOf(entry, path, PART_KEYS);
    const finer =
      fields.parts === undefined ? {} : { parts: partsOf(fields.parts, `${path}.parts`) };
    const id = idOf(fields.id, `${path}.id`, PART_ID);
    return { id, name: textOf(fields.name, `${path}.name`), ...finer };
  });
  refuseRepeats(parts, where);
  return parts;
}

function groupOf(data: unknown, where: string, known: readonly DimensionId[]): DimensionGroup {
  const fields = fieldsOf(data, where, GROUP_KEYS);
  const group = { id: idOf(fields.id, `${where}.id`), name: textOf(fields.name, `${where}.name`) };
  const dimensions = membersOf(fields.dimensions, `${where}.dimensions`, known);
  if (dimensions.length === 0)
    throw new TypeError(`${where}.dimensions is empty; a group needs at least one dimension`);
  if (fields.definition === undefined) return { ...group, dimensions };
  return { ...group, definition: textOf(fields.definition, `${where}.definition`), dimensions };
}

function circleOf(
  data: unknown,
  where: string,
  known: readonly DimensionId[],
): readonly DimensionId[] | null {
  if (data === null) return null;
  const order = membersOf(data, where, known);
  const missing = known.filter((id) => !order.includes(id));
  if (missing.length > 0)
    throw new TypeError(
      `${where} leaves out ${missing.join(", ")}; it must name every dimension once, or be null`,
    );
  return order;
}

/** A list of dimension ids, each known and none twice. */
function membersOf(
  data: unknown,
  where: string,
  known: readonly DimensionId[],
): readonly DimensionId[] {
  const seen = new Set<DimensionId>();
  for (const [index, entry] of listOf(data, where).entries()) {
    if (typeof entry !== "string" || !known.includes(entry))
      throw new TypeError(
        `${where}[${index}] names ${shown(entry)}, which is not a dimension of this system; ` +
          `dimensions are: ${known.join(", ")}`,
      );
    if (seen.has(entry))
      throw new TypeError(`${where}[${index}] names "${entry}" again; name it once`);
    seen.add(entry);
  }
  return [...seen];
}

function fieldsOf(data: unknown, where: string, known: readonly string[]): Fields {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new TypeError(`${where} must be an object with ${known.join(", ")}; got ${shown(data)}`);
  const unknown = Object.getOwnPropertyNames(data).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(
      `${where} has an unknown key ${shown(unknown)}; keys are: ${known.join(", ")}`,
    );
  return { ...data };
}

function listOf(data: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(data)) throw new TypeError(`${where} must be a list; got ${shown(data)}`);
  return data;
}

function textOf(data: unknown, where: string): string {
  if (data === undefined) throw new TypeError(`${where} is missing; write a text there`);
  if (typeof data !== "string") throw new TypeError(`${where} must be text; got ${shown(data)}`);
  if (data.trim() === "") throw new TypeError(`${where} is empty; write a text there`);
  return data;
}

function idOf(data: unknown, where: string, pattern: RegExp = ID): string {
  const id = textOf(data, where);
  // Ids are keys of records, where "constructor" would be found although nobody put it there.
  if (id in {}) throw new TypeError(`${where} is a reserved word: ${shown(id)}; choose another id`);
  if (pattern.test(id)) return id;
  const start = pattern === ID ? "a lower-case letter, then lower-case" : "a letter, then";
  throw new TypeError(
    `${where} must be ${start} letters, digits or _ (40 at most); got ${shown(id)}`,
  );
}

function refuseRepeats(entries: readonly { readonly id: string }[], where: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of entries.entries()) {
    if (seen.has(id)) throw new TypeError(`${where}[${index}].id repeats "${id}"; ids are unique`);
    seen.add(id);
  }
}

/** What arrived, short enough for one line of an error. */
function shown(data: unknown): string {
  const text = JSON.stringify(data) ?? "nothing";
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
