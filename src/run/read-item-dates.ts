import { InputError } from "../ports/input-error.js";
import { readTextFile } from "./read-text-file.js";

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * Reads on which day items were written: a CSV with a head line and two columns, `item` (the id) and `written` (`2025-03-04`, or
 * its month or year).
 *
 * @throws InputError naming the line that cannot be read
 */
export function readItemDates(path: string): ReadonlyMap<string, string> {
  const text = readTextFile(path, "name a CSV file with the columns item and written");
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const bad = (at: number, problem: string) =>
    new InputError({
      where: `${path}, line ${at + 1}`,
      problem,
      arrived: lines[at].slice(0, 80),
      fix: "write the head line `item,written` and lines such as `3f2a,2025-03-04`",
    });
  if (lines[0].trim() !== "item,written") throw bad(0, "is no head line of item dates");
  const dates = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line.trim() === "") continue;
    const [item, written, ...more] = line.split(",").map((cell) => cell.trim());
    if (item === "" || written === undefined || more.length > 0) throw bad(at, "has not two cells");
    if (!DATE.test(written)) throw bad(at, "holds no date");
    dates.set(item, written);
  }
  return dates;
}
