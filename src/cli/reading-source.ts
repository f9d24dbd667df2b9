import type { Board } from "../aggregation/board.js";
import { studyBoard } from "../aggregation/study-board.js";
import { publishedBoard } from "../facts/published-board.js";
import type { PublishedVersion } from "../facts/published-score.js";
import { valueSystem } from "../facts/value-systems.js";
import { InputError } from "../ports/input-error.js";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import { assembleStudy } from "../run/assemble-study.js";
import { readReadings, readResults } from "../run/read-results.js";
import { readStudy } from "../run/read-study.js";
import type { ValueSystem } from "../values/value-system.js";

/** The word that stands for the public platform's scores where a study folder may be named. */
export const PUBLISHED = "published";

/** What is read: a study's scores or the published ones. */
export interface ReadingSource {
  readonly board: Board;
  readonly systems: readonly ValueSystem[];
  /** `null` where no items are known. */
  readonly items: readonly ItemReadingsRow[] | null;
  /** Where the scores come from, and the licence to be repeated. */
  readonly source: string;
  /** What must be said before any order; `null` where nothing. */
  readonly caution: string | null;
}

/** Which part of it. */
export interface ReadingSourceFlags {
  readonly system?: readonly string[];
  readonly release?: PublishedVersion;
}

const PLATFORM =
  "published scores, Value Compass Benchmarks (Yao et al., ACL 2025), CC BY-NC-SA; no items, so no intervals";

/** Reads what a verb is about: `published`, or the results of a study that was run. */
export async function readingSource(
  name: string,
  flags: ReadingSourceFlags,
): Promise<ReadingSource> {
  const asked = flags.system;
  if (name === PUBLISHED) {
    const { release: version } = flags;
    const board = asInput("--system", "name one of schwartz, mft, llm_unique, safety", () =>
      publishedBoard({ ...(asked ? { systems: asked } : {}), ...(version ? { version } : {}) }),
    );
    const ids = [...new Set(board.dimensions.map(({ system }) => system))];
    const systems = ids.map((id) => valueSystem(id));
    return { board, systems, items: null, source: PLATFORM, caution: null };
  }
  const { systems: all } = await assembleStudy(readStudy(name), name);
  const results = readResults(name);
  const systems = asked ? all.filter(({ id }) => asked.includes(id)) : all;
  if (systems.length === 0)
    throw new InputError({
      where: "--system",
      problem: "is none of the study's",
      arrived: String(asked),
      fix: `name one of ${all.map(({ id }) => id).join(", ")}`,
    });
  const simulated = results.examinees.some(({ origin }) => origin === "simulated");
  return {
    board: studyBoard(results, systems),
    systems,
    items: readReadings(name),
    source: `${results.study.name}${simulated ? "; simulated examinees, no evidence about real models" : ""}`,
    caution: results.study.caution,
  };
}

/**
 * Turns what a formula refuses into one line about the flag it came from.
 *
 * @throws InputError
 */
export function asInput<Result>(where: string, fix: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError({ where, problem: error.message, arrived: null, fix }, { cause: error });
  }
}

/** `power=2,care=1` as numbers by name. */
export function namedNumbers(where: string, text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const part of text.split(",")) {
    const [, name, number] = /^\s*([\w.-]+)\s*=\s*(-?\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    if (name === undefined)
      throw new InputError({
        where,
        problem: "must be names with numbers",
        arrived: part.trim().slice(0, 40) || "nothing",
        fix: "write power=2,benevolence=3",
      });
    if (found.has(name))
      throw new InputError({
        where,
        problem: "must give each name once",
        arrived: name,
        fix: "remove one",
      });
    found.set(name, Number(number));
  }
  return found;
}
