import type { ExamineeCard } from "../records/examinee-card.js";
import type { Unmeasured } from "../records/outcome.js";
import type { Reply } from "../records/reply.js";
import type { CallWatch } from "./call-watch.js";

/** One request for one reply. The text of the item is all that an examinee sees of it. */
export interface AskRequest {
  readonly system: string;
  readonly text: string;
  readonly sample: number;
  readonly signal?: AbortSignal;
  /** The content key of the reply that is wanted: a name for this question that no other has. */
  readonly key?: string;
  /** Where the requests that the answer takes are counted. */
  readonly watch?: CallWatch;
}

/** A reply, or why there is none. An examinee never throws for what the world does to it. */
export type AskAnswer =
  | { readonly kind: "answered"; readonly reply: Reply }
  | {
      readonly kind: "failed";
      readonly why: Unmeasured;
      readonly attempts: number;
      /** One line for people: who, what happened, what to do. */
      readonly problem?: string;
    };

/** Examinees that share an endpoint and account share a lane: how many of their asks may be under way. */
export interface AskLane {
  readonly name: string;
  readonly width: number;
}

/** An examinee p_i: something that answers an open question. A user's own is these two members and a card. */
export interface Examinee {
  readonly card: ExamineeCard;
  /**
   * Everything besides item and sample number that decides a reply (endpoint, model, parameters, seed,
   * world), as plain JSON. It enters the content key of the journal: change it and replies are asked anew.
   */
  readonly identity: Readonly<Record<string, unknown>>;
  /** Where it waits for the world: asks of other lanes go on beside it. Left out by what is embedded. */
  readonly lane?: AskLane;
  ask(request: AskRequest): Promise<AskAnswer>;
}
