/** What a verb may touch of the world outside: given once, so that tests can stand in for a terminal. */
export interface VerbContext {
  /** Results go here. */
  out(text: string): void;
  /** Progress and warnings go here. */
  err(text: string): void;
  readonly isTTY: boolean;
  now(): number;
  /** Aborted by Ctrl-C (SIGINT) and by SIGTERM, which its reason names. */
  readonly signal: AbortSignal;
}
