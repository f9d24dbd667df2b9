import type { Chat } from "../../ports/chat.js";
import type { NeutralLevels, Recognizer } from "../../ports/judge.js";
import type { Support, Verdict } from "../../records/verdict.js";
import type { ValueSystem } from "../../values/value-system.js";
import { readUntrained } from "../assets.js";
import { levelsOf } from "../neutral-levels.js";
import { askChecked, type Checked } from "../prompting/ask-checked.js";
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
    if (reading.kind === "read") return verdictOf(system, reading.value);
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
      const verdict = verdictOf(system, reading.value);
      if (reading.value.refusal === "full") return { kind: "declined", how: "refusal", verdict };
      return { kind: "judged", verdict };
    },
    readItem: readText,
    neutralLevels: (system) => neutralLevelsOf(system, readText),
  };
}

function consult(
  chat: Chat,
  template: PromptTemplate,
  system: ValueSystem,
  question: string | null,
  reply: string,
  signal?: AbortSignal,
): Promise<Checked<Judgement>> {
  const values = judgeValues(template, system, question, reply);
  const schema = judgementSchema(system);
  return askChecked({ chat, template, values, schema, signal }, (answer) =>
    readJudgement(answer, system, reply),
  );
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
