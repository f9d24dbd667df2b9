/** What can be wrong with a journal file. */
export type JournalProblem =
  | "cannotOpen"
  | "readOnly"
  | "full"
  | "notDatabase"
  | "notJournal"
  | "damaged"
  | "newer"
  | "busy"
  | "other";

/** What to do with a damaged journal. */
export const SALVAGE = "Salvage it: value-compass run does, and puts what is damaged aside";

/** A journal that cannot be read or written: which file, what happened, what to do. One line. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  constructor(
    readonly problem: JournalProblem,
    readonly file: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${message}`, options);
  }
}
