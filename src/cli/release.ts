import type { Command } from "commander";
import { writeRelease } from "../run/write-release.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Adds `release`. */
export function registerRelease(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "release",
    "write every round but the newest, with lineage, licence and checksums",
    "value-compass release my-study my-study-release",
  )
    .argument("<folder>", "a study folder that was run")
    .argument("<to>", "the folder to make")
    .option("--licence <name>", "of the items; needed where models wrote them")
    .action((folder: string, to: string, flags: { json?: boolean; licence?: string }) =>
      done(release(folder, to, flags, context)),
    );
}

/** Writes a release and says what is in it. */
export function release(
  folder: string,
  to: string,
  flags: { readonly json?: boolean; readonly licence?: string },
  context: VerbContext,
): number {
  const made = writeRelease(folder, to, flags.licence ?? null);
  context.out(
    flags.json
      ? `${JSON.stringify(made)}\n`
      : `${to}: rounds ${made.rounds.join(", ")} with ${made.items} items under ${made.licence}; ` +
          `round ${made.embargoed} stays embargoed (its checksum is in release.json)\n`,
  );
  return EXIT.done;
}
