import type { Clock } from "../../src/ports/clock.js";

/** A clock that stands until everybody waits for it, and then goes to the next appointment at once. */
export interface VirtualClock extends Clock {
  /** Lets time go by until the work is done. */
  until<T>(work: Promise<T>): Promise<T>;
}

interface Appointment {
  readonly at: number;
  readonly number: number;
  meet(): void;
}

export function virtualClock(): VirtualClock {
  let now = 0;
  let number = 0;
  const appointments: Appointment[] = [];
  const clock: VirtualClock = {
    now: () => now,
    today: () => 1_700_000_000_000 + now,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const own = { at: now + milliseconds, number: number++, meet: resolve };
        insert(appointments, own);
        signal?.addEventListener(
          "abort",
          () => {
            const place = appointments.indexOf(own);
            if (place >= 0) appointments.splice(place, 1);
            reject(signal.reason);
          },
          { once: true },
        );
      }),
    until: async (work) => {
      let done = false;
      const watched = work.finally(() => {
        done = true;
      });
      watched.catch(() => {});
      while (!done) {
        // Whatever can go on without time goes on first.
        await new Promise((resolve) => setImmediate(resolve));
        if (done) break;
        const next = appointments.shift();
        if (!next) throw new Error("everybody waits, and nobody for the clock");
        now = Math.max(now, next.at);
        next.meet();
      }
      return watched;
    },
  };
  return clock;
}

function insert(appointments: Appointment[], own: Appointment): void {
  let place = appointments.length;
  while (place > 0 && isLater(appointments[place - 1], own)) place--;
  appointments.splice(place, 0, own);
}

function isLater(a: Appointment, b: Appointment): boolean {
  return a.at > b.at || (a.at === b.at && a.number > b.number);
}
