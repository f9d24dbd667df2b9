import type { Chat, ChatMessage } from "../../ports/chat.js";
import type { JudgeAnswer, NeutralLevels, Recognizer } from "../../ports/judge.js";
import type { Support, Verdict } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";
import { readUntrained } from "../assets.js";
import { levelsOf } from "../neutral-levels.js";
import { askAgain, type JudgeTemplate, judgeMessages, readJudgeTemplate } from "./judge-prompt.js";
import { judgementSchema } from "./judgement-schema.js";
import { type JudgedDimension, type Judgement, readJudgement } from "./read-judgement.js";

/** How a judge is set up. */
export interface JudgeOptions {
  /** The version of the prompt; the newest by default. */
  readonly template?: string;
  /** How far people's labels back this judge; `unvalidated` until a calibration says more. */
  readonly support?: Support;
}

/** Neutral texts of each kind that set the level lifted off a judge's verdicts; each is one call. */
const NEUTRAL_TEXTS = 12;

type Reading =
  | { readonly kind: "read"; readonly judgement: Judgement }
  | Extract<JudgeAnswer, { kind: "unmeasured" }>;

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
  const template = readJudgeTemplate(options.template);
  const support = options.support ?? "unvalidated";
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

  const readText = async (system: ValueSystem, text: string): Promise<Verdict> => {
    const reading = await consult(chat, template, system, null, text);
    if (reading.kind === "read") return verdictOf(system, reading.judgement);
    throw new Error(
      `${id} gave no verdict on a text by itself (${reading.why}); run again to go on`,
    );
  };

  return {
    id,
    identity: { chat: chat.identity, template: template.hash },
    support: () => support,
    judge: async ({ system, item, reply, signal }) => {
      if (reply.trim() === "")
        return { kind: "declined", how: "empty", verdict: verdictOf(system, silence(system)) };
      const reading = await consult(chat, template, system, item, reply, signal);
      if (reading.kind === "unmeasured") return reading;
      const verdict = verdictOf(system, reading.judgement);
      if (reading.judgement.refusal === "full")
        return { kind: "declined", how: "refusal", verdict };
      return { kind: "judged", verdict };
    },
    readItem: readText,
    neutralLevels: (system) => neutralLevelsOf(system, readText),
  };
}

async function consult(
  chat: Chat,
  template: JudgeTemplate,
  system: ValueSystem,
  question: string | null,
  reply: string,
  signal?: AbortSignal,
): Promise<Reading> {
  const schema = judgementSchema(system);
  let messages: readonly ChatMessage[] = judgeMessages(template, system, question, reply);
  for (let attempt = 1; attempt <= 2; attempt++) {
    const answer = await chat.chat({ messages, schema, signal });
    if (answer.kind === "failed")
      return { kind: "unmeasured", why: "judgeFailed", attempts: attempt - 1 + answer.attempts };
    const read = readJudgement(answer.text, system, reply);
    if (read.kind === "accepted") return { kind: "read", judgement: read.judgement };
    messages = askAgain(template, messages, answer.text, read.problem);
  }
  return { kind: "unmeasured", why: "unparseable", attempts: 2 };
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

async function neutralLevelsOf(
  system: ValueSystem,
  read: (system: ValueSystem, text: string) => Promise<Verdict>,
): Promise<NeutralLevels> {
  const { heldOutReplies, neutralItems } = readUntrained();
  const verdicts = (texts: readonly string[]) =>
    Promise.all(texts.slice(0, NEUTRAL_TEXTS).map((text) => read(system, text)));
  return {
    reply: levelsOf(system, await verdicts(heldOutReplies)),
    item: levelsOf(system, await verdicts(neutralItems)),
  };
}
