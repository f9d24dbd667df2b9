import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Choice } from "../catalogue/choice.js";
import { InputError } from "../ports/input-error.js";
import { demoStudy } from "../run/demo-study.js";
import { checkStudy, readStudy } from "../run/read-study.js";
import type { StudyConfig } from "../run/study-schema.js";
import { EXIT } from "./exit-code.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `demo`. */
export interface DemoFlags extends RunFlags {
  readonly again?: boolean;
  readonly alpha?: number;
  readonly divergence?: Choice;
  readonly seed?: number;
}

/** Runs the demo study in studies/demo: simulated examinees, no key, no network. */
export async function demo(
  folder: string,
  flags: DemoFlags,
  context: VerbContext,
): Promise<number> {
  const path = join(folder, "study.json");
  const instead = checkStudy(
    {
      ...demoStudy,
      objective: {
        ...demoStudy.objective,
        ...(flags.alpha === undefined ? {} : { alpha: flags.alpha }),
        ...(flags.divergence === undefined ? {} : { divergence: flags.divergence }),
      },
      seed: flags.seed ?? demoStudy.seed,
    },
    path,
  );
  const forgetting = flags.again ?? false;
  if (existsSync(path)) refuseOther(path, readStudy(folder), instead, forgetting);
  if (!flags.json && !flags.quiet)
    context.err(
      "The demo measures 8 simulated examinees on 4 value systems with items that evolve for 3 rounds.\n" +
        "Everything in it is simulated: it shows the instrument at work and says nothing about real models.\n",
    );
  const known = !forgetting && existsSync(join(folder, "journal.db"));
  const code = await runFolder(folder, flags, context, { instead, forgetting });
  if (!flags.json && code === EXIT.done && known)
    context.out("Run again from its journal; `value-compass demo --again` begins anew.\n");
  return code;
}

/**
 * The demo may take the place of a demo with other flags, but of no study that someone wrote, nor
 * (unless all begins anew) of a demo that someone edited.
 */
function refuseOther(
  path: string,
  found: StudyConfig,
  demo: StudyConfig,
  forgetting: boolean,
): void {
  const { objective, seed } = demo;
  if (isDeepStrictEqual({ ...found, objective, seed }, demo)) return;
  const edited = found.name === demo.name;
  if (edited && forgetting) return;
  throw new InputError({
    where: path,
    problem: "is not the demo as it is made here, which would replace it",
    arrived: null,
    fix: `run it with \`value-compass run\`, ${edited ? "begin anew with `--again`, " : ""}or name another folder for the demo`,
  });
}
