import { join } from "node:path";
import type { z } from "zod";
import { InputError } from "../ports/input-error.js";
import { EXAMINEE_ID } from "./examinee-id.js";
import { readTextFile } from "./read-text-file.js";
import { STUDY_FORMAT, type StudyConfig, studySchema } from "./study-schema.js";

/**
 * Reads and checks study.json in a study folder.
 *
 * @throws InputError when it is missing, is not JSON, was made by a newer version, or breaks the schema
 */
export function readStudy(folder: string): StudyConfig {
  const path = join(folder, "study.json");
  const text = readTextFile(
    path,
    "name a study folder, or make one with `value-compass init FOLDER`",
  );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      {
        where: path,
        problem: "is not valid JSON",
        arrived: (error as Error).message,
        fix: "mend the file, or start from `value-compass init`",
      },
      { cause: error },
    );
  }
  return checkStudy(data, path);
}

/**
 * Checks a study that is already parsed.
 *
 * @param where  the file's name, which begins every error
 * @throws InputError at the first fault
 * @example
 * checkStudy({ format: 1, name: "a", systems: ["mft"], examinees: [{ kind: "archetype", id: "guardian" }] }, "study.json").objective.alpha; // => 0.5
 * checkStudy({ format: 9 }, "study.json"); // throws /newer version/
 */
export function checkStudy(data: unknown, where: string): StudyConfig {
  const format = typeof data === "object" && data !== null && "format" in data ? data.format : null;
  if (typeof format === "number" && format > STUDY_FORMAT)
    throw new InputError({
      where: `${where}: format`,
      problem: `is of a newer version than this one, which reads up to ${STUDY_FORMAT}`,
      arrived: String(format),
      fix: "update value-compass; nothing was changed",
    });
  const parsed = studySchema.safeParse(data);
  if (!parsed.success)
    throw new InputError(problemOf(closest(parsed.error.issues[0]), data, where));
  return parsed.data;
}

/** Of the forms that an entry may have, the one that it comes nearest to says what is wrong with it. */
function closest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.flatMap(([first]) => {
    if (!first) return [];
    const own = closest(first);
    return [{ ...own, path: [...issue.path, ...own.path] }];
  });
  const deepest = branches.reduce<z.core.$ZodIssue>(
    (best, one) => (one.path.length > best.path.length ? one : best),
    issue,
  );
  return deepest;
}

function problemOf(issue: z.core.$ZodIssue, data: unknown, where: string) {
  const path = issue.path.map(String).join(".");
  const arrived = issue.path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : null;
  return {
    where: [where, path].filter(Boolean).join(": ") + whoIs(issue.path, data),
    problem: unknownKey
      ? `does not know the key "${unknownKey}"`
      : `is not right (${issue.message.replace("received undefined", "nothing is there")})`,
    arrived:
      unknownKey || arrived === undefined || mayBeSecret(issue.path)
        ? null
        : JSON.stringify(arrived).slice(0, 120),
    fix: unknownKey
      ? "remove it or mend its spelling; `value-compass init --schema` prints every option"
      : "mend it; `value-compass init --schema` prints every option with its range",
  };
}

/** The name of the examinee that a path leads to: its place alone is tedious to count out. */
function whoIs([part, number]: readonly PropertyKey[], data: unknown): string {
  if (part !== "examinees" || typeof number !== "number") return "";
  const { examinees } = data as { examinees: readonly ({ id?: unknown } | null)[] };
  const id = examinees[number]?.id;
  return typeof id === "string" && EXAMINEE_ID.test(id) ? ` (examinee ${id})` : "";
}

/** Where somebody may have written a key instead of its name: what stands there is never repeated. */
function mayBeSecret(path: readonly PropertyKey[]): boolean {
  return path.some((part) => part === "key" || part === "headers" || part === "baseUrl");
}
