import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";
import type { Item } from "../records/item.js";

/** The items of one round as they were written down. */
export interface WrittenRound {
  readonly round: number;
  readonly items: readonly Item[];
}

/**
 * Reads the items of every round in a study folder, oldest round first.
 *
 * @throws InputError when the folder holds no round, or a line is no item
 */
export function studyItems(folder: string): WrittenRound[] {
  const rounds = join(folder, "rounds");
  const numbers = existsSync(rounds)
    ? readdirSync(rounds)
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .sort((a, b) => a - b)
    : [];
  if (numbers.length === 0)
    throw new InputError({
      where: rounds,
      problem: "holds no round",
      arrived: null,
      fix: `run the study first: value-compass run ${folder}`,
    });
  return numbers.map((round) => ({
    round,
    items: itemsIn(join(rounds, String(round), "items.jsonl")),
  }));
}

function itemsIn(path: string): Item[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw broken(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, n) => {
      try {
        return JSON.parse(line, textAsNan) as Item;
      } catch {
        throw broken(path, `line ${n + 1}`);
      }
    });
}

/** Undefined numbers were written as the text "NaN". */
function textAsNan(key: string, value: unknown): unknown {
  return value === "NaN" && key !== "text" ? Number.NaN : value;
}

function broken(path: string, arrived: string): InputError {
  return new InputError({
    where: path,
    problem: "cannot be read as items, one JSON object a line",
    arrived,
    fix: "run the study again; it writes the rounds anew from its journal",
  });
}
