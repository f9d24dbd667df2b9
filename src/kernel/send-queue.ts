import type { SendSocket } from "./tslab-modules.js";

/** Sends messages one after another: zeromq refuses a send while another is under way. */
export function sendQueue(socket: SendSocket): SendSocket {
  let last: Promise<void> = Promise.resolve();
  return {
    send: (frames) => {
      const sent = last.then(() => socket.send(frames));
      // A closed socket has nobody to tell; whoever waits for this message learns of it.
      last = sent.catch(() => {});
      return sent;
    },
  };
}
