import { readFileSync } from "node:fs";
import { valueSystem } from "../facts/value-systems.js";
import { InputError } from "../ports/input-error.js";
import { parseValueSystem } from "../values/parse-value-system.js";
import type { ValueSystem } from "../values/value-system.js";

/**
 * The value system of a name: a built-in one, or one in a .json file.
 *
 * @throws InputError where there is none of that name, or the file holds none
 */
export function namedSystem(name: string): ValueSystem {
  try {
    if (!name.endsWith(".json")) return valueSystem(name);
    return parseValueSystem(JSON.parse(readFileSync(name, "utf8")), name);
  } catch (error) {
    throw new InputError(
      {
        where: "--system",
        problem: "names no value system that can be used",
        arrived: name,
        fix: error instanceof Error ? error.message : "check the path",
      },
      { cause: error },
    );
  }
}
