import { type Command, Option } from "commander";
import { InputError } from "../ports/input-error.js";
import {
  type ImportedRecognizer,
  importPlatform,
  type PlatformImport,
} from "../run/platform/import-platform.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `import`. */
export interface ImportFlags {
  readonly json?: boolean;
  readonly recognizer: ImportedRecognizer;
}

/** Adds `import`. */
export function registerImport(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "import",
    "make a study from the files that the platform's public site serves",
    "value-compass import platform site-data studies/platform",
  )
    .argument("<what>", "platform")
    .argument("<from>", "a folder of the site's JSON files")
    .argument("[folder]", "the study to make", "studies/platform")
    .addOption(
      new Option("--recognizer <whose>", "whose verdicts the study shows")
        .choices(["published", "embedded"])
        .default("published"),
    )
    .action((what: string, from: string, folder: string, flags: ImportFlags) =>
      done(importFrom(what, from, folder, flags, context)),
    );
}

/** Makes a study from files of somebody else's, whole or not at all. */
export function importFrom(
  what: string,
  from: string,
  folder: string,
  flags: ImportFlags,
  { out, err }: VerbContext,
): number {
  if (what !== "platform")
    throw new InputError({
      where: "import",
      problem: "must be told what to import",
      arrived: what,
      fix: "there is: platform; recorded replies are measured by `value-compass run --replies`",
    });
  const made = importPlatform(from, folder, { recognizer: flags.recognizer });
  if (flags.json) {
    out(`${JSON.stringify(made)}\n`);
    return EXIT.done;
  }
  for (const warning of made.warnings) err(`note: ${warning}\n`);
  out(textOf(made, flags.recognizer));
  return EXIT.done;
}

function textOf(made: PlatformImport, recognizer: ImportedRecognizer): string {
  const { folder, models, systems, scores, squares, cases, verdicts } = made;
  const whose =
    recognizer === "published"
      ? [
          `read the cases with the published verdicts: value-compass run ${folder}`,
          `judge them by ours: set roles.recognizer to "embedded" in ${folder}/study.json, then: value-compass judge ${folder}`,
          "its table of agreement holds our verdicts against the published labels",
        ]
      : [
          `judge the cases by ours and hold the verdicts against the published labels: value-compass run ${folder}`,
        ];
  return [
    `made ${folder}: ${cases} cases (${verdicts} published verdicts) on ${systems.join(", ")}; ${models} models, ${scores} scores, ${squares} squares of the heatmap`,
    ...whose,
    "the words are the platform's (LICENCE.txt); cases were picked, so nothing is ranked",
    "",
  ].join("\n");
}
