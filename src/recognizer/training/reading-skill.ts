import type { ValueSystem } from "../../values/value-system.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import { readSentences } from "../read-sentences.js";
import { type ReadingWeights, readingWeights } from "../reading-weights.js";
import { combineSentences, cutReply } from "../reply-reader.js";
import type { ReaderAssets } from "../system-reader.js";
import { SystemReader } from "../system-reader.js";
import { FOLDS, foldOf } from "./cross-fit.js";
import type { LabelledRow } from "./labelled-row.js";

/** What the whole recognizer says of a row, read with heads that did not learn from it. */
export interface FoldReading {
  readonly row: LabelledRow;
  /** In the system's order. */
  readonly adhere: readonly number[];
  readonly oppose: readonly number[];
}

/** Reads rows with the full reading (sentences, competition, sign), out of fold. */
export function foldReadings(
  system: ValueSystem,
  rows: readonly LabelledRow[],
  untrained: Omit<ReaderAssets, "banks">,
  folds: readonly (readonly BankWeights[])[],
  weights: ReadingWeights = readingWeights,
): readonly FoldReading[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const banks = new Map(folds.map((bank) => [bank[fold].name, new HeadBank(bank[fold])]));
    const reader = new SystemReader(system, { ...untrained, banks }, weights);
    return rows
      .filter((row) => foldOf(row.group) === fold)
      .map((row) => readRow(reader, row, system.dimensions.length));
  }).flat();
}

function readRow(reader: SystemReader, row: LabelledRow, dimensions: number): FoldReading {
  const text = row.response;
  const cut = cutReply(text);
  const { words, firsts } = cut;
  const read = readSentences(text, cut, (first, last) =>
    reader.readWords(text, words, firsts[first], firsts[last + 1]),
  );
  const tilt = reader.tilt(words);
  const all = Array.from({ length: dimensions }, (_, at) =>
    combineSentences(read, at, tilt, reader.curve),
  );
  return { row, adhere: all.map((one) => one.adhere), oppose: all.map((one) => one.oppose) };
}
