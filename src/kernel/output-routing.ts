import { AsyncLocalStorage } from "node:async_hooks";
import type { HostOutput } from "./kernel-host.js";
import type { WireHeader } from "./wire-message.js";

/** Whose output it is: the message that the running code answers, and who takes it instead of the page. */
export interface OutputOwner {
  readonly parent: WireHeader;
  readonly capture: ((output: HostOutput) => void) | null;
}

/** Follows which cell a piece of code belongs to, through timers and promises. */
export interface OutputRouting {
  /** The cell of the running code; code that belongs to none counts to the cell that ran last. */
  owner(): OutputOwner | null;
  run<T>(owner: OutputOwner, work: () => T): T;
}

/** Routes the output of timers and promises to the cell that began them. */
export function outputRouting(): OutputRouting {
  const storage = new AsyncLocalStorage<OutputOwner>();
  let last: OutputOwner | null = null;
  return {
    owner: () => storage.getStore() ?? last,
    run: (owner, work) => {
      if (owner.capture === null) last = owner;
      return storage.run(owner, work);
    },
  };
}

/** Hands what is printed to `write` from now on, in place of the terminal. */
export function takeStreams(write: (name: "stdout" | "stderr", text: string) => void): void {
  for (const name of ["stdout", "stderr"] as const) {
    const taken = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      write(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      const done = rest.find((one) => typeof one === "function") as (() => void) | undefined;
      if (done) process.nextTick(done);
      return true;
    };
    process[name].write = taken as typeof process.stdout.write;
  }
}
