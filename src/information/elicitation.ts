/** What an elicitation may look at: the replies of one examinee, the bare item, and the clip. */
export interface ElicitationInput {
  readonly replies: readonly (readonly number[])[];
  readonly baseline: readonly number[];
  readonly clip: number;
}

/** A choice for I of Eq. 1: how much an examinee's replies to an item say about values, and its maximum. */
export interface Elicitation {
  readonly id: string;
  /** The numbers it was tuned with, by parameter; left out where there are none. They name it as the id does. */
  readonly settings?: Readonly<Record<string, number>>;
  of(input: ElicitationInput): number;
  /**
   * The most the quantity can be with this clip and so many dimensions; above 0. The reported objective divides by
   * it. An estimate that is corrected for bias may lie a little beyond.
   */
  maximum(clip: number, dimensions: number): number;
}
