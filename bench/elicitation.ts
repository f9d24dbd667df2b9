// Which elicitation deserves to be the default: what each buys in recovery on one set of candidates and replies, and what it pays to
// replies that show nothing, and to replies that show values by the toss of a coin.
import { elicitation } from "../src/catalogue/elicitations.js";
import { describeWorld } from "../src/examinees/describe-world.js";
import { defaultWorld } from "../src/examinees/world.js";
import {
  compareElicitations,
  type ElicitationRow,
} from "../src/experiments/elicitation-comparison.js";
import { valueSystem } from "../src/facts/value-systems.js";
import { embeddedRecognizer } from "../src/recognizer/embedded-recognizer.js";

const full = process.env.VALUE_COMPASS_FULL === "1";
const SEEDS = full ? 20 : 6;
const FIRST_SEED = 501;
const budget = full
  ? { candidates: 400, items: 60, samples: 5 }
  : { candidates: 200, items: 40, samples: 5 };
const names = [
  "question-baseline",
  "question-baseline-one-sided",
  "question-baseline-capped",
  "plug-in",
  "barber-agakov",
  "adaem-surrogate",
];
const reader = { kind: "recognizer", recognizer: embeddedRecognizer() } as const;
const all: (readonly ElicitationRow[])[] = [];
for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++)
  all.push(
    await compareElicitations(
      {
        system: valueSystem("schwartz"),
        reader,
        alpha: 0.5,
        ...budget,
        elicitations: names.map((name) => ({ name, elicitation: elicitation(name) })),
      },
      seed,
    ),
  );
console.log(describeWorld(defaultWorld));
console.log(
  `${SEEDS} seeds from ${FIRST_SEED}, Schwartz, mixed panels, embedded recognizer, alpha 0.5, ${JSON.stringify(budget)}; simulated\n`,
);
const heads = [
  "recovery",
  "centred",
  "D x 1000",
  "I",
  "silence / I",
  "coins / I",
  "r with loading",
];
console.log(`${"".padEnd(30)}${heads.map((head) => head.padStart(16)).join("")}`);
for (const [n, { name }] of all[0].entries()) {
  const cell = (of: (row: ElicitationRow) => number) => {
    const values = all.map((rows) => of(rows[n]));
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const error = Math.sqrt(squares / (values.length - 1) / values.length);
    return Number.isFinite(mean)
      ? `${mean.toFixed(2)} ±${error.toFixed(2)}`.padStart(16)
      : "-".padStart(16);
  };
  const cells = [
    cell((row) => row.recovery),
    cell((row) => row.centred),
    cell((row) => 1000 * row.informativeness),
    cell((row) => row.honest),
    cell((row) => row.silence),
    cell((row) => row.coins),
    cell((row) => row.loading),
  ];
  console.log(`${name.padEnd(30)}${cells.join("")}`);
}
