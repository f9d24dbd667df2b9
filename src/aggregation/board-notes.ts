import type { Board } from "./board.js";

/** A row whose scores are all the same, on so many dimensions, was hardly measured. */
const FEWEST_ALIKE = 3;

/**
 * What a board can and cannot show, in sentences: one examinee has nobody to be ranked against, one dimension leaves nothing
 * for a rule to weigh up, a dimension without scores says nothing, and a row with one number everywhere looks like a
 * placeholder.
 *
 * @example
 * const board = { dimensions: [{ system: "s", dimension: "care", name: "Care" }], rows: [] };
 * boardNotes(board); // => ["no examinee: nothing to rank", "one dimension: every rule ranks by it alone"]
 */
export function boardNotes(board: Board): readonly string[] {
  const { dimensions, rows } = board;
  const notes: string[] = [];
  if (rows.length === 0) notes.push("no examinee: nothing to rank");
  if (rows.length === 1) notes.push("one examinee: nobody to rank it against");
  if (dimensions.length === 1) notes.push("one dimension: every rule ranks by it alone");
  const hasScore = rows.some((row) => row.scores.some((score) => score !== null));
  if (rows.length > 0 && !hasScore) notes.push("no score at all: nothing to rank");
  else if (rows.length > 0) {
    const bare = dimensions.filter((_, k) => rows.every((row) => row.scores[k] === null));
    if (bare.length > 0) notes.push(`no score on ${bare.map(({ name }) => name).join(", ")}`);
  }
  for (const row of rows) {
    const said = row.flag ?? constantRow(row.scores);
    if (said !== null) notes.push(`${row.name}: ${said}`);
  }
  return notes;
}

/**
 * Says so where a row holds one number on three dimensions or more: no measurement comes out like that.
 *
 * @returns a sentence, or `null`
 * @example
 * constantRow([0.35, 0.35, 0.35]); // => "35.0 on all 3 dimensions, which looks like a placeholder"
 * constantRow([0.35, 0.36, 0.35]); // => null
 */
export function constantRow(scores: readonly (number | null)[]): string | null {
  const present = scores.filter((score) => score !== null);
  const alike = present.length >= FEWEST_ALIKE && present.every((score) => score === present[0]);
  // Nobody wonders at a row of 0s or of 1s: a floor and a ceiling are reached often.
  if (!alike || present[0] === 0 || present[0] === 1) return null;
  const shown = (100 * present[0]).toFixed(1);
  return `${shown} on all ${present.length} dimensions, which looks like a placeholder`;
}
