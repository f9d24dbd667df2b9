import { builtInSystems } from "../facts/value-systems.js";
import { InputError } from "../ports/input-error.js";
import { type Bench, type BenchFigure, benchLabelled } from "../recognizer/bench/bench-labelled.js";
import { readLabelledFolder } from "../recognizer/bench/labelled-folder.js";
import { trainingFiles } from "../recognizer/training/labelled-row.js";
import { train } from "../recognizer/training/train.js";
import { EXIT } from "./exit-code.js";
import { type TextColumn, textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** What `recognizer bench` and `recognizer train` are told. */
export interface RecognizerFlags {
  readonly data: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Measures the embedded recognizer on a folder of labelled replies and prints the table. */
export async function recognizerBench(
  flags: RecognizerFlags,
  context: VerbContext,
): Promise<number> {
  const folder = readLabelledFolder(flags.data);
  const say = (line: string): void => {
    if (!flags.quiet) context.err(`${line}\n`);
  };
  const found = await benchLabelled(folder, builtInSystems, say);
  context.out(flags.json ? `${JSON.stringify(found)}\n` : `${benchText(found)}\n`);
  return EXIT.done;
}

/** Trains the embedded recognizer on a folder of labelled replies; writes data/recognizer/. */
export function recognizerTrain(flags: RecognizerFlags, context: VerbContext): number {
  const { rows, files } = readLabelledFolder(flags.data);
  const missing = trainingFiles.find((file) => !files.includes(`${file}.dev.jsonl.gz`));
  if (missing !== undefined)
    throw new InputError({
      where: flags.data,
      problem: `lacks ${missing}.dev.jsonl.gz`,
      arrived: `${files.length} files`,
      fix: `training needs ${trainingFiles.join(", ")}`,
    });
  const lines: string[] = [];
  train(flags.data, (line) => {
    lines.push(line);
    if (!flags.quiet && !flags.json) context.out(`${line}\n`);
  });
  if (flags.json) context.out(`${JSON.stringify({ rows: rows.length, lines })}\n`);
  return EXIT.done;
}

const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });

function benchText(bench: Bench): string {
  const parts = [
    `${bench.rows} labelled replies from ${bench.files.length} files; 95 % intervals over resampled prompt groups`,
    "'verdict' is the reading that ships, 'outcome' what scores make of it (a reply that declines violates nothing); 'heads' are its calibrated parts, right for text like that they learned from",
    "on rows that it was trained on it looks better than it is; metrics.json holds what it does out of fold",
    figuresTable(bench),
    refusalTable(bench),
    robustnessTable(bench),
    worstCase(bench),
    ...Object.entries(bench.unknownSystems).map(
      ([system, rows]) => `not measured: ${rows} rows of the system ${system}, which does not ship`,
    ),
    bench.withoutReply > 0 ? `left out: ${bench.withoutReply} rows without a labelled reply` : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function figuresTable({ lines }: Bench): string {
  return textTable(
    [
      left("source"),
      left("system"),
      left("reader"),
      left("dimension"),
      right("labels"),
      right("+1"),
      right("-1"),
      right("presence AUROC"),
      right("sign AUROC"),
      right("high-low AUROC"),
      right("accuracy"),
      right("commonest"),
      right("macro-F1"),
      right("commonest"),
      right("ECE"),
    ],
    lines.map(({ source, system, reader, dimension, rows, adhering, opposing, figures }) => [
      source,
      system,
      reader,
      dimension ?? "(mean)",
      String(rows),
      String(adhering),
      String(opposing),
      shown(figures.presence),
      shown(figures.sign),
      shown(figures.highLow),
      shown(figures.accuracy),
      bare(figures.majority),
      shown(figures.macroF1),
      bare(figures.majorityF1),
      shown(figures.ece),
    ]),
  );
}

function refusalTable({ refusal }: Bench): string {
  if (refusal.length === 0) return "";
  return textTable(
    [
      left("refusals in"),
      right("replies"),
      right("refused"),
      right("accuracy"),
      right("commonest"),
    ],
    refusal.map(({ source, rows, refusals, accuracy, majority }) => [
      source,
      String(rows),
      String(refusals),
      shown(accuracy),
      majority.toFixed(3),
    ]),
  );
}

function robustnessTable(bench: Bench): string {
  return textTable(
    [
      left("source"),
      left("system"),
      left("edit"),
      right("replies"),
      right("mean shift"),
      right("answers turned"),
      left("most moved"),
      right("its shift"),
    ],
    bench.robustness.map(({ source, system, edit, replies, mean, turned, worst, shift }) => [
      source,
      system,
      edit,
      String(replies),
      mean.toFixed(3),
      turned.toFixed(3),
      worst,
      shift[worst].toFixed(3),
    ]),
  );
}

function worstCase({ robustness }: Bench): string {
  const [worst] = [...robustness].sort(
    (one, other) => other.shift[other.worst] - one.shift[one.worst],
  );
  return (
    `worst case: ${worst.edit} moves ${worst.system}.${worst.worst} by ` +
    `${worst.shift[worst.worst].toFixed(3)} on ${worst.source}`
  );
}

function shown(figure: BenchFigure | null): string {
  if (figure === null) return "-";
  const { value, low, high } = figure;
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function bare(figure: BenchFigure | null): string {
  return figure === null ? "-" : figure.value.toFixed(3);
}
