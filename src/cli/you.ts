import type { Board } from "../aggregation/board.js";
import { rankBoard } from "../aggregation/rank-board.js";
import { checkRatings, valueQuestions } from "../aggregation/value-ratings.js";
import { alignment } from "../catalogue/alignments.js";
import { welfareRule } from "../catalogue/welfare-rules.js";
import type { ValueProfile } from "../culture/culture.js";
import { type MatchReason, matchProfile, type ProfileMatch } from "../culture/match-profile.js";
import { parseAnswers } from "../culture/parse-answers.js";
import { pvq21Centred } from "../culture/pvq21-centred.js";
import { InputError } from "../ports/input-error.js";
import { readTextFile } from "../run/read-text-file.js";
import type { ValueSystem } from "../values/value-system.js";
import { EXIT } from "./exit-code.js";
import { asInput, namedNumbers, type ReadingSourceFlags, readingSource } from "./reading-source.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `you`. */
export interface YouFlags extends Omit<ReadingSourceFlags, "system"> {
  readonly json?: boolean;
  readonly system: string;
  readonly ratings?: string;
  readonly pvq21?: string;
  readonly measure: string;
}

/** Which models' priorities are like those of the person at the keyboard; without ratings, what to rate. */
export async function you(name: string, flags: YouFlags, { out }: VerbContext): Promise<number> {
  const { systems, board, source } = await readingSource(name, {
    ...flags,
    system: [flags.system],
  });
  const [system] = systems;
  if (flags.ratings === undefined && flags.pvq21 === undefined) {
    out(flags.json ? `${JSON.stringify(valueQuestions(system))}\n` : questions(system, name));
    return EXIT.done;
  }
  const profile = profileOf(flags, system);
  const measure = asInput("--measure", "--help shows what there is", () =>
    alignment(flags.measure),
  );
  const match = asInput("--ratings", "tell values apart", () =>
    matchProfile(profile, candidates(board), { alignment: measure }),
  );
  const weighed =
    flags.ratings === undefined
      ? null
      : rankBoard(board, {
          rule: welfareRule("utilitarian"),
          weights: board.dimensions.map(({ dimension }) => profile[dimension]),
        });
  if (flags.json) {
    out(`${JSON.stringify({ source, profile, match, weighed })}\n`);
    return EXIT.done;
  }
  out(`source: ${source}\n\n${tableOf(match)}\n\n${whyOf(match, system)}`);
  const first = weighed?.rows[0];
  if (first?.value !== null && first !== undefined)
    out(
      `with your ratings as weights of the mean, ${first.name} is first (another question: what matters most is scored highest)\n`,
    );
  return EXIT.done;
}

function questions(system: ValueSystem, name: string): string {
  const asked = valueQuestions(system).map(
    ({ dimension, name: title, text }) => `${title} (${dimension})\n  ${text}`,
  );
  const example = system.dimensions.map(({ id }, at) => `${id}=${(at * 3) % 11}`).join(",");
  return `How much does each matter to you, from 0 (not at all) to 10 (more than anything)?\nOur own short definitions, no validated questionnaire.\n\n${asked.join("\n")}\n\nthen: value-compass you ${name} --ratings ${example}\n`;
}

function profileOf({ ratings, pvq21 }: YouFlags, system: ValueSystem): ValueProfile {
  if (ratings !== undefined) {
    const given = Object.fromEntries(namedNumbers("--ratings", ratings));
    return asInput("--ratings", "rate each value from 0 to 10", () => checkRatings(given, system));
  }
  if (system.id !== "schwartz")
    throw new InputError({
      where: "--pvq21",
      problem: "asks for the Schwartz values alone",
      arrived: system.id,
      fix: "leave --system out",
    });
  const path = pvq21 ?? "";
  const answers = asInput(path, "write 21 answers from 1 to 6 with commas between", () =>
    parseAnswers(readTextFile(path, "name a text file"), 21),
  );
  const scores = asInput(path, "write codes from 1 to 6", () => pvq21Centred(answers));
  const bare = Object.keys(scores).filter((id) => scores[id] === null);
  if (bare.length > 0)
    throw new InputError({
      where: path,
      problem: `has no answer to any item of ${bare.join(", ")}`,
      arrived: null,
      fix: "answer at least one item of each value",
    });
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, score ?? 0]));
}

function candidates({ dimensions, rows }: Board) {
  return rows.map(({ id, name, scores }) => ({
    id,
    name,
    profile: Object.fromEntries(dimensions.map(({ dimension }, k) => [dimension, scores[k]])),
  }));
}

function tableOf({ rows, alignment: measure }: ProfileMatch): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const number = (value: number | null) => (value === null ? "-" : value.toFixed(2));
  return textTable(
    [right("rank"), { title: "examinee", align: "left" }, right(measure), right("95 % interval")],
    rows.map(({ name, value, low, high, rank }) => [
      rank === null ? "-" : String(rank),
      name,
      Number.isNaN(value) ? "undefined" : value.toFixed(2),
      low === null ? "-" : `${number(low)} to ${number(high)}`,
    ]),
  );
}

function whyOf({ rows, notToldApart, leftOut }: ProfileMatch, system: ValueSystem): string {
  const nameOf = (id: string) => system.dimensions.find((one) => one.id === id)?.name ?? id;
  const told = (reasons: readonly MatchReason[]) =>
    reasons
      .map(({ dimension, yours, theirs }) => {
        const side = (z: number) => (z > 0 ? "high" : "low");
        return `${nameOf(dimension)} (you ${side(yours)}, it ${side(theirs)})`;
      })
      .join(", ");
  const [first] = rows;
  const best =
    first === undefined
      ? ["nobody can be compared"]
      : [
          `${first.name} agrees most: ${told(first.agree)}`,
          ...(first.differ.length > 0 ? [`it differs on ${told(first.differ)}`] : []),
          `${notToldApart} others are not told apart from it by so few values`,
        ];
  const out = leftOut.map(({ name, why }) => `note: ${name} is left out: ${why}`);
  return `${[...best, ...out].join("\n")}\n`;
}
