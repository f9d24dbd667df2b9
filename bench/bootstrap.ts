// The bootstrap of a full board, beside the same by its definition, as a ratio. One core.
import { stream } from "../src/random/stream.js";
import { boardBootstrap } from "../src/statistics/board-bootstrap.js";
import { plainBoardBootstrap } from "../tests/statistics/plain-board-bootstrap.js";

const EXAMINEES = 33;
const DIMENSIONS = 27;
const ITEMS = 100;
const SAMPLES = 5;
const RESAMPLES = 2000;

const random = stream("bench bootstrap");
const list = <T>(length: number, make: () => T) => Array.from({ length }, make);
const readings = list(EXAMINEES, () =>
  list(DIMENSIONS, () => list(ITEMS, () => list(SAMPLES, () => random.next()))),
);
const separate = list(DIMENSIONS, () => "").map((_, k) =>
  Array.from({ length: ITEMS }, (_, item) => `${k}/${item}`),
);
const withGaps = readings.map((board) =>
  board.map((items) => items.map((samples) => (random.next() < 0.02 ? null : samples))),
);

/** Seconds on the clock, and of processor time: on a busy machine only the second is the program's own. */
function timed(run: () => void): { readonly clock: number; readonly processor: number } {
  const began = performance.now();
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return { clock: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

console.log(
  `${EXAMINEES} examinees x ${DIMENSIONS} dimensions x ${ITEMS} items x ${SAMPLES} samples, ` +
    `${RESAMPLES} resamples`,
);
const reference = timed(() => plainBoardBootstrap(readings, "draws", RESAMPLES, true));
console.log(`by the definition: ${told(reference)}`);
const runs = {
  "the same items everywhere": () => boardBootstrap(readings, options()),
  "items of each dimension apart": () =>
    boardBootstrap(readings, { ...options(), items: separate }),
  "one cell in 50 missing": () => boardBootstrap(withGaps, options()),
};
for (const [name, run] of Object.entries(runs)) {
  const took = timed(run);
  const ratio = (reference.processor / took.processor).toFixed(1);
  console.log(`boardBootstrap, ${name}: ${told(took)}, ${ratio} times as fast`);
}

function told({ clock, processor }: ReturnType<typeof timed>): string {
  return `${clock.toFixed(2)} s on the clock, ${processor.toFixed(2)} s of processor time`;
}

function options() {
  return { random: stream("draws"), resamples: RESAMPLES };
}
