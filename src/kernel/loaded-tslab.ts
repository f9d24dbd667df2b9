import { createRequire } from "node:module";
import type { StockJupyter } from "./tslab-modules.js";

const KERNEL_MODULE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;

/**
 * The tslab that this runs in, else `null`. Its module is looked up among those that are loaded, never
 * loaded from here: a second copy would know no front end.
 */
export function loadedTslab(): { readonly path: string; readonly jupyter: StockJupyter } | null {
  const { cache } = createRequire(import.meta.url);
  for (const [path, module] of Object.entries(cache)) {
    if (!KERNEL_MODULE.test(path)) continue;
    const jupyter = module?.exports as StockJupyter | undefined;
    if (typeof jupyter?.lastWriteDisplayData === "function") return { path, jupyter };
  }
  return null;
}
