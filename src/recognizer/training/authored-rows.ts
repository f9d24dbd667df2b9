import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readData } from "../assets.js";
import { dataFolder } from "../data-folder.js";

/** One authored sentence: what it is about, and on which side it stands. */
export interface AuthoredRow {
  readonly voice: string;
  readonly system: string;
  readonly dimension: string;
  readonly stance: "support" | "oppose";
  readonly text: string;
}

/** One file of data/authored/: sentences in one way of speaking. */
interface AuthoredFile {
  readonly voice: string;
  readonly rows: readonly Omit<AuthoredRow, "voice">[];
}

/** data/recognizer/authored-signs.json: plain judgements, whose `check` half nothing learns from. */
export interface JudgementFile {
  readonly sentences: readonly {
    readonly system: string;
    readonly dimension: string;
    readonly sign: number;
    readonly text: string;
    readonly part: "tune" | "check";
  }[];
}

/** The voice of the plain judgements ("Safety is overrated."). */
const JUDGING = "judging";

/** All authored sentences that may be learned from, voice by voice in the order of their names. */
export function authoredRows(): readonly AuthoredRow[] {
  const files = readdirSync(join(dataFolder, "authored")).filter((name) => name.endsWith(".json"));
  const rows = files.sort().flatMap((name) => {
    const { voice, rows } = readData<AuthoredFile>(`authored/${name}`);
    return rows.map((row) => ({ ...row, voice }));
  });
  const { sentences } = readData<JudgementFile>("recognizer/authored-signs.json");
  const judgements = sentences.filter(({ part }) => part === "tune");
  return [
    ...rows,
    ...judgements.map(({ system, dimension, sign, text }): AuthoredRow => {
      return { voice: JUDGING, system, dimension, stance: sign > 0 ? "support" : "oppose", text };
    }),
  ];
}
