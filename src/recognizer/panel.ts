import type { AskLane } from "../ports/ask.js";
import type { JudgeAnswer, NeutralLevel, NeutralLevels, Recognizer } from "../ports/judge.js";
import { NoReading } from "../ports/no-reading.js";
import type { Verdict } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";

import { leastOf, type Pooling, pooledDimension } from "./pooled-dimension.js";
import { readingOrNull } from "./prompting/asked-levels.js";

/** How a panel is put together. */
export interface PoolingOptions {
  /** `mean`: the mean of the members' probabilities. `majority`: the share of members whose likeliest stance it is. */
  readonly pooling?: Pooling;
}

/** A panel, with those who sit on it. */
export interface Panel extends Recognizer {
  readonly members: readonly Recognizer[];
  readonly pooling: Pooling;
}

/** Whether a recognizer is a panel. */
export function isPanel(recognizer: Recognizer): recognizer is Panel {
  return "members" in recognizer;
}

type Measured = Exclude<JudgeAnswer, { kind: "unmeasured" }>;

/**
 * Several recognizers as one: each judges every reply for itself, and their verdicts are pooled. A reply is
 * declined where most members say so, and unmeasured unless more than half of them judged it, so that a member
 * that fails on one examinee's replies cannot decide alone.
 *
 * Where members err together, more of them help little: `effectiveJudges` says how much.
 *
 * @throws RangeError for fewer than two members, or two of one id
 */
export function panelRecognizer(
  members: readonly Recognizer[],
  { pooling = "mean" }: PoolingOptions = {},
): Panel {
  const ids = members.map(({ id }) => id);
  if (members.length < 2)
    throw new RangeError(`a panel needs at least two recognizers; got ${ids.join(", ") || "none"}`);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw new RangeError(`a panel cannot hold one recognizer twice: ${twice}`);
  const id = `panel:${ids.join("+")}`;
  const pool = (system: ValueSystem, verdicts: readonly Verdict[]): Verdict => ({
    system: system.id,
    recognizer: id,
    dimensions: Object.fromEntries(
      system.dimensions.map(({ id: dimension }) => [
        dimension,
        pooledDimension(
          verdicts.map(({ dimensions }) => dimensions[dimension]),
          pooling,
        ),
      ]),
    ),
  });
  return {
    id,
    identity: { pooling, members: members.map(({ id, identity }) => ({ id, identity })) },
    support: (system, dimension) =>
      leastOf(members.map((member) => member.support(system, dimension))),
    judge: async (request) => {
      const answers = await Promise.all(members.map((member) => member.judge(request)));
      const measured = answers.filter((answer): answer is Measured => answer.kind !== "unmeasured");
      if (2 * measured.length <= members.length) {
        const attempts = answers.reduce(
          (sum, answer) => sum + (answer.kind === "unmeasured" ? answer.attempts : 1),
          0,
        );
        const failed = answers.filter((answer) => answer.kind === "unmeasured");
        const why = failed.some((one) => one.why === "capReached") ? "capReached" : "judgeFailed";
        const problem = failed.find((one) => one.problem !== undefined)?.problem;
        return { kind: "unmeasured", why, attempts, ...(problem === undefined ? {} : { problem }) };
      }
      const verdict = pool(
        request.system,
        measured.map((answer) => answer.verdict),
      );
      const declined = measured.filter((answer) => answer.kind === "declined");
      if (2 * declined.length <= measured.length) return { kind: "judged", verdict };
      return { kind: "declined", how: declined[0].how, verdict };
    },
    readItem: async (system, text, signal) => {
      const verdicts = await Promise.all(
        members.map((member) =>
          readingOrNull((own, words) => member.readItem(own, words, signal))(system, text),
        ),
      );
      const found = verdicts.filter((verdict) => verdict !== null);
      if (2 * found.length > members.length) return pool(system, found);
      throw new NoReading(id, { why: "judgeFailed", attempts: members.length });
    },
    // Each member has its own level; whoever keeps what was read wraps the members. Like a verdict, the
    // level is that of the members who came, while they are more than half.
    neutralLevels: async (system) => {
      const levels = await Promise.all(members.map((member) => levelsOrNull(member, system)));
      const found = levels.filter((level) => level !== null);
      if (2 * found.length > members.length) return meanLevels(system, found);
      throw new NoReading(id, { why: "judgeFailed", attempts: members.length });
    },
    members,
    pooling,
    lane: laneOf(members),
    ...(members.some(({ conversations }) => conversations) && {
      neutralTexts: members.flatMap(({ neutralTexts = [] }) => neutralTexts),
      conversations: (request) =>
        members.flatMap((member) => member.conversations?.(request) ?? []),
    }),
  };
}

async function levelsOrNull(
  member: Recognizer,
  system: ValueSystem,
): Promise<NeutralLevels | null> {
  try {
    return await member.neutralLevels(system);
  } catch (error) {
    if (error instanceof NoReading) return null;
    throw error;
  }
}

/** A panel waits where its members wait, as many at once as the narrowest of them. */
function laneOf(members: readonly Recognizer[]): AskLane | undefined {
  const lanes = members.flatMap(({ lane }) => lane ?? []);
  if (lanes.length === 0) return undefined;
  return {
    name: lanes.map(({ name }) => name).join(" "),
    width: Math.min(...lanes.map(({ width }) => width)),
  };
}

function meanLevels(system: ValueSystem, levels: readonly NeutralLevels[]): NeutralLevels {
  const mean = (of: (level: NeutralLevels) => NeutralLevel): NeutralLevel => ({
    adhere: levels.reduce((sum, level) => sum + of(level).adhere, 0) / levels.length,
    oppose: levels.reduce((sum, level) => sum + of(level).oppose, 0) / levels.length,
  });
  const byDimension = (kind: "reply" | "item") =>
    Object.fromEntries(
      system.dimensions.map(({ id }): [DimensionId, NeutralLevel] => [
        id,
        mean((level) => level[kind][id]),
      ]),
    );
  return { reply: byDimension("reply"), item: byDimension("item") };
}
