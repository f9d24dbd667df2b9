/** How a queued cell ended: it ran, or it was dropped since one before it failed. */
export type Turn<T> = { readonly ran: true; readonly result: T } | { readonly ran: false };

/** Cells that wait for their turn. */
export interface CellQueue {
  /**
   * Runs some work when everything before it is done. When it says that it failed, what is waiting
   * by then is dropped.
   */
  add<T>(work: () => Promise<{ readonly result: T; readonly failed: boolean }>): Promise<Turn<T>>;
}

/** How long requests that a front end has sent already may take to arrive from the socket. */
const ARRIVAL_MILLISECONDS = 50;

/** A queue in which one cell runs at a time. */
export function cellQueue(): CellQueue {
  let last: Promise<unknown> = Promise.resolve();
  let generation = 0;
  return {
    add: (work) => {
      const mine = generation;
      const turn = last.then(async (): Promise<Turn<never>> => {
        if (mine !== generation) return { ran: false };
        const { result, failed } = await work();
        if (failed) {
          // "Run all" has sent the cells behind this one: let them arrive, then drop them. The answer
          // to this cell goes out after that, so whoever waited for it is not dropped.
          await new Promise((resolve) => setTimeout(resolve, ARRIVAL_MILLISECONDS));
          // On a busy machine the time may be over before the sockets were looked at.
          for (let look = 0; look < 2; look++)
            await new Promise((resolve) => setImmediate(resolve));
          generation++;
        }
        return { ran: true, result: result as never };
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
}
