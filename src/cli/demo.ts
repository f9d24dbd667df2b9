import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { demoStudy } from "../run/demo-study.js";
import { EXIT } from "./exit-code.js";
import { writeStudy } from "./init.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `demo`. */
export interface DemoFlags extends RunFlags {
  readonly again?: boolean;
  readonly alpha?: number;
  readonly divergence?: string;
  readonly seed?: number;
}

/** Runs the demo study in studies/demo: simulated examinees, no key, no network. */
export async function demo(
  folder: string,
  flags: DemoFlags,
  context: VerbContext,
): Promise<number> {
  if (flags.again) rmSync(join(folder, "journal.db"), { force: true });
  if (!flags.json)
    context.err(
      "The demo measures 8 simulated examinees on 4 value systems with items that evolve for 3 rounds.\n" +
        "Everything in it is simulated: it shows the instrument at work and says nothing about real models.\n",
    );
  writeStudy(folder, {
    ...demoStudy,
    objective: {
      ...demoStudy.objective,
      ...(flags.alpha === undefined ? {} : { alpha: flags.alpha }),
      ...(flags.divergence === undefined ? {} : { divergence: flags.divergence }),
    },
    seed: flags.seed ?? demoStudy.seed,
  });
  const known = existsSync(join(folder, "journal.db"));
  const code = await runFolder(folder, flags, context);
  if (!flags.json && code === EXIT.done && known)
    context.out("Run again from its journal; `value-compass demo --again` begins anew.\n");
  return code;
}
