/**
 * A formula was given something it is not defined for. Tells which argument, what it should have been, and what
 * arrived. Every function of the pure rooms throws this and nothing else.
 *
 * @example
 * new ArgumentError("alpha", "must be a number from 0 to 1", 1.2).message; // => "alpha must be a number from 0 to 1: 1.2"
 */
export class ArgumentError extends RangeError {
  override readonly name = "ArgumentError";
  constructor(
    /** The argument's name, with the place in it where there is one: `scores[3]`. */
    readonly argument: string,
    /** What it should have been, in words that follow the name. */
    readonly problem: string,
    /** What arrived. */
    readonly received: unknown,
  ) {
    super(`${argument} ${problem}: ${shown(received)}`);
  }
}

/** Most characters of what arrived that a message repeats. */
const LONGEST = 60;

function shown(received: unknown): string {
  const text =
    typeof received === "number" || typeof received !== "object" || received === null
      ? String(received)
      : (JSON.stringify(received, (_, value) => (typeof value === "number" ? `${value}` : value)) ??
        "");
  const plain = text.replaceAll('"', "");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}...` : plain;
}
