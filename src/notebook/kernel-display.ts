import type { Json } from "../figures/figure.js";
import { loadedTslab } from "../kernel/loaded-tslab.js";
import type { MimeBundle } from "./mime-bundle.js";

/** One display message of the Jupyter protocol. */
export interface DisplayMessage {
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, Json>>;
  readonly transient: { readonly display_id?: string };
}

/** Sends one display message; with `update`, in place of the one that has the same id. */
export type KernelDisplay = (message: DisplayMessage, update: boolean) => void;

/** The way to the front end when this runs inside a tslab kernel, else `null`. */
export function kernelDisplay(): KernelDisplay | null {
  return (loadedTslab()?.jupyter.lastWriteDisplayData as KernelDisplay | undefined) ?? null;
}
