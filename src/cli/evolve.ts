import { readFileSync } from "node:fs";
import { join } from "node:path";
import { archetypeIds } from "../examinees/archetypes.js";
import { InputError } from "../ports/input-error.js";
import { checkStudy, readStudy } from "../run/read-study.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `evolve`. */
export interface EvolveFlags extends RunFlags {
  readonly add?: readonly string[];
  readonly rounds: number;
}

/**
 * Lets a study go on for more rounds. Examinees named with `--add` steer the search from the first new round; the
 * items of earlier rounds stay as they are, and the newcomers answer them too.
 */
export async function evolve(
  folder: string,
  flags: EvolveFlags,
  context: VerbContext,
): Promise<number> {
  const study = readStudy(folder);
  const since = study.budget.rounds + 1;
  const added = (flags.add ?? []).map((name) => newcomer(name, since));
  for (const entry of study.examinees)
    for (const one of added)
      if (nameOf(entry) === nameOf(one))
        throw new InputError({
          where: `${join(folder, "study.json")}: examinees`,
          problem: "already has this examinee",
          arrived: nameOf(one),
          fix: "leave it out of --add",
        });
  const instead = {
    ...study,
    examinees: [...study.examinees, ...added],
    budget: { ...study.budget, rounds: study.budget.rounds + flags.rounds },
  };
  return runFolder(folder, flags, context, {
    instead: checkStudy(instead, join(folder, "study.json")),
  });
}

interface Newcomer {
  readonly kind: string;
  readonly id?: string;
  readonly model?: string;
  readonly since: number;
}

/** A newcomer by name, or one whose entry (a model behind an endpoint) stands in a .json file. */
function newcomer(name: string, since: number): Newcomer {
  if (archetypeIds.includes(name)) return { kind: "archetype", id: name, since };
  if (!name.endsWith(".json"))
    return { kind: "published", model: name.replace(/^sim:/, ""), since };
  try {
    return { kind: "endpoint", ...JSON.parse(readFileSync(name, "utf8")), since };
  } catch (error) {
    throw new InputError(
      {
        where: `--add ${name}`,
        problem: "cannot be read as the entry of an examinee",
        arrived: error instanceof Error ? error.message : String(error),
        fix: "write it as in study.json: examinees, one JSON object",
      },
      { cause: error },
    );
  }
}

function nameOf(entry: { kind: string; id?: string; model?: string; file?: string }): string {
  return entry.id ?? entry.model ?? entry.file ?? "";
}
