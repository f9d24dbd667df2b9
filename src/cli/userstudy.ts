import { join } from "node:path";
import { type Command, Option } from "commander";
import { readAnswers } from "../experiments/user-study/read-answers.js";
import { type UserStudy, userStudy } from "../experiments/user-study/user-study.js";
import { userStudyForm } from "../facts/user-study-form.js";
import type { Figure } from "../figures/figure.js";
import { likertFigure } from "../figures/likert-figure.js";
import { InputError } from "../ports/input-error.js";
import { readTextFile } from "../run/read-text-file.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import { type TextColumn, textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `userstudy`. */
export interface UserStudyFlags {
  readonly json?: boolean;
  readonly form?: boolean;
  readonly figures: string;
}

/** Adds `userstudy`. */
export function registerUserStudy(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "userstudy",
    "score a user study: usability (SUS) and 7-point questions, by group and platform",
    "value-compass userstudy --form",
  )
    .argument("[file]", "answers (CSV): participant, group, platform, s1 to s10, q1, q2, ...")
    .option("--form", "print a form to hand out, and the head line of the CSV")
    .addOption(
      new Option("--figures <folder>", "where the figures are written").default(
        "studies/userstudy",
      ),
    )
    .action((file: string | undefined, flags: UserStudyFlags) =>
      done(scoreUserStudy(file, flags, context)),
    );
}

/** Prints what people answered, with intervals, and draws a figure a platform. */
export function scoreUserStudy(
  file: string | undefined,
  flags: UserStudyFlags,
  { out }: VerbContext,
): number {
  if (flags.form) {
    out(flags.json ? `${JSON.stringify(userStudyForm())}\n` : formText());
    return EXIT.done;
  }
  if (file === undefined)
    throw new InputError({
      where: "userstudy",
      problem: "needs a file of answers",
      arrived: null,
      fix: "name a CSV file, or print a form with --form",
    });
  const found = userStudy(readAnswers(readTextFile(file, "name a CSV file"), file));
  const figures = figuresOf(found, file).map((figure) => {
    const path = join(flags.figures, `${figure.id}.svg`);
    writeWhole(path, figure.svg);
    return path;
  });
  out(flags.json ? `${JSON.stringify({ ...found, figures })}\n` : studyText(found, figures));
  return EXIT.done;
}

function figuresOf({ platforms, questions }: UserStudy, file: string): readonly Figure[] {
  const words = new Map(userStudyForm().questions.map(({ id, text }) => [id, `${id} ${text}`]));
  return platforms.flatMap((platform) => {
    const own = questions.filter((one) => one.platform === platform && one.group === null);
    const lines = own.map((one) => ({ ...one, name: words.get(one.question) ?? one.question }));
    const ends = ["disagree", "agree"] as const;
    return lines.length === 0 ? [] : [likertFigure(lines, { name: platform, ends, source: file })];
  });
}

function formText(): string {
  const { about, questions, usability } = userStudyForm();
  const lines = (list: typeof questions) => list.map(({ id, text }) => `  ${id}  ${text}`);
  const columns = [...usability, ...questions].map(({ id }) => id).join(",");
  return [
    about,
    "",
    "From 1 (disagree strongly) to 7 (agree strongly):",
    ...lines(questions),
    "",
    "From 1 (disagree strongly) to 5 (agree strongly):",
    ...lines(usability),
    "",
    `participant,group,platform,${columns}`,
    "",
  ].join("\n");
}

const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });
const fixed = (value: number | null, digits = 1) => value?.toFixed(digits) ?? "-";

function studyText(found: UserStudy, figures: readonly string[]): string {
  const groups = found.groups.map(({ name, participants }) => `${name} ${participants}`).join(", ");
  const parts = [
    `${found.participants} people (${groups}); ${found.platforms.length} platform(s)`,
    usabilityTable(found),
    questionTable(found),
    comparisonTable(found),
    [
      ...(found.unfinished > 0
        ? [`note: ${found.unfinished} people have incomplete usability answers and enter no SUS`]
        : []),
      "note: 95 % intervals over people (Student's t); grades after Sauro & Lewis (2016), for the wording of the original scale",
      ...figures.map((path) => `figure: ${path}`),
    ].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function usabilityTable({ usability }: UserStudy): string {
  if (usability.length === 0) return "";
  return textTable(
    [
      left("platform"),
      left("group"),
      right("people"),
      right("SUS"),
      right("95 % interval"),
      left("grade"),
      left("better than"),
      left("grades in the interval"),
    ],
    usability.map((one) => [
      one.platform,
      one.group ?? "all",
      String(one.items),
      fixed(one.mean),
      one.low === null ? "-" : `${fixed(one.low)} to ${fixed(one.high)}`,
      one.grade?.grade ?? "-",
      one.grade === null
        ? "-"
        : `${one.grade.percentileLow} to ${one.grade.percentileHigh} % of systems`,
      one.gradeLow === null ? "-" : `${one.gradeLow} to ${one.gradeHigh}`,
    ]),
  );
}

function questionTable({ questions }: UserStudy): string {
  if (questions.length === 0) return "";
  return textTable(
    [
      left("question"),
      left("platform"),
      left("group"),
      right("people"),
      right("mean"),
      right("95 % interval"),
      right("agree (5 to 7)"),
      left("answers 1 to 7"),
    ],
    questions.map((one) => [
      one.question,
      one.platform,
      one.group ?? "all",
      String(one.items),
      fixed(one.mean, 2),
      one.low === null ? "-" : `${fixed(one.low, 2)} to ${fixed(one.high, 2)}`,
      one.agree === null ? "-" : `${(100 * one.agree).toFixed(0)} %`,
      one.counts.join(" "),
    ]),
  );
}

function comparisonTable({ comparisons }: UserStudy): string {
  if (comparisons.length === 0) return "";
  return textTable(
    [
      left("measure"),
      left("platforms"),
      right("difference"),
      right("95 % interval"),
      right("p"),
      left("how"),
    ],
    comparisons.map((one) => [
      one.measure,
      `${one.first} - ${one.second}`,
      fixed(one.difference, 2),
      one.low === null ? "-" : `${fixed(one.low, 2)} to ${fixed(one.high, 2)}`,
      one.p === null ? "-" : one.p < 0.001 ? "< 0.001" : one.p.toFixed(3),
      `${one.how}, ${one.counts.join(" and ")} people`,
    ]),
  );
}
