/** One request that was made, as the journal's attempts want it. */
export interface MadeCall {
  /** When it began, in milliseconds since 1970, and how long it took. */
  readonly started: number;
  readonly took: number;
  /** `answered`, or the short name of what went wrong. */
  readonly result: string;
  /** Tokens as the endpoint counted them; `null` where it said nothing. */
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
}

/** How many tokens a request will probably take, at the most. */
export interface TokenEstimate {
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Where the requests that one answer takes are counted, and where a cap can forbid them. */
export interface CallWatch {
  /** Before each request: sets aside what it may cost; false when a cap leaves no room for it. */
  allow(estimate: TokenEstimate): boolean;
  /** After each request that was allowed: what it was, with the estimate that was set aside. */
  made(call: MadeCall, estimate: TokenEstimate): void;
}
