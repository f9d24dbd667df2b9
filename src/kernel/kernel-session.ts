import { type CellCompiler, cellCompiler } from "./cell-compiler.js";
import { type CellFault, compileFault, thrownFault } from "./cell-error.js";
import type { CompilerHooks } from "./compiler-hooks.js";
import { rewriteMagics } from "./magics.js";
import { type RichResult, richResult } from "./rich-result.js";
import type { CellExecutor, TslabModules } from "./tslab-modules.js";

/** What running one cell came to. */
export type CellOutcome =
  | { readonly ok: true; readonly result: RichResult | null }
  | { readonly ok: false; readonly fault: CellFault };

/** The state of a running kernel: its names, its compiler, and how a cell is run. */
export interface KernelSession {
  /** Makes the names of the prelude known; the first cell does it otherwise. */
  warm(): Promise<void>;
  /** Runs a cell; its name is what stacks call it. */
  run(source: string, name: string): Promise<CellOutcome>;
  readonly cells: CellCompiler;
  readonly executor: CellExecutor;
}

/**
 * Available in every cell without importing it. A notebook that is shared imports it all the same, since
 * the stock kernel has no prelude.
 */
export const PRELUDE = `import * as vc from "value-compass";`;

/** Starts tslab's compiler and executor in a folder. */
export function kernelSession(
  tslab: TslabModules,
  hooks: CompilerHooks,
  folder: string,
): KernelSession {
  const cells = cellCompiler(tslab.createConverter(), hooks);
  let results: unknown[] = [];
  let errors: unknown[][] = [];
  const executor = tslab.createExecutor(
    folder,
    {
      node: cells.converter,
      // Code for the browser is compiled by the same compiler; tslab runs none of it.
      browser: cells.converter,
      close: () => cells.converter.close(),
    },
    { log: (value) => results.push(value), error: (...told) => errors.push(told) },
  );

  const execute = async (source: string, written: string, name: string): Promise<CellOutcome> => {
    results = [];
    errors = [];
    cells.begin(name, written);
    const ok = await executor.execute(source);
    const diagnostics = cells.diagnostics();
    if (diagnostics.length > 0)
      return { ok: false, fault: compileFault(diagnostics, written, name) };
    if (!ok) return { ok: false, fault: thrownFault(errors[0]?.[0], cells) };
    const [value] = results;
    return { ok: true, result: results.length === 0 ? null : await richResult(value) };
  };

  let warmed: Promise<unknown> | null = null;
  const warm = async (): Promise<void> => {
    warmed ??= execute(PRELUDE, PRELUDE, "In[0]");
    await warmed;
  };
  return {
    cells,
    executor,
    warm,
    run: async (source, name) => {
      await warm();
      try {
        return await execute(rewriteMagics(source), source, name);
      } catch (thrown) {
        return { ok: false, fault: thrownFault(thrown, cells) };
      }
    },
  };
}
