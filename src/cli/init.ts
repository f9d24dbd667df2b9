import { existsSync } from "node:fs";
import { join } from "node:path";
import type { GrammarWording } from "../generator/grammar-writer.js";
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
  readonly model?: readonly string[];
  readonly endpoint?: string;
  readonly key?: string;
  readonly wording?: GrammarWording;
}

/** What is measured: recorded replies, models behind an endpoint, or else the demo's panel. */
function measured({ replies, model, endpoint, key }: InitFlags): Partial<StudyInput> {
  if (replies) return { examinees: [{ kind: "recorded", file: replies }], budget: { rounds: 0 } };
  if (!model) {
    if (endpoint === undefined && key === undefined) return {};
    throw new InputError({
      where: endpoint === undefined ? "--key" : "--endpoint",
      problem: "needs to know which models to ask there",
      arrived: null,
      fix: "name them with --model",
    });
  }
  const examinees = model.map((one) => ({
    kind: "endpoint" as const,
    id: one.replace(/[^A-Za-z0-9._-]+/g, "-"),
    model: one,
    ...(endpoint === undefined ? {} : { baseUrl: endpoint }),
    ...(key === undefined ? {} : { key }),
  }));
  return { examinees, budget: { rounds: 0, samples: 3 } };
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
    ...measured(flags),
    ...(flags.wording ? { roles: { ...demoStudy.roles, wording: flags.wording } } : {}),
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
