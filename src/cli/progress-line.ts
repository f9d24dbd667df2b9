import type { Progress } from "../ports/progress.js";

/** Where a progress line goes, and the clock it reads: given from outside, so that tests can hold both. */
export interface ProgressDevice {
  readonly isTTY: boolean;
  write(text: string): void;
  /** Milliseconds, from any beginning. */
  now(): number;
}

/** A line on a terminal is redrawn at most this often, in milliseconds. */
const REDRAW = 100;
/** Without a terminal a plain line is written at most this often. */
const PLAIN = 5000;

/** Shows how far a run is, how fast it goes and how long it will take: one line that is redrawn, or plain lines. */
export function progressLine(device: ProgressDevice): Progress {
  let what = "";
  let total = 0;
  let done = 0;
  let began = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string, last = false): void => {
    if (device.isTTY) device.write(`\r\u001b[2K${text}${last ? "\n" : ""}`);
    else device.write(`${text}\n`);
  };
  const line = (): string => {
    const seconds = Math.max(0.001, (device.now() - began) / 1000);
    const rate = done / seconds;
    const left = rate > 0 ? Math.max(0, total - done) / rate : 0;
    const share = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;
    return `${what}: ${done} of ${total} cells (${share} %), ${Math.round(rate)}/s, ${clock(left)} left`;
  };
  return {
    start(name, cells) {
      what = name;
      total = cells;
      done = 0;
      began = device.now();
    },
    advance(cells) {
      done += cells;
      const now = device.now();
      if (now - drawn < (device.isTTY ? REDRAW : PLAIN)) return;
      drawn = now;
      draw(line());
    },
    note: (text) => draw(text, true),
    finish: () => draw(line().replace(/, [^,]* left$/, ""), true),
  };
}

function clock(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
