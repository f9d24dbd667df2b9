/**
 * One cell: one examinee's one answer to one item. Sample numbers come in bands (see `band`), so that
 * the replies that choose an item are never the replies that score it.
 */
export interface Cell {
  readonly examinee: string;
  readonly item: string;
  readonly sample: number;
}

/** Why an endpoint stopped writing. `refused`: it marked its own words as a refusal. */
export type Finish = "complete" | "truncated" | "filtered" | "refused";

/** A reply y. */
export interface Reply {
  readonly text: string;
  readonly finish: Finish;
  /** The model id that the endpoint says answered; for simulated and recorded examinees, its own id. */
  readonly served: string;
}
