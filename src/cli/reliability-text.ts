import type { ReliabilityEstimate, ReliabilityResults } from "../records/reliability.js";
import type { StudyResults } from "../records/results.js";
import { type TextColumn, textTable } from "./text-table.js";

const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });
const number = (value: number | null, digits = 2): string =>
  value === null || !Number.isFinite(value) ? "-" : value.toFixed(digits);
const estimate = ({ value, low, high }: ReliabilityEstimate): string =>
  Number.isFinite(value) ? `${number(value)} (${number(low)} to ${number(high)})` : "-";

/** What `score --reliability` says on standard output. */
export function reliabilityText({ reliability, examinees }: StudyResults): string {
  if (!reliability) return "";
  const simulated = examinees.some(({ origin }) => origin === "simulated");
  const { rows, circles, ages, missing } = reliability;
  return [
    `Reliability of the scores${simulated ? " (simulated examinees)" : ""}`,
    dimensionTable(rows),
    "worth: effective number of items; retest: ICC(2,1) between single samples; signal: share of the variance of scores that is no noise; recognizer: its share of a score's error",
    ...wordingTable(rows),
    ...circles.map(
      ({ system, medianFit, orderIndex, p }) =>
        `circle of ${system}: median R2 ${number(medianFit)}, order index ${number(orderIndex)}, p ${number(p, 4)} (no cut-off: people fit only in part)`,
    ),
    ...ages.map(
      ({ examinee, system, before, after, shift }) =>
        `items older than ${examinee} on ${system}: ${before} against ${after} younger, shift ${estimate(shift)}`,
    ),
    ...missing.map((line) => `cannot tell: ${line}`),
  ].join("\n");
}

/** Dimensions whose items are wordings of one another, and how much hangs on the wording. */
function wordingTable(rows: ReliabilityResults["rows"]): readonly string[] {
  const cells = rows.flatMap(({ system, dimension, paraphrases: found }) =>
    found
      ? [
          [
            `${system}.${dimension}`,
            String(found.families),
            String(found.items),
            number(found.share),
            number(found.flips),
          ],
        ]
      : [],
  );
  if (cells.length === 0) return [];
  const titles = ["families", "items in them", "wording or chance", "orders turned"];
  return [
    "\nItems that are wordings of one another",
    textTable([left("dimension"), ...titles.map(right)], cells),
    "wording or chance: share of the variance inside a family; orders turned: of two examinees, between two wordings\n",
  ];
}

function dimensionTable(rows: ReliabilityResults["rows"]): string {
  return textTable(
    [
      left("dimension"),
      right("items"),
      right("worth"),
      right("alpha (95 %)"),
      right("split half (95 %)"),
      right("retest"),
      right("signal"),
      right("now"),
      right("+1 item"),
      right("+1 sample"),
      right("recognizer"),
      left("buy"),
    ],
    rows.map((row) => [
      `${row.system}.${row.dimension}`,
      String(row.items),
      number(row.effectiveItems, 1),
      estimate(row.alpha),
      estimate(row.splitHalf),
      number(row.retest?.agreement ?? null),
      number(row.signalShare),
      number(row.now),
      number(row.anotherItem),
      number(row.anotherSample),
      number(row.recognizerShare),
      row.buy ?? "-",
    ]),
  );
}
