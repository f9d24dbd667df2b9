import { RepliesFileError } from "../examinees/read-replies-text.js";
import { InputError } from "../ports/input-error.js";
import { JournalError } from "../run/journal/journal-error.js";
import { StudyLockedError } from "../run/journal/study-lock.js";

/** How the program ends (design, section 7). */
export const EXIT = {
  done: 0,
  failed: 1,
  badInput: 2,
  capped: 3,
  interrupted: 130,
  terminated: 143,
} as const;

/** Whether an error is something the person at the keyboard can mend: one line tells them. */
export function isBadInput(error: unknown): error is Error {
  return (
    error instanceof InputError ||
    error instanceof JournalError ||
    error instanceof StudyLockedError ||
    error instanceof RepliesFileError
  );
}
