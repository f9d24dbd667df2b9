import { createRequire } from "node:module";
import type { Json } from "../figures/figure.js";
import type { MimeBundle } from "./mime-bundle.js";

/** One display message of the Jupyter protocol. */
export interface DisplayMessage {
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, Json>>;
  readonly transient: { readonly display_id?: string };
}

/** Sends one display message; with `update`, in place of the one that has the same id. */
export type KernelDisplay = (message: DisplayMessage, update: boolean) => void;

const KERNEL_MODULE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;

/**
 * The way to the front end when this runs inside a tslab kernel, else `null`. The kernel's own
 * module is looked up among those that are loaded, never loaded from here: a second copy would know
 * no front end.
 */
export function kernelDisplay(): KernelDisplay | null {
  const { cache } = createRequire(import.meta.url);
  for (const [path, module] of Object.entries(cache)) {
    if (!KERNEL_MODULE.test(path)) continue;
    const write: unknown = module?.exports?.lastWriteDisplayData;
    if (typeof write === "function") return write as KernelDisplay;
  }
  return null;
}
