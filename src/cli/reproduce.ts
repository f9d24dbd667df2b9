import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Reproduction } from "../experiments/reproduce/reproduction.js";
import { reproductions } from "../experiments/reproduce/reproductions.js";
import { InputError } from "../ports/input-error.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `reproduce`. */
export interface ReproduceFlags {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly figures: string;
}

/** Wider tables are printed as a list, a row after the other. */
const WIDEST = 180;

/** Adds `reproduce`. */
export function registerReproduce(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "reproduce",
    "work published results through again from the published numbers, and check every number",
    "value-compass reproduce findings",
  )
    .argument("[what]", `${reproductions.map(({ id }) => id).join(", ")}, or list`, "list")
    .option("--all", "everything that can be reproduced")
    .addOption(
      new Option("--figures <folder>", "where the figures are written").default(
        "studies/reproduced",
      ),
    )
    .action((what: string, flags: ReproduceFlags) => done(reproduce(what, flags, context)));
}

/** Prints a reproduction's tables, writes its figures, and fails when a number is not the pinned one. */
export function reproduce(what: string, flags: ReproduceFlags, { out }: VerbContext): number {
  if (what === "list" && !flags.all) {
    const listed = reproductions.map(({ id, about }) => ({ id, about }));
    out(flags.json ? `${JSON.stringify({ reproductions: listed })}\n` : `${listText()}\n`);
    return EXIT.done;
  }
  const wanted = flags.all ? reproductions : reproductions.filter(({ id }) => id === what);
  if (wanted.length === 0)
    throw new InputError({
      where: "reproduce",
      problem: "must be told what to reproduce",
      arrived: what,
      fix: `there are: ${reproductions.map(({ id }) => id).join(", ")}; --all does everything`,
    });
  const found = wanted.map((one) => one.reproduce());
  const written = found.map((one) => writeFigures(one, flags.figures));
  if (flags.json) {
    const told = found.map(({ figures: _, ...rest }, at) => ({ ...rest, figures: written[at] }));
    out(`${JSON.stringify({ reproductions: told })}\n`);
  } else out(found.map((one, at) => `${textOf(one, written[at])}\n`).join("\n"));
  return found.every(({ check }) => check.differ.length === 0) ? EXIT.done : EXIT.failed;
}

function writeFigures({ figures }: Reproduction, folder: string): readonly string[] {
  return figures.map(({ id, svg }) => {
    const path = join(folder, `${id}.svg`);
    writeWhole(path, svg);
    return path;
  });
}

function listText(): string {
  const rows = reproductions.map(({ id, about }) => [id, about]);
  const columns = ["result", "what is worked through"].map((title) => ({
    title,
    align: "left" as const,
  }));
  return `${textTable(columns, rows)}\n\nvalue-compass reproduce --all does everything`;
}

function textOf(reproduction: Reproduction, figures: readonly string[]): string {
  const { title, tables, notes, check } = reproduction;
  const shown = tables.map((table) => {
    const text = textTable(table.columns, table.rows);
    const head = tables.length > 1 ? `${table.title}\n` : "";
    return head + (text.split("\n").some((line) => line.length > WIDEST) ? listOf(table) : text);
  });
  const differ = check.differ.map(
    ({ number, pinned, got }) => `DIFFERS: ${number} is ${got ?? "missing"}, pinned ${pinned}`,
  );
  return [
    title,
    "",
    shown.join("\n\n"),
    "",
    ...notes.map((note) => `note: ${note}`),
    ...figures.map((path) => `figure: ${path}`),
    ...differ,
    `checked: ${check.pinned - check.differ.length} of ${check.pinned} pinned numbers came out as noted`,
    "",
  ].join("\n");
}

/** Each row with its first cells on a line and the last two below, where they may be long. */
function listOf({ columns, rows }: Reproduction["tables"][number]): string {
  const short = columns.slice(0, -2);
  const heads = textTable(
    short,
    rows.map((row) => row.slice(0, -2)),
  ).split("\n");
  return rows
    .flatMap((row, at) => [heads[at + 1], ...row.slice(-2).map((cell) => `    ${cell}`)])
    .join("\n");
}
