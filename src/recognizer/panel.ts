import type { JudgeAnswer, NeutralLevel, NeutralLevels, Recognizer } from "../ports/judge.js";
import type { DimensionVerdict, Support, Verdict } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";

/** How the verdicts of a panel become one. */
export type Pooling = "mean" | "majority";

/** How a panel is put together. */
export interface PanelOptions {
  /** `mean`: the mean of the members' probabilities. `majority`: the share of members whose likeliest stance it is. */
  readonly pooling?: Pooling;
}

type Measured = Exclude<JudgeAnswer, { kind: "unmeasured" }>;

/** Best grade first: a panel is backed as far as its least backed member. */
const GRADES: readonly Support[] = ["measured", "transfer", "authored", "unvalidated"];

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
  { pooling = "mean" }: PanelOptions = {},
): Recognizer {
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
        pooled(
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
        return { kind: "unmeasured", why: "judgeFailed", attempts };
      }
      const verdict = pool(
        request.system,
        measured.map((answer) => answer.verdict),
      );
      const declined = measured.filter((answer) => answer.kind === "declined");
      if (2 * declined.length <= measured.length) return { kind: "judged", verdict };
      return { kind: "declined", how: declined[0].how, verdict };
    },
    readItem: async (system, text) =>
      pool(system, await Promise.all(members.map((member) => member.readItem(system, text)))),
    neutralLevels: async (system) =>
      meanLevels(system, await Promise.all(members.map((member) => member.neutralLevels(system)))),
  };
}

function pooled(verdicts: readonly DimensionVerdict[], pooling: Pooling): DimensionVerdict {
  const votes = verdicts.map((verdict) => (pooling === "mean" ? verdict : vote(verdict)));
  const share = (of: "adhere" | "oppose" | "unrelated") =>
    votes.reduce((sum, one) => sum + one[of], 0) / votes.length;
  const spans = verdicts.flatMap(({ evidence }) => evidence);
  const places = spans.map(({ start, end }) => `${start}-${end}`);
  return {
    adhere: share("adhere"),
    oppose: share("oppose"),
    unrelated: share("unrelated"),
    support: leastOf(verdicts.map(({ support }) => support)),
    evidence: spans.filter((_, at) => places.indexOf(places[at]) === at),
  };
}

/** The likeliest stance alone; a tie is shared. */
function vote({ adhere, oppose, unrelated }: DimensionVerdict) {
  const chances = { adhere, oppose, unrelated };
  const most = Math.max(adhere, oppose, unrelated);
  const winners = Object.values(chances).filter((chance) => chance === most).length;
  const said = (chance: number) => (chance === most ? 1 / winners : 0);
  return { adhere: said(adhere), oppose: said(oppose), unrelated: said(unrelated) };
}

function leastOf(grades: readonly Support[]): Support {
  return GRADES[Math.max(...grades.map((grade) => GRADES.indexOf(grade)))];
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
