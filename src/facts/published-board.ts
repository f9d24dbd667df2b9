import type { Board, BoardDimension, BoardRow } from "../aggregation/board.js";
import type { SystemId } from "../values/value-system.js";
import { modelCards } from "./made/models.js";
import { publishedScores } from "./made/published-scores.js";
import type { ModelCard } from "./model-card.js";
import type { PublishedVersion } from "./published-score.js";
import { builtInSystems } from "./value-systems.js";

/** Which of the published scores to show, and what to do with placeholders. */
export interface PublishedBoardOptions {
  /** One value system or several; all four unless told. */
  readonly systems?: readonly SystemId[];
  /** `current` unless told. */
  readonly version?: PublishedVersion;
  /**
   * `leave-out` (so unless told): a placeholder is no score and counts as missing. `as-served`: it counts as the platform has it. The row is
   * flagged either way.
   */
  readonly placeholders?: "leave-out" | "as-served";
}

/** A row of the public platform's board, with what the platform states about the model. */
export interface PublishedRow extends BoardRow {
  readonly card: ModelCard;
}

/** The public platform's board: point scores alone, without items or intervals. */
export interface PublishedBoard extends Board {
  readonly version: PublishedVersion;
  readonly rows: readonly PublishedRow[];
}

/**
 * The scores that the public platform shows, as a board for `rankBoard`, `dominanceGraph` and `rankSensitivity`: 33 models
 * on 27 dimensions of four systems, or an earlier release. It publishes no items, so no interval can be given.
 *
 * @throws RangeError when a system has no scores in that release
 * @example
 * const board = publishedBoard();
 * [board.rows.length, board.dimensions.length]; // => [33, 27]
 * publishedBoard({ systems: ["mft"] }).rows.filter(({ flag }) => flag !== null).map(({ name }) => name); // => ["Gemini-2.0-Pro"]
 * publishedBoard({ systems: ["llm_unique"], version: "static2024" }); // throws /no published static2024 scores of llm_unique/
 */
export function publishedBoard({
  systems = builtInSystems.map(({ id }) => id),
  version = "current",
  placeholders = "leave-out",
}: PublishedBoardOptions = {}): PublishedBoard {
  const dimensions = systems.flatMap((id) => columnsOf(id, version));
  const own = publishedScores.filter(
    (row) => row.version === version && systems.includes(row.system),
  );
  const key = (model: string, system: string, dimension: string) =>
    `${model} ${system}.${dimension}`;
  const found = new Map(own.map((row) => [key(row.model, row.system, row.dimension), row]));
  const models = new Set(own.map(({ model }) => model));
  const rows = modelCards
    .filter(({ id }) => models.has(id))
    .map((card): PublishedRow => {
      const cells = dimensions.map(({ system, dimension }) =>
        found.get(key(card.id, system, dimension)),
      );
      return {
        id: card.id,
        name: card.name,
        card,
        scores: cells.map((cell) =>
          cell === undefined || (cell.placeholder && placeholders === "leave-out")
            ? null
            : cell.score,
        ),
        flag: flagOf(dimensions, cells),
      };
    });
  return { version, dimensions, rows };
}

/** Built-in dimensions of a system that the release has scores of. */
function columnsOf(id: SystemId, version: PublishedVersion): readonly BoardDimension[] {
  const scored = new Set(
    publishedScores
      .filter((row) => row.version === version && row.system === id)
      .map((row) => row.dimension),
  );
  const system = builtInSystems.find((one) => one.id === id);
  if (system === undefined || scored.size === 0)
    throw new RangeError(`no published ${version} scores of ${id}`);
  return system.dimensions
    .filter(({ id: dimension }) => scored.has(dimension))
    .map(({ id: dimension, name }) => ({ system: id, dimension, name }));
}

/** Where a system's row is one constant, in words; it says nothing of the other systems' scores beside it. */
function flagOf(
  dimensions: readonly BoardDimension[],
  cells: readonly ({ readonly score: number; readonly placeholder: boolean } | undefined)[],
): string | null {
  const said = [...new Set(dimensions.map(({ system }) => system))].flatMap((system) => {
    const marked = cells.filter(
      (cell, at) => dimensions[at].system === system && cell?.placeholder,
    );
    if (marked[0] === undefined) return [];
    const name = builtInSystems.find(({ id }) => id === system)?.name ?? system;
    const score = (100 * marked[0].score).toFixed(1);
    return [
      `a placeholder, ${score} on all ${marked.length} dimensions of ${name}, stands where no measurement is published`,
    ];
  });
  return said.length === 0 ? null : said.join("; ");
}
