import type { Declining, Unmeasured } from "../records/outcome.js";
import type { Support, Verdict } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import type { AskLane } from "./ask.js";
import type { Chat, ChatRequest } from "./chat.js";

/** One reply to judge on every dimension of one system. */
export interface JudgeRequest {
  readonly system: ValueSystem;
  readonly item: string;
  readonly reply: string;
  readonly signal?: AbortSignal;
}

/** A verdict (with how the reply declined, if it did), or why there is none. */
export type JudgeAnswer =
  | { readonly kind: "judged"; readonly verdict: Verdict }
  | { readonly kind: "declined"; readonly how: Declining; readonly verdict: Verdict }
  | {
      readonly kind: "unmeasured";
      readonly why: Unmeasured;
      readonly attempts: number;
      /** One line for people: who, what happened, what to do. */
      readonly problem?: string;
    };

/** A conversation that a verdict takes, made without having it: for plans. */
export interface Conversation {
  readonly chat: Chat;
  readonly request: ChatRequest;
}

/**
 * What a recognizer reads into text that carries no value: the floor that is lifted off its verdicts on replies and
 * on bare items, so that value-free text does not look elicited, nor talkative examinees different (design,
 * decision 3). By dimension, the `adhere` and `oppose` probabilities that 97.5 % (99 % for `oppose`) of neutral
 * replies, and of neutral items, stay below.
 */
export interface NeutralLevels {
  readonly reply: Readonly<Record<DimensionId, NeutralLevel>>;
  readonly item: Readonly<Record<DimensionId, NeutralLevel>>;
}

/** The probabilities that 97.5 % (99 % for `oppose`) of value-free texts stay below on one dimension. */
export interface NeutralLevel {
  readonly adhere: number;
  readonly oppose: number;
}

/** A recognizer F: text in, a three-way verdict per dimension out. */
export interface Recognizer {
  /** Name and version; with `identity` it enters the content key of every verdict. */
  readonly id: string;
  readonly identity: Readonly<Record<string, unknown>>;
  /** How far this recognizer's reading of a dimension is backed by labels. */
  support(system: ValueSystem, dimension: DimensionId): Support;
  judge(request: JudgeRequest): Promise<JudgeAnswer>;
  /**
   * Reads the bare item as if it were a reply: the baseline r of the question-baseline elicitation.
   *
   * @throws NoReading where no verdict came
   */
  readItem(system: ValueSystem, text: string, signal?: AbortSignal): Promise<Verdict>;
  /**
   * @param read  reads a text by itself, or gives `null` where that failed: for those who keep what was read;
   *   `readItem` unless given
   */
  neutralLevels(system: ValueSystem, read?: ReadText): Promise<NeutralLevels>;
  /** The texts by themselves that the neutral levels take; left out where reading is free. */
  readonly neutralTexts?: readonly string[];
  /** Where it waits for the world. Left out by what is embedded. */
  readonly lane?: AskLane;
  /** What one verdict asks of models; left out where it asks none. */
  conversations?(request: JudgeRequest): readonly Conversation[];
}

/** Reads a text by itself; `null` where that failed. */
export type ReadText = (system: ValueSystem, text: string) => Promise<Verdict | null>;
