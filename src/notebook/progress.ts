import type { Progress } from "../ports/progress.js";
import { kernelDisplay } from "./kernel-display.js";
import { show } from "./show.js";

/** Shown at most so often a piece of work, however many cells it has. */
const STEPS = 50;

/** How many lines were begun, so that each has an id of its own. */
let begun = 0;

/**
 * One line under the running cell that says how far a long piece of work is, and in the end what was done. Hand
 * it to whatever takes a `Progress`: `runStudyIn(folder, plan, { progress: progress() })`. It prints no times, so
 * that a notebook stays the same on every machine. Outside a notebook only the last line is printed.
 */
export function progress(): Progress {
  begun++;
  const id = `value-compass-progress-${begun}`;
  let what = "";
  let total = 0;
  let done = 0;
  let step = -1;
  let began = false;
  const pieces: string[] = [];
  const write = (text: string): void => {
    if (kernelDisplay() === null) return;
    show({ "text/plain": text }, { id, update: began });
    began = true;
  };
  const closePiece = (): void => {
    if (what !== "") pieces.push(`${what}: ${done.toLocaleString("en-US")} cells`);
    what = "";
  };
  return {
    start(name, cells) {
      closePiece();
      what = name;
      total = cells;
      done = 0;
      step = -1;
      write(`${name} ...`);
    },
    advance(cells) {
      done += cells;
      const now = total > 0 ? Math.floor((STEPS * done) / total) : STEPS;
      if (now === step) return;
      step = now;
      write(`${what} ... ${total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100} %`);
    },
    note: (line) => console.log(line),
    finish() {
      closePiece();
      const last = pieces.length === 0 ? "done" : `done: ${pieces.join("; ")}`;
      if (kernelDisplay() === null) console.log(last);
      else write(last);
    },
  };
}
