import { open } from "node:fs/promises";

/** How often what was written is put onto the disk, in milliseconds. */
const EVERY = 1000;

/**
 * Puts what a journal has written onto the disk once a second, beside the work: so that a loss of power costs at most the replies of the
 * last second. (Waiting for the disk at every commit would cost 5 ms each on a plain disk; the death of the process
 * loses nothing either way.)
 *
 * @returns ends it
 */
export function syncBehind(path: string): () => void {
  let busy = false;
  const sync = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const file = await open(`${path}-wal`, "r");
      try {
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch {
      // Nothing has been written yet, or the disk knows no such call: what the driver does stands.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void sync(), EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
