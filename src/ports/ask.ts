import type { ExamineeCard } from "../records/examinee-card.js";
import type { Unmeasured } from "../records/outcome.js";
import type { Reply } from "../records/reply.js";

/** One request for one reply. The text of the item is all that an examinee sees of it. */
export interface AskRequest {
  readonly system: string;
  readonly text: string;
  readonly sample: number;
  readonly signal?: AbortSignal;
}

/** A reply, or why there is none. An examinee never throws for what the world does to it. */
export type AskAnswer =
  | { readonly kind: "answered"; readonly reply: Reply }
  | { readonly kind: "failed"; readonly why: Unmeasured; readonly attempts: number };

/** An examinee p_i: something that answers an open question. A user's own is these two members and a card. */
export interface Examinee {
  readonly card: ExamineeCard;
  /**
   * Everything besides item and sample number that decides a reply (endpoint, model, parameters, seed,
   * world), as plain JSON. It enters the content key of the journal: change it and replies are asked anew.
   */
  readonly identity: Readonly<Record<string, unknown>>;
  ask(request: AskRequest): Promise<AskAnswer>;
}
