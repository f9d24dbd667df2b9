import { InputError } from "../../ports/input-error.js";
import { csvTable } from "../../records/csv-reader.js";

/** What one person answered about one platform. */
export interface UserAnswers {
  readonly participant: string;
  readonly group: string;
  readonly platform: string;
  /** s1 to s10, from 1 to 5; `null` where one is missing or the study has none. */
  readonly usability: readonly number[] | null;
  /** By question, from 1 to 7; left out where not answered. */
  readonly questions: Readonly<Record<string, number>>;
}

/** A file of answers. */
export interface AnswersFile {
  readonly rows: readonly UserAnswers[];
  /** The question columns, in the order of the file. */
  readonly questions: readonly string[];
  /** People with some but not all of the ten usability answers: they have no SUS score. */
  readonly unfinished: number;
}

const USABILITY = Array.from({ length: 10 }, (_, at) => `s${at + 1}`);
const COLUMNS = "participant, group, platform, s1 to s10, q1, q2, ...";

/**
 * Reads answers of a user study from CSV: a row a person and platform, columns `participant`, `group` and where there are several
 * `platform`, `s1` to `s10` from 1 to 5 and any number of `q1`, `q2`, ... from 1 to 7. An empty cell was not answered.
 *
 * @param path  named in errors
 * @throws InputError naming line and column of an answer that cannot be, a row twice, or a column that is not known
 */
export function readAnswers(text: string, path: string): AnswersFile {
  const [head, ...lines] = csvTable(text).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const names = (head?.cells ?? []).map((cell) => cell.trim());
  checkHead(names, path);
  const rows = lines.map(({ cells, line, problem }) => {
    if (problem !== null || cells.length !== names.length)
      throw badRow(
        `${path}: line ${line}`,
        problem ?? `has ${cells.length} cells, not ${names.length}`,
      );
    const cell = new Map(names.map((name, k) => [name, cells[k].trim()]));
    return rowOf(cell, `${path}: line ${line}`);
  });
  if (rows.length === 0) throw badRow(path, "has no answers");
  refuseTwice(rows, path);
  const has = names.includes("s1");
  return {
    rows: rows.map(({ partial: _, ...row }) => row),
    questions: names.filter((name) => /^q\d+$/.test(name)),
    unfinished: has ? rows.filter(({ partial }) => partial).length : 0,
  };
}

function checkHead(names: readonly string[], path: string): void {
  const known = (name: string) =>
    ["participant", "group", "platform", ...USABILITY].includes(name) || /^q\d+$/.test(name);
  const strange = names.find((name) => !known(name));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  const lacking = [
    ...["participant", "group"],
    ...(names.some((name) => USABILITY.includes(name)) ? USABILITY : []),
  ].find((name) => !names.includes(name));
  const fault =
    strange !== undefined
      ? { problem: "has a column that is not known", arrived: strange }
      : twice !== undefined
        ? { problem: "has a column twice", arrived: twice }
        : lacking !== undefined
          ? { problem: `has no column ${lacking}`, arrived: names.join(", ") || "an empty file" }
          : null;
  if (fault === null) return;
  throw new InputError({ where: `${path}: line 1`, ...fault, fix: `the columns are: ${COLUMNS}` });
}

function rowOf(
  cell: ReadonlyMap<string, string>,
  where: string,
): UserAnswers & { readonly partial: boolean } {
  const text = (name: string) => {
    const found = cell.get(name) ?? "";
    if (found !== "") return found;
    throw badRow(`${where}, ${name}`, "is empty");
  };
  const answer = (name: string, most: number): number | null => {
    const given = cell.get(name) ?? "";
    if (given === "") return null;
    const value = Number(given);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InputError({
      where: `${where}, ${name}`,
      problem: `must be a whole number from 1 to ${most}, or empty`,
      arrived: given,
      fix: "mend the cell",
    });
  };
  const usability = USABILITY.map((name) => answer(name, 5));
  const given = usability.filter((one): one is number => one !== null);
  const questions = [...cell.keys()].filter((name) => /^q\d+$/.test(name));
  return {
    participant: text("participant"),
    group: text("group"),
    platform: cell.get("platform") || "the platform",
    usability: given.length === 10 ? given : null,
    partial: given.length > 0 && given.length < 10,
    questions: Object.fromEntries(
      questions.flatMap((name) => {
        const value = answer(name, 7);
        return value === null ? [] : [[name, value] as const];
      }),
    ),
  };
}

function refuseTwice(rows: readonly UserAnswers[], path: string): void {
  const keys = rows.map(({ participant, platform }) => JSON.stringify([participant, platform]));
  const at = keys.findIndex((key, place) => keys.indexOf(key) !== place);
  if (at < 0) return;
  const { participant, platform } = rows[at];
  throw badRow(path, `has two rows of ${participant} on ${platform}`);
}

function badRow(where: string, problem: string): InputError {
  return new InputError({ where, problem, arrived: null, fix: "mend the file" });
}
