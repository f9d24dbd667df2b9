import { type Command, Option } from "commander";
import type { KernelFlags } from "./kernel.js";
import type { NotebookFlags, NotebookVerb } from "./notebooks.js";
import type { VerbContext } from "./verb-context.js";

type Done = (code: number) => void;

/** Adds `kernel install|uninstall|doctor`. Their code loads when they are asked for. */
export function addKernelVerbs(program: Command, context: VerbContext, done: Done): void {
  const kernel = group(
    program,
    "kernel",
    "the Jupyter kernel: announce it, check it",
    "value-compass kernel doctor",
  );
  const add = (name: string, about: string, run: (flags: KernelFlags) => Promise<number>): void => {
    verb(kernel, name, about, `value-compass kernel ${name}`)
      .option("--user", "for this user (the default)")
      .option("--prefix <folder>", "in FOLDER/share/jupyter/kernels")
      .option("--sys-prefix", "in the active Python environment")
      .action(async (flags: KernelFlags) => done(await run(flags)));
  };
  const verbs = () => import("./kernel.js");
  add("install", "tell Jupyter about the kernel; needs no Python", async (flags) =>
    (await verbs()).installKernel(flags, context),
  );
  add("uninstall", "take that back", async (flags) =>
    (await verbs()).uninstallKernel(flags, context),
  );
  add("doctor", "say what is wrong and how to mend it", async (flags) =>
    (await verbs()).kernelDoctor(flags, context),
  );
}

/** Adds `notebooks run|check|sync`. */
export function addNotebookVerbs(program: Command, context: VerbContext, done: Done): void {
  const notebooks = group(
    program,
    "notebooks",
    "run the notebooks; needs no Python",
    "value-compass notebooks check 00-tour",
  );
  const add = (name: NotebookVerb, about: string): Command =>
    verb(notebooks, name, about, `value-compass notebooks ${name} 00-tour`)
      .argument("[name...]", "which notebooks; all when none is named")
      .option("--folder <folder>", "where they are", "notebooks")
      .addOption(
        new Option("--kernel <kernel>", "which kernel runs them")
          .choices(["tslab", "value-compass"])
          .default("tslab"),
      )
      .action(async (names: string[], flags: NotebookFlags) => {
        const verbs = await import("./notebooks.js");
        done(await verbs.notebooks(name, names, flags, context));
      });
  add("run", "run them and write the .ipynb beside each source");
  add("check", "run them and compare with what is committed; writes nothing");
  add(
    "sync",
    "give the .ipynb the cells of the source without running; unchanged cells keep outputs",
  ).option("--back", "write the source from the .ipynb, after it was edited in Jupyter");
}

function group(program: Command, name: string, about: string, example: string): Command {
  return program
    .command(name)
    .description(about)
    .addHelpText("after", `\nExample:\n  $ ${example}`)
    .exitOverride();
}

function verb(parent: Command, name: string, about: string, example: string): Command {
  return parent
    .command(name)
    .description(about)
    .option("--json", "print the result as one line of JSON")
    .addHelpText("after", `\nExample:\n  $ ${example}`)
    .exitOverride();
}
