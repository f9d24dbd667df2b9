import { EXIT } from "./exit-code.js";

/** A run that a signal has ended, with the command that goes on with it. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor(
    readonly command: string,
    options?: ErrorOptions,
  ) {
    super("interrupted", options);
  }
}

/** The signals that end a run in good order; a second one ends it at once. */
export const ENDING_SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const;

/** How the program ends after a signal: 128 and the signal's number, as shells have it. */
export function exitAfter(reason: unknown): number {
  const isTerm = reason instanceof Error && reason.message === "SIGTERM";
  return isTerm ? ENDING_SIGNALS.SIGTERM : ENDING_SIGNALS.SIGINT;
}

/**
 * Words as one would type them into a shell.
 *
 * @example
 * shellLine("resume", "my studies"); // => "value-compass resume 'my studies'"
 */
export function shellLine(...words: readonly string[]): string {
  const quoted = words.map((word) =>
    /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return ["value-compass", ...quoted].join(" ");
}
