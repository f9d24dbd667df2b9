import { readFileSync } from "node:fs";
import { InputError } from "../ports/input-error.js";

/**
 * The text of a file that a person named.
 *
 * @param fix  what to do when it cannot be read: `name a CSV file`
 * @throws InputError naming the file and what the system said
 */
export function readTextFile(path: string, fix: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const arrived = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError(
      { where: path, problem: "cannot be read", arrived, fix },
      { cause: error },
    );
  }
}
