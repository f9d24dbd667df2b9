import { csvTable } from "../records/csv-reader.js";
import { ArgumentError } from "../statistics/argument-error.js";

/**
 * A person's answers to a questionnaire, for `pvq21Centred` or `centredScores`: one number an item, in the order of the
 * questionnaire, with commas or line ends between; an empty place or `NA` is an item that was not answered. The
 * package ships scoring keys and no item texts: ask the questions from your own licensed copy.
 *
 * @param text   such as `1,2,,6` or one answer a line
 * @param items  how many there must be
 * @throws ArgumentError when there are more or fewer, or one is no number
 * @example
 * parseAnswers("1,2,,6", 4); // => [1, 2, null, 6]
 * parseAnswers("1\n2\nNA", 3); // => [1, 2, null]
 * parseAnswers("1,2", 3); // throws /answers must be 3, one an item, with nothing between two commas for one not given: 2/
 * parseAnswers("1,often,3", 3); // throws /answers\[1\] must be a number: often/
 */
export function parseAnswers(text: string, items: number): (number | null)[] {
  const cells = csvTable(text.trim()).flatMap((row) => row.cells.map((cell) => cell.trim()));
  if (cells.length !== items)
    throw new ArgumentError(
      "answers",
      `must be ${items}, one an item, with nothing between two commas for one not given`,
      cells.length,
    );
  return cells.map((cell, at) => {
    if (cell === "" || cell.toUpperCase() === "NA") return null;
    const value = Number(cell);
    if (!Number.isFinite(value))
      throw new ArgumentError(`answers[${at}]`, "must be a number", cell);
    return value;
  });
}
