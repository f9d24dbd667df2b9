import type { Comms } from "./comms-registry.js";
import type { RichResult } from "./rich-result.js";

/** One display message. */
export interface HostDisplay {
  readonly data: RichResult;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient: { readonly display_id?: string };
}

/** One output, as a notebook file keeps it. */
export type HostOutput = Readonly<Record<string, unknown>> & { readonly output_type: string };

/** What a kernel gives to the code that runs in it. */
export interface KernelHost {
  readonly comms: Comms;
  /** Shows something under the cell that this code belongs to. */
  display(message: HostDisplay, update: boolean): void;
  /** Empties the outputs of that cell; with `wait`, when the next one comes. */
  clearOutput(wait: boolean): void;
  /** Runs some work and hands its outputs over instead of showing them. */
  capture<T>(work: () => Promise<T>, onOutput: (output: HostOutput) => void): Promise<T>;
  /** An error as an output. */
  faultOf(thrown: unknown): HostOutput;
}

const PLACE = Symbol.for("valuecompass.kernel");

/** The kernel that this runs in, or `null`. Another copy of this package finds the same one. */
export function kernelHost(): KernelHost | null {
  return (Reflect.get(globalThis, PLACE) as KernelHost | undefined) ?? null;
}

/** Announces the kernel to the code that runs in it. */
export function announceKernel(host: KernelHost | null): void {
  Reflect.set(globalThis, PLACE, host ?? undefined);
}
