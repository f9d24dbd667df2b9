import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";
import { demoStudy } from "../run/demo-study.js";
import { checkStudy } from "../run/read-study.js";
import { type StudyInput, studyJsonSchema } from "../run/study-schema.js";
import { writeStudy } from "../run/write-study.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `init`. */
export interface InitFlags {
  readonly json?: boolean;
  readonly schema?: boolean;
  readonly name?: string;
  readonly system?: readonly string[];
  readonly replies?: string;
}

/** Makes a study folder with a study.json to edit, or prints the schema of study.json. */
export function init(folder: string, flags: InitFlags, context: VerbContext): number {
  if (flags.schema) {
    context.out(`${JSON.stringify(studyJsonSchema(), null, 2)}\n`);
    return EXIT.done;
  }
  const path = join(folder, "study.json");
  if (existsSync(path))
    throw new InputError({
      where: path,
      problem: "is already there",
      arrived: null,
      fix: "edit it, or name another folder; nothing was changed",
    });
  const wanted: StudyInput = {
    ...demoStudy,
    name: flags.name ?? "My study",
    ...(flags.system ? { systems: [...flags.system] } : {}),
    ...(flags.replies
      ? {
          examinees: [{ kind: "recorded" as const, file: flags.replies }],
          budget: { rounds: 0 },
        }
      : {}),
  };
  const study = checkStudy(wanted, path);
  writeStudy(folder, study);
  context.out(
    flags.json
      ? `${JSON.stringify({ folder, study })}\n`
      : `made ${path}; edit it, then: value-compass plan ${folder} and value-compass run ${folder}\n`,
  );
  return EXIT.done;
}
