import { pickColumns } from "../aggregation/board.js";
import { weightedMean } from "../aggregation/weighted-mean.js";
import type { SystemId } from "../values/value-system.js";
import {
  type PublishedBoardOptions,
  type PublishedRow,
  publishedBoard,
} from "./published-board.js";

/** What the platform's leaderboard shows for one model. */
export interface LeaderboardRow {
  /** 1 to n in the order served; equal means do not share a rank, as on the platform. */
  readonly rank: number;
  readonly model: string;
  readonly name: string;
  readonly developer: string;
  readonly access: "open" | "closed";
  readonly released: string | null;
  /** Mean of the ticked dimensions, from 0 to 100. */
  readonly score: number;
  /** What the platform does not say: that the row is a placeholder; `null` otherwise. */
  readonly flag: string | null;
}

/** What is ticked, and in which release. */
export interface PublishedLeaderboardOptions extends Pick<PublishedBoardOptions, "version"> {
  /**
   * Ids of the ticked dimensions, `all` of them (so unless told), or `site`: what the platform ticks when it opens, which is
   * all but for the Schwartz values, where it is benevolence and universalism since 2025-05-21.
   */
  readonly ticked?: readonly string[] | "all" | "site";
}

/**
 * The leaderboard of one value system as the public platform serves it: the plain mean over the ticked dimensions, no weights,
 * no intervals, placeholder included (it is flagged here). To rank by your own weights and rules take
 * `rankBoard(publishedBoard(...))`.
 *
 * Source: platform 1 and 5.
 *
 * @throws RangeError for a system without scores in the release, or a dimension that is not there
 * @example
 * publishedLeaderboard("schwartz")[0].name; // => "o3-mini"
 * publishedLeaderboard("schwartz")[0].score; // => 49.79 (± 1e-2)
 * publishedLeaderboard("schwartz", { ticked: "site" })[0].name; // => "Phi-3.5-MoE-instruct"
 * publishedLeaderboard("mft").find(({ flag }) => flag !== null)?.rank; // => 12
 */
export function publishedLeaderboard(
  system: SystemId,
  { version = "current", ticked = "all" }: PublishedLeaderboardOptions = {},
): readonly LeaderboardRow[] {
  const whole = publishedBoard({ systems: [system], version, placeholders: "as-served" });
  const names = ticked === "site" ? siteTicks(system) : ticked;
  const places =
    names === "all"
      ? whole.dimensions.map((_, k) => k)
      : pickColumns(whole, names).dimensions.map((one) =>
          whole.dimensions.findIndex(({ dimension }) => dimension === one.dimension),
        );
  const means = whole.rows.map((row) => ({ row, score: meanOf(row, places) }));
  return means
    .toSorted((a, b) => b.score - a.score)
    .map(({ row, score }, at) => ({
      rank: at + 1,
      model: row.id,
      name: row.name,
      developer: row.card.developer,
      access: row.card.access,
      released: row.card.released,
      score,
      flag: row.flag,
    }));
}

function siteTicks(system: SystemId): readonly string[] | "all" {
  return system === "schwartz" ? ["benevolence", "universalism"] : "all";
}

function meanOf({ scores }: PublishedRow, places: readonly number[]): number {
  return weightedMean(places.map((k) => 100 * (scores[k] ?? 0)));
}
