import { shippedForm } from "./made/user-study-form.js";

/** One line of a form: a sentence to agree with or not. */
export interface FormLine {
  readonly id: string;
  readonly text: string;
}

/** A form for a user study of a platform, in our own words. */
export interface UserStudyForm {
  readonly about: string;
  /** q1 to q9, from 1 to 7. */
  readonly questions: readonly FormLine[];
  /** s1 to s10, from 1 to 5: the odd ones speak for the platform, the even ones against it. */
  readonly usability: readonly FormLine[];
}

/**
 * The form that `value-compass userstudy --form` prints.
 *
 * @example
 * userStudyForm().usability.length; // => 10
 */
export function userStudyForm(): UserStudyForm {
  return shippedForm;
}
