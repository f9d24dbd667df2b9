import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import type { Board, BoardDimension } from "./board.js";
import { constantRow } from "./board-notes.js";
import type { BoardItems } from "./rank-intervals.js";

/**
 * The scores of a study as a board, one row an examinee, one column a dimension of the systems given.
 *
 * @param results  what a run returned, or results/scores.json
 * @example
 * const dimension = { id: "care", name: "Care", definition: "Care." };
 * const system = { id: "s", name: "S", source: "", reading: "adherence", dimensions: [dimension], groups: [], circularOrder: null };
 * const examinees = [{ id: "a", name: "A", origin: "simulated" }];
 * const scores = [{ examinee: "a", system: "s", dimension: "care", mean: 0.25 }];
 * studyBoard({ examinees, scores }, [system]).rows; // => [{ id: "a", name: "A (sim)", scores: [0.25], flag: null }]
 */
export function studyBoard(
  results: Pick<StudyResults, "examinees" | "scores">,
  systems: readonly ValueSystem[],
): Board {
  const dimensions = systems.flatMap((system) =>
    system.dimensions.map(
      ({ id, name }): BoardDimension => ({ system: system.id, dimension: id, name }),
    ),
  );
  const key = (examinee: string, system: string, dimension: string) =>
    `${examinee}\n${system}\n${dimension}`;
  const means = new Map(
    results.scores.map((score) => [key(score.examinee, score.system, score.dimension), score.mean]),
  );
  return {
    dimensions,
    rows: results.examinees.map(({ id, name, origin }) => {
      const scores = dimensions.map(
        ({ system, dimension }) => means.get(key(id, system, dimension)) ?? null,
      );
      const shown = origin === "simulated" ? `${name} (sim)` : name;
      return { id, name: shown, scores, flag: constantRow(scores) };
    }),
  };
}

/**
 * The items behind a study's board, for `rankIntervals`.
 *
 * @param board  of the same study; columns without an item stay without a reading
 * @param rows   results/readings.jsonl, or a run's readings
 * @returns `null` when some column has no item: then nothing can be drawn
 * @example
 * const board = { dimensions: [{ system: "s", dimension: "care", name: "Care" }], rows: [{ id: "a", name: "A", scores: [0.5], flag: null }] };
 * const rows = [{ system: "s", item: "i1", round: 0, readings: { a: { care: 0.5 } } }];
 * boardItems(board, rows); // => { readings: [[[[0.5]]]], items: [["i1"]] }
 * boardItems(board, []); // => null
 */
export function boardItems(board: Board, rows: readonly ItemReadingsRow[]): BoardItems | null {
  const byColumn = board.dimensions.map(({ system, dimension }) =>
    rows.filter(
      (row) =>
        row.system === system &&
        Object.values(row.readings).some((own) => Object.hasOwn(own, dimension)),
    ),
  );
  if (byColumn.some((own) => own.length === 0)) return null;
  const readings = board.rows.map(({ id }) =>
    byColumn.map((own, k) =>
      own.map((row) => {
        const reading = row.readings[id]?.[board.dimensions[k].dimension] ?? null;
        return reading === null ? null : [reading];
      }),
    ),
  );
  // The same item may come back in a later round: each time it is asked it is drawn by itself.
  const items = byColumn.map((own) =>
    own.map(({ item, round }) => (round === 0 ? item : `${item}/${round}`)),
  );
  return { readings, items };
}
