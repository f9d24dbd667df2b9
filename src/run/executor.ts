import { setMaxListeners } from "node:events";
import type { AskLane } from "../ports/ask.js";
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
   *
   * Tasks with a lane wait for one another only within it, as many at once as it is wide: an endpoint that
   * makes us wait holds up nobody else.
   */
  run<Task, Result>(
    tasks: readonly Task[],
    work: (task: Task, signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
    laneOf?: (task: Task) => AskLane | undefined,
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
      laneOf?: (task: Task) => AskLane | undefined,
    ): Promise<Result[]> => {
      const stop = new AbortController();
      // Every call under way listens to it: many are no leak.
      setMaxListeners(0, stop.signal);
      const cancel = () => stop.abort(signal?.reason);
      if (signal?.aborted) cancel();
      signal?.addEventListener("abort", cancel, { once: true });

      const results = new Array<Result>(tasks.length);
      const walk = async (line: Line) => {
        while (line.next < line.tasks.length && !stop.signal.aborted) {
          const index = line.tasks[line.next++];
          if (line.next % TASKS_A_TURN === 0) {
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
      const walkers = linesOf(tasks, concurrency, laneOf).flatMap((line) =>
        Array.from({ length: Math.min(line.width, line.tasks.length) }, () => walk(line)),
      );
      try {
        await Promise.all(walkers);
      } finally {
        signal?.removeEventListener("abort", cancel);
      }
      if (stop.signal.aborted) throw stop.signal.reason;
      return results;
    },
  };
}

/** Tasks of one lane by their numbers, and which is next. */
interface Line {
  readonly width: number;
  readonly tasks: number[];
  next: number;
}

function linesOf<Task>(
  tasks: readonly Task[],
  concurrency: number,
  laneOf: (task: Task) => AskLane | undefined = () => undefined,
): Line[] {
  const lines = new Map<string | null, Line>();
  for (const [index, task] of tasks.entries()) {
    const lane = laneOf(task);
    const name = lane?.name ?? null;
    const line = lines.get(name) ?? { width: lane?.width ?? concurrency, tasks: [], next: 0 };
    line.tasks.push(index);
    lines.set(name, line);
  }
  return [...lines.values()];
}
