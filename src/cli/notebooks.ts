import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { firstDifference } from "../notebook/first-difference.js";
import type { KernelKind } from "../notebook/kernel-process.js";
import { CellError, runNotebook } from "../notebook/run-notebook.js";
import { sourceOfNotebook, syncNotebook } from "../notebook/sync-notebook.js";
import { InputError } from "../ports/input-error.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of the notebook verbs. */
export interface NotebookFlags {
  readonly folder: string;
  readonly kernel: KernelKind;
  /** With sync: write the source from the .ipynb instead. */
  readonly back?: boolean;
  readonly json?: boolean;
}

/** What became of one notebook. */
interface NotebookVerdict {
  readonly notebook: string;
  readonly ok: boolean;
  readonly said: string;
  readonly seconds: number;
}

/** What is done with notebooks. */
export type NotebookVerb = "run" | "check" | "sync";

/**
 * `run` runs notebooks from their sources and writes what they show, `check` compares it with what is
 * committed and writes nothing, `sync` brings the cells of source and .ipynb together without running.
 */
export async function notebooks(
  verb: NotebookVerb,
  names: readonly string[],
  flags: NotebookFlags,
  context: VerbContext,
): Promise<number> {
  const verdicts: NotebookVerdict[] = [];
  for (const path of sourcesIn(flags.folder, names)) {
    context.signal.throwIfAborted();
    const began = context.now();
    const outcome = await settle(verb, path, flags).catch(toldOutcome);
    const seconds = (context.now() - began) / 1000;
    const notebook = basename(path, ".ts");
    verdicts.push({ notebook, ...outcome, seconds });
    if (!flags.json) context.out(`${notebook}: ${outcome.said} (${seconds.toFixed(1)} s)\n`);
  }
  if (flags.json) context.out(`${JSON.stringify({ notebooks: verdicts })}\n`);
  return verdicts.every(({ ok }) => ok) ? EXIT.done : EXIT.failed;
}

type Outcome = Pick<NotebookVerdict, "ok" | "said">;

async function settle(verb: NotebookVerb, path: string, flags: NotebookFlags): Promise<Outcome> {
  const target = path.replace(/\.ts$/, ".ipynb");
  const source = readFileSync(path, "utf8");
  const known = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (verb === "sync" && flags.back)
    return write(path, source, sourceOfNotebook(known, basename(target)));
  if (verb === "sync") return write(target, known, syncNotebook(source, known, basename(path)));
  const { ipynb } = await runNotebook(path, source, flags.kernel);
  if (verb === "run") return write(target, known, ipynb);
  if (known === ipynb) return { ok: true, said: "as committed" };
  const difference = firstDifference(known, ipynb);
  const mend = "run `value-compass notebooks run`, look at the difference, commit it";
  return { ok: false, said: `differs from the committed one: ${difference}; ${mend}` };
}

function write(path: string, known: string, text: string): Outcome {
  if (known === text) return { ok: true, said: "unchanged" };
  writeFileSync(path, text);
  return { ok: true, said: `written to ${basename(path)}` };
}

/** A notebook that fails is told, and the others still run; anything else ends the verb. */
function toldOutcome(error: unknown): Outcome {
  if (error instanceof CellError || error instanceof SyntaxError)
    return { ok: false, said: error.message };
  throw error;
}

function sourcesIn(folder: string, names: readonly string[]): readonly string[] {
  const wanted = "the folder of the notebooks, or some of their names";
  if (!existsSync(folder)) {
    const problem = "is not there";
    throw new InputError({ where: "--folder", problem, arrived: folder, fix: `name ${wanted}` });
  }
  const known = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -".ts".length))
    .sort();
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined || known.length === 0)
    throw new InputError({
      where: "notebooks",
      problem: `has no ${unknown ?? "*"}.ts in ${resolve(folder)}`,
      arrived: unknown ?? null,
      fix: `there are: ${known.join(", ") || "none"}`,
    });
  const chosen = names.length === 0 ? known : known.filter((name) => names.includes(name));
  return chosen.map((name) => join(folder, `${name}.ts`));
}
