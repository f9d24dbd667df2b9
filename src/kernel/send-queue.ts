import type { SendSocket } from "./tslab-modules.js";

/** How often a message is tried again while somebody else sends on the same socket. */
const TRIES = 100;

/**
 * Sends messages one after another: zeromq refuses a send while another is under way. In a stock kernel
 * that other one may be the kernel's own; then this one waits a turn.
 */
export function sendQueue(socket: SendSocket): SendSocket {
  let last: Promise<void> = Promise.resolve();
  const attempt = async (frames: readonly (string | Buffer)[]): Promise<void> => {
    for (let tries = 1; ; tries++) {
      try {
        return await socket.send(frames);
      } catch (error) {
        const busy = error instanceof Error && "code" in error && error.code === "EBUSY";
        if (!busy || tries === TRIES) throw error;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  };
  return {
    send: (frames) => {
      const sent = last.then(() => attempt(frames));
      // A closed socket has nobody to tell; whoever waits for this message learns of it.
      last = sent.catch(() => {});
      return sent;
    },
  };
}
