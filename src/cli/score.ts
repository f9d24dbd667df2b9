import { InputError } from "../ports/input-error.js";
import { type RunFlags, runFolder } from "./run-folder.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `score`. */
export interface ScoreFlags extends RunFlags {
  readonly reliability?: boolean;
  readonly itemDates?: string;
}

/** Computes the scores of a study from its journal, and on request how reliable they are. */
export async function score(
  folder: string,
  flags: ScoreFlags,
  context: VerbContext,
): Promise<number> {
  const { reliability, itemDates: datesFile } = flags;
  if (datesFile !== undefined && !reliability)
    throw new InputError({
      where: "--item-dates",
      problem: "is for the reliability of scores alone",
      arrived: datesFile,
      fix: "add --reliability",
    });
  return runFolder(folder, flags, context, {
    asking: false,
    reliability: reliability ? { datesFile } : undefined,
  });
}
