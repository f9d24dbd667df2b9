import type { AskLane } from "../../ports/ask.js";
import type { Conversation } from "../../ports/judge.js";
import type { Unmeasured } from "../../records/outcome.js";
import type { Span } from "../../records/verdict.js";

/** A general, scenario-free statement of what a text does or stands for. */
export interface Concept {
  readonly phrase: string;
  /** Whether the text speaks for what the phrase says, against it, or merely of it. */
  readonly stance: "for" | "against" | "none";
  /** Where in the text it was found; `null` where the source does not say. */
  readonly span: Span | null;
}

/** The concepts of a text, or why there are none. No concept at all is an answer too. */
export type ConceptAnswer =
  | { readonly kind: "found"; readonly concepts: readonly Concept[] }
  | {
      readonly kind: "failed";
      readonly why: Unmeasured;
      readonly attempts: number;
      readonly problem?: string;
    };

/** Whoever turns a text into concepts: a large model, a recording of one, or the text's own sentences. */
export interface ConceptSource {
  readonly name: string;
  /** What decides the concepts besides the text, as plain JSON. */
  readonly identity: Readonly<Record<string, unknown>>;
  extract(text: string, signal?: AbortSignal): Promise<ConceptAnswer>;
  /** Where it waits for the world. Left out by what is embedded or recorded. */
  readonly lane?: AskLane;
  /** The conversation that the concepts of a text take; left out where nobody is asked. */
  conversation?(text: string): Conversation;
}
