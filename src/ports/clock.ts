/** Time, handed in so that tests can hold it. */
export interface Clock {
  /** Milliseconds from any beginning; never goes back. */
  now(): number;
  /** Milliseconds since 1970, for records and for dates that a server names. */
  today(): number;
  /** Resolves after so many milliseconds; rejects at once with the signal's reason when it is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** A timer holds at most this many milliseconds; longer waits are made of several. */
const LONGEST_TIMER = 2_000_000_000;

/** The clock of this machine. What is measured with it does not go back when somebody sets the time. */
export const machineClock: Clock = {
  now: () => performance.now(),
  today: () => Date.now(),
  wait: async (milliseconds, signal) => {
    for (let left = milliseconds; left > 0; left -= LONGEST_TIMER)
      await timer(Math.min(left, LONGEST_TIMER), signal);
    if (signal?.aborted) throw signal.reason;
  },
};

function timer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(running);
      reject(signal?.reason);
    };
    const running = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
