import { eventLoopTurn } from "./event-loop-turn.js";

/**
 * Runs many pieces of work, some at a time. In this process by default; a cluster may be another.
 */
export interface Executor {
  /**
   * Does the work for every task and returns the results in the order of the tasks, whatever the
   * order in which they finish. The first failure stops everything: no further task begins, those
   * under way get an aborted signal, and the failure is thrown once they have settled. An aborted
   * `signal` does the same.
   */
  run<Task, Result>(
    tasks: readonly Task[],
    work: (task: Task, signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result[]>;
}

/** Tasks between two turns of the event loop: those that wait for nothing would hold it. */
const TASKS_A_TURN = 64;

/**
 * An executor inside this process: as many walkers as the limit says go through one list of
 * tasks.
 *
 * A queue with a promise and an abort listener for every waiting task would cost more than the
 * tasks: p-queue 9 takes about 10 microseconds a task, and hundreds with a signal (see
 * docs/design/journal.md); the walkers take 0.5.
 *
 * @param concurrency  tasks under way at once, a whole number from 1
 */
export function inProcessExecutor(concurrency: number): Executor {
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new RangeError(`concurrency must be a whole number from 1: ${concurrency}`);
  return {
    run: async <Task, Result>(
      tasks: readonly Task[],
      work: (task: Task, signal: AbortSignal) => Promise<Result>,
      signal?: AbortSignal,
    ): Promise<Result[]> => {
      const stop = new AbortController();
      const cancel = () => stop.abort(signal?.reason);
      if (signal?.aborted) cancel();
      signal?.addEventListener("abort", cancel, { once: true });

      const results = new Array<Result>(tasks.length);
      let next = 0;
      const walk = async () => {
        while (next < tasks.length && !stop.signal.aborted) {
          const index = next++;
          if (next % TASKS_A_TURN === 0) {
            await eventLoopTurn();
            if (stop.signal.aborted) return;
          }
          try {
            results[index] = await work(tasks[index], stop.signal);
          } catch (error) {
            // The first reason stays; later ones are echoes of the stopping.
            stop.abort(error);
          }
        }
      };
      try {
        await Promise.all(Array.from({ length: Math.min(concurrency, tasks.length) }, walk));
      } finally {
        signal?.removeEventListener("abort", cancel);
      }
      if (stop.signal.aborted) throw stop.signal.reason;
      return results;
    },
  };
}
