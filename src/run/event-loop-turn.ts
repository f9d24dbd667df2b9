/** Lets the event loop go round once: signals such as Ctrl-C are heard and waiting writes are done only there. */
export function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
