import { mean } from "simple-statistics";
import { publishedBoard } from "../../facts/published-board.js";
import type { PublishedVersion } from "../../facts/published-score.js";
import type { DimensionId, SystemId } from "../../values/value-system.js";

/** One model's published scores of one system, on 0 to 100. */
export interface PublishedTableRow {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly developer: string;
  readonly access: "open" | "closed";
  /** In the order of `dimensions`. */
  readonly scores: readonly number[];
  /** Mean over all dimensions: the number of the platform's leaderboard. */
  readonly mean: number;
}

/** Published scores of one system as a table of numbers, placeholders as served. */
export interface PublishedTable {
  readonly system: SystemId;
  readonly version: PublishedVersion;
  readonly dimensions: readonly DimensionId[];
  readonly rows: readonly PublishedTableRow[];
}

/** Reads a release of one system as the platform serves it, which is what its own claims rest on. */
export function publishedTable(
  system: SystemId,
  version: PublishedVersion = "current",
): PublishedTable {
  const board = publishedBoard({ systems: [system], version, placeholders: "as-served" });
  return {
    system,
    version,
    dimensions: board.dimensions.map(({ dimension }) => dimension),
    rows: board.rows.map(({ id, name, card, scores }) => {
      const points = scores.map((score) => 100 * (score ?? 0));
      const { family, developer, access } = card;
      return { id, name, family, developer, access, scores: points, mean: mean(points) };
    }),
  };
}

/**
 * The row of one model.
 *
 * @throws RangeError for a model without a row
 */
export function rowOf({ rows, version }: PublishedTable, id: string): PublishedTableRow {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new RangeError(`no ${version} scores of ${id}`);
  return row;
}

/** One dimension's scores, model by model. */
export function columnScores(table: PublishedTable, dimension: DimensionId): number[] {
  const at = table.dimensions.indexOf(dimension);
  return table.rows.map(({ scores }) => scores[at]);
}

/** 1 for the highest of the table on a dimension, or on the mean; ties count as ahead. */
export function placeOf(table: PublishedTable, id: string, dimension?: DimensionId): number {
  const value = (row: PublishedTableRow) =>
    dimension === undefined ? row.mean : row.scores[table.dimensions.indexOf(dimension)];
  const own = value(rowOf(table, id));
  return 1 + table.rows.filter((row) => value(row) > own).length;
}
