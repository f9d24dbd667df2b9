import type { Chat } from "../../ports/chat.js";
import type { Recognizer } from "../../ports/judge.js";
import { NoReading } from "../../ports/no-reading.js";
import type { Support, Verdict } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";
import { readUntrained } from "../assets.js";
import { pooledDimension } from "../pooled-dimension.js";
import { askChecked, type Checked, firstMessages } from "../prompting/ask-checked.js";
import { askedLevels, type NeutralTexts, readingOrNull } from "../prompting/asked-levels.js";
import { type PromptTemplate, readTemplate } from "../prompting/prompt-template.js";
import { JUDGE_TEMPLATE, judgeValues } from "./judge-prompt.js";
import { judgementSchema } from "./judgement-schema.js";
import { type JudgedDimension, type Judgement, readJudgement } from "./read-judgement.js";

/** How a judge is set up. */
export interface JudgeOptions {
  /** The version of the prompt; the newest by default. */
  readonly template?: string;
  /** How far people's labels back this judge; `unvalidated` until a calibration says more. */
  readonly support?: Support;
  /** How often each reply is judged; the verdict is the mean of those that came, if more than half did. 1 by default. */
  readonly samples?: number;
}

/** Neutral texts of each kind that set the level lifted off a judge's verdicts; each is one call. */
const NEUTRAL_TEXTS = 12;

/**
 * An LLM judge as the recognizer F: one structured answer with a stance, a confidence and a quote for every
 * dimension of a system, or a refusal class. The reply is data behind a fence; the answer is checked; one
 * re-ask tells the judge what was wrong; after that the cell is unmeasured. There is no default verdict.
 *
 * A stance with confidence c gets probability 1/3 + 2/3 c, and the other two share the rest: a mere guess is
 * a third for each.
 *
 * Source: methods 3.2; design, decisions 1, 2 and 8.
 */
export function judgeRecognizer(chat: Chat, options: JudgeOptions = {}): Recognizer {
  const template = readTemplate(options.template ?? JUDGE_TEMPLATE);
  const support = options.support ?? "unvalidated";
  const samples = options.samples ?? 1;
  const id = `judge:${chat.name}`;

  const verdictOf = (system: ValueSystem, judgement: Judgement): Verdict => ({
    system: system.id,
    recognizer: id,
    dimensions: Object.fromEntries(
      Object.entries(judgement.dimensions).map(([dimension, judged]) => [
        dimension,
        { ...probabilities(judged), support, evidence: judged.evidence },
      ]),
    ),
  });

  const consult = (
    system: ValueSystem,
    question: string | null,
    reply: string,
    signal?: AbortSignal,
  ): Promise<Consulted> =>
    samples === 1
      ? consultOnce({ chat, template, system, question, reply, signal, sample: 0 })
      : consultOften(samples, (sample) =>
          consultOnce({ chat, template, system, question, reply, signal, sample }),
        );
  const pooled = (system: ValueSystem, judgements: readonly Judgement[]): Verdict => {
    const [first, ...others] = judgements.map((judgement) => verdictOf(system, judgement));
    return others.length === 0 ? first : meanVerdict(first, others);
  };
  const readItem = async (system: ValueSystem, text: string, signal?: AbortSignal) => {
    const reading = await consult(system, null, text, signal);
    if (reading.kind === "read") return pooled(system, reading.judgements);
    throw new NoReading(id, reading);
  };
  const neutral = neutralTexts();

  return {
    id,
    identity: {
      chat: chat.identity,
      template: template.hash,
      ...(samples === 1 ? {} : { samples }),
    },
    support: () => support,
    judge: async ({ system, item, reply, signal }) => {
      if (reply.trim() === "")
        return { kind: "declined", how: "empty", verdict: verdictOf(system, silence(system)) };
      const reading = await consult(system, item, reply, signal);
      if (reading.kind === "unmeasured") return reading;
      const { judgements } = reading;
      const verdict = pooled(system, judgements);
      const refused = judgements.filter(({ refusal }) => refusal === "full").length;
      if (2 * refused > judgements.length) return { kind: "declined", how: "refusal", verdict };
      return { kind: "judged", verdict };
    },
    readItem,
    neutralLevels: (system, read = readingOrNull(readItem)) =>
      askedLevels(id, system, neutral, read),
    neutralTexts: [...neutral.replies, ...neutral.items],
    lane: chat.lane,
    conversations: ({ system, item, reply }) =>
      Array.from({ length: samples }, (_, sample) => ({
        chat,
        request: {
          messages: firstMessages(template, judgeValues(template, system, item, reply)),
          schema: judgementSchema(system),
          sample,
        },
      })),
  };
}

/** What one or several judgements of a reply came to. */
type Consulted =
  | { readonly kind: "read"; readonly judgements: readonly Judgement[] }
  | Extract<Checked<Judgement>, { kind: "unmeasured" }>;

interface Consultation {
  readonly chat: Chat;
  readonly template: PromptTemplate;
  readonly system: ValueSystem;
  readonly question: string | null;
  readonly reply: string;
  readonly signal: AbortSignal | undefined;
  readonly sample: number;
}

async function consultOnce(consultation: Consultation): Promise<Consulted> {
  const { chat, template, system, question, reply, signal, sample } = consultation;
  const values = judgeValues(template, system, question, reply);
  const schema = judgementSchema(system);
  const request = { chat, template, values, schema, signal, sample };
  const checked = await askChecked(request, (answer) => readJudgement(answer, system, reply));
  return checked.kind === "read" ? { kind: "read", judgements: [checked.value] } : checked;
}

/** Several judgements of one reply; none where half of them or more failed. */
async function consultOften(
  samples: number,
  once: (sample: number) => Promise<Consulted>,
): Promise<Consulted> {
  const all = await Promise.all(Array.from({ length: samples }, (_, sample) => once(sample)));
  const judgements = all.flatMap((one) => (one.kind === "read" ? one.judgements : []));
  if (2 * judgements.length > samples) return { kind: "read", judgements };
  const failed = all.filter((one) => one.kind === "unmeasured");
  const attempts = failed.reduce((sum, one) => sum + one.attempts, judgements.length);
  return { ...failed[0], attempts };
}

/** The mean of several verdicts on one reply, with all their evidence. */
function meanVerdict(first: Verdict, others: readonly Verdict[]): Verdict {
  const all = [first, ...others];
  const dimensions = Object.keys(first.dimensions).map((id) => {
    const own = all.map((verdict) => verdict.dimensions[id]);
    return [id, pooledDimension(own, "mean")];
  });
  return { ...first, dimensions: Object.fromEntries(dimensions) };
}

function probabilities({ stance, confidence }: JudgedDimension): {
  readonly adhere: number;
  readonly oppose: number;
  readonly unrelated: number;
} {
  const others = (1 - confidence) / 3;
  const chances = { adhere: others, oppose: others, unrelated: others };
  chances[stance] = 1 - 2 * others;
  return chances;
}

/** What a blank reply shows: nothing, and that is certain. */
function silence(system: ValueSystem): Judgement {
  const nothing: JudgedDimension = { stance: "unrelated", confidence: 1, evidence: [] };
  return {
    refusal: "full",
    dimensions: Object.fromEntries(system.dimensions.map(({ id }) => [id, nothing])),
  };
}

function neutralTexts(): NeutralTexts {
  const { heldOutReplies, neutralItems } = readUntrained();
  return {
    replies: heldOutReplies.slice(0, NEUTRAL_TEXTS),
    items: neutralItems.slice(0, NEUTRAL_TEXTS),
  };
}
