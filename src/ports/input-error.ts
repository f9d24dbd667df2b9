/** What is wrong with something that a person gave: which input, where in it, what arrived, what to do. */
export interface InputProblem {
  /** The file, flag or column: `study.json: objective.alpha`. */
  readonly where: string;
  /** What is wrong, in words that follow the place: `must be a number from 0 to 1`. */
  readonly problem: string;
  /** What arrived, or `null` where nothing did. */
  readonly arrived: string | null;
  /** What to do about it. */
  readonly fix: string;
}

/** Bad input, told in one line. Whoever meets it has written nothing yet. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly details: InputProblem,
    options?: ErrorOptions,
  ) {
    super(inputSentence(details), options);
  }
}

/**
 * One line that says what, where, what arrived and what to do.
 *
 * @example
 * inputSentence({ where: "study.json: seed", problem: "must be a whole number", arrived: "x", fix: "write 7" }); // => "study.json: seed must be a whole number; got x; write 7"
 */
export function inputSentence({ where, problem, arrived, fix }: InputProblem): string {
  const got = arrived === null ? "" : `; got ${arrived}`;
  return `${where} ${problem}${got}; ${fix}`.replace(/\s+/g, " ");
}
