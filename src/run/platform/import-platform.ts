import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../ports/input-error.js";
import { csvLine } from "../csv.js";
import { checkStudy } from "../read-study.js";
import type { StudyConfig } from "../study-schema.js";
import { unwritable } from "../write-file.js";
import { writeStudy } from "../write-study.js";
import { type CaseRows, caseRows } from "./platform-cases.js";
import { type PlatformFiles, readPlatform } from "./read-platform.js";

/** Whose verdicts the study shows: those that were published, or our own. */
export type ImportedRecognizer = "published" | "embedded";

/** What was imported. */
export interface PlatformImport {
  readonly folder: string;
  readonly models: number;
  readonly systems: readonly string[];
  readonly scores: number;
  readonly squares: number;
  readonly cases: number;
  readonly verdicts: number;
  readonly warnings: readonly string[];
}

const CAUTION = "cases picked by the platform, not a sample: no ranking";
const LICENCE =
  "Value Compass Benchmarks (Yao et al., ACL 2025 System Demonstrations): CC BY-NC-SA as the paper states, " +
  "non-commercial, share alike. The words of prompts and answers are the source's; they include harmful text.";

/**
 * Makes a study from the files that the platform's public site serves: its cases as recorded replies, and its verdicts as a
 * recognizer, so that cases can be read, judged again by ours and compared. Scores, cards and heatmap are kept beside it as tidy CSV.
 * The folder is made whole or not at all.
 *
 * @param from  a folder of the site's JSON files
 * @param to    the study's folder, which must not be there
 * @throws InputError naming file and place for anything that is not what the site serves
 */
export function importPlatform(
  from: string,
  to: string,
  { recognizer = "published" }: { readonly recognizer?: ImportedRecognizer } = {},
): PlatformImport {
  if (isTaken(to))
    throw new InputError({
      where: to,
      problem: "is there already",
      arrived: null,
      fix: "name another folder; nothing was changed",
    });
  const files = readPlatform(from);
  const rows = caseRows(files.cases, files.models);
  const systems = [...new Set(rows.replies.map(({ system }) => system))];
  const study = studyOf(systems, recognizer, to);
  writeAtOnce(to, (folder) => {
    writeStudy(folder, study);
    for (const [name, text] of textsOf(files, rows)) writeFileSync(join(folder, name), text);
  });
  return {
    folder: to,
    models: files.models.length,
    systems,
    scores: files.scores.length,
    squares: files.heatmap.length,
    cases: rows.replies.length,
    verdicts: rows.verdicts.length,
    warnings: [...files.warnings, ...warningsOf(files, rows)],
  };
}

/** A study that asks nobody: cases as recorded replies. */
function studyOf(
  systems: readonly string[],
  recognizer: ImportedRecognizer,
  to: string,
): StudyConfig {
  return checkStudy(
    {
      format: 1,
      name: "The platform's published cases",
      caution: CAUTION,
      systems: [...systems],
      examinees: [{ kind: "recorded", file: "replies.jsonl" }],
      roles: {
        recognizer: recognizer === "published" ? { published: "verdicts.jsonl" } : recognizer,
      },
      budget: { rounds: 0 },
    },
    join(to, "study.json"),
  );
}

/** Whether something stands there other than an empty folder. */
function isTaken(path: string): boolean {
  return existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
}

function warningsOf(files: PlatformFiles, rows: CaseRows): string[] {
  const repeated = files.cases.length - rows.replies.length;
  return [
    ...(rows.contradicted > 0
      ? [
          `${rows.contradicted} cases contradict the verdict on the same words elsewhere: the first counts`,
        ]
      : []),
    ...(repeated > 0 ? [`${repeated} cases repeat another word for word: left out`] : []),
    ...(rows.unlabelled > 0
      ? [
          `${rows.unlabelled} cases have no label, or one that their score contradicts: kept without a verdict`,
        ]
      : []),
    ...(rows.unmarked > 0
      ? [
          `${rows.unmarked} highlighted answers are not the answer with marks: kept without evidence`,
        ]
      : []),
  ];
}

function textsOf(files: PlatformFiles, rows: CaseRows): (readonly [string, string])[] {
  const lines = (objects: readonly object[]) =>
    objects.map((one) => `${JSON.stringify(one)}\n`).join("");
  const csv = (
    columns: readonly string[],
    cells: readonly (readonly (string | number | null)[])[],
  ) => [columns, ...cells].map((row) => `${csvLine(row)}\n`).join("");
  return [
    ["replies.jsonl", lines(rows.replies)],
    ["verdicts.jsonl", lines(rows.verdicts)],
    ["LICENCE.txt", `${LICENCE}\n`],
    [
      "published-scores.csv",
      csv(
        ["model", "system", "dimension", "score", "scaled"],
        files.scores.map((one) => [one.model, one.system, one.dimension, one.score, one.scaled]),
      ),
    ],
    [
      "published-models.csv",
      csv(
        ["model", "name", "developer", "access", "released"],
        files.models.map((one) => [one.id, one.name, one.developer, one.access, one.released]),
      ),
    ],
    ...(files.heatmap.length === 0
      ? []
      : [
          [
            "published-heatmap.csv",
            csv(
              ["model", "culture", "rho"],
              files.heatmap.map((one) => [one.model, one.culture, one.rho]),
            ),
          ] as const,
        ]),
  ];
}

/** Fills a folder beside the wanted one and moves it there when it is complete. */
function writeAtOnce(to: string, fill: (folder: string) => void): void {
  const whole = resolve(to);
  let partial: string | null = null;
  try {
    mkdirSync(dirname(whole), { recursive: true });
    partial = mkdtempSync(join(dirname(whole), `.${basename(whole)}-`));
    fill(partial);
    if (existsSync(whole)) rmdirSync(whole);
    renameSync(partial, whole);
  } catch (error) {
    if (partial !== null) rmSync(partial, { recursive: true, force: true });
    throw unwritable(to, error);
  }
}
