import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../ports/input-error.js";
import { checkStudy, readStudy } from "../run/read-study.js";
import type { StudyConfig, StudyInput } from "../run/study-schema.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `run`. */
export interface RunVerbFlags extends RunFlags {
  readonly replies?: readonly string[];
  readonly system?: readonly string[];
  readonly skipBadRows?: boolean;
  readonly caution?: string;
  readonly name?: string;
}

/** Runs a study; with `--replies`, makes it first from files of recorded replies. */
export async function run(
  folder: string,
  flags: RunVerbFlags,
  context: VerbContext,
): Promise<number> {
  if (!flags.replies) return runFolder(folder, flags, context);
  const path = join(folder, "study.json");
  const instead = checkStudy(recordedStudy(folder, flags), path);
  if (existsSync(path) && !isRecorded(readStudy(folder)))
    throw new InputError({
      where: path,
      problem: "is a study of its own, which --replies would replace",
      arrived: null,
      fix: "name another folder, or add the file to that study as a recorded examinee",
    });
  return runFolder(folder, flags, context, { instead });
}

/** Whether a study is one that `--replies` makes, and may make again. */
function isRecorded({ examinees, budget }: StudyConfig): boolean {
  return budget.rounds === 0 && examinees.every(({ kind }) => kind === "recorded");
}

function recordedStudy(folder: string, flags: RunVerbFlags): StudyInput {
  for (const file of flags.replies ?? [])
    if (!existsSync(file))
      throw new InputError({
        where: "--replies",
        problem: "names a file that is not there",
        arrived: file,
        fix: "check the path",
      });
  return {
    format: 1,
    name: flags.name ?? `Recorded replies in ${folder.split("/").pop() ?? folder}`,
    caution: flags.caution ?? null,
    systems: flags.system?.map(systemNamed) ?? ["schwartz", "mft", "llm_unique", "safety"],
    examinees: (flags.replies ?? []).map((file) => ({
      kind: "recorded" as const,
      file: resolve(file),
      onBadRow: flags.skipBadRows ? ("skip" as const) : ("fail" as const),
    })),
    budget: { rounds: 0 },
  };
}

/** A name ending in .json is a file with a value system of the user's own. */
function systemNamed(name: string): string | { file: string } {
  return name.endsWith(".json") ? { file: resolve(name) } : name;
}

/** Goes on with a study that was interrupted, and refuses one whose study.json has changed. */
export async function resume(
  folder: string,
  flags: RunFlags,
  context: VerbContext,
): Promise<number> {
  if (!existsSync(join(folder, "journal.db")))
    throw new InputError({
      where: folder,
      problem: "has no journal to go on from",
      arrived: null,
      fix: "begin with `value-compass run`",
    });
  return runFolder(folder, flags, context, { mustBeUnchanged: true });
}
