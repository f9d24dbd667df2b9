import { createRequire } from "node:module";
import { vi } from "vitest";
import type { DisplayMessage } from "../../src/notebook/kernel-display.js";

const { cache } = createRequire(import.meta.url);
const KERNEL = "/somewhere/tslab/dist/jupyter.js";

/** What is sent to the front end while the work runs in a kernel, and whether it replaces an earlier message. */
export function sentBy(work: () => void): (DisplayMessage & { readonly update: boolean })[] {
  const sent: (DisplayMessage & { readonly update: boolean })[] = [];
  const write = (message: DisplayMessage, update: boolean) => sent.push({ ...message, update });
  cache[KERNEL] = { exports: { lastWriteDisplayData: write } } as unknown as NodeJS.Module;
  work();
  return sent;
}

/** What is printed while the work runs outside a kernel. */
export function printedBy(work: () => void): string {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  work();
  return log.mock.calls.map(([text]) => text).join("\n");
}

/** Outside a kernel again, with the console as it was. */
export function leaveKernel(): void {
  delete cache[KERNEL];
  vi.restoreAllMocks();
}
