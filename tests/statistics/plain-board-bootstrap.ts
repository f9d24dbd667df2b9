import { stream } from "../../src/random/stream.js";
import type { BoardReadings } from "../../src/statistics/board-layout.js";
import { drawResamples } from "../../src/statistics/bootstrap-items.js";

/** An interval of a score and of its rank. */
export interface PlainScore {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

/** One dimension's scores, examinee by examinee, and those of all dimensions together. */
export interface PlainBoard {
  readonly scores: readonly (readonly PlainScore[])[];
  readonly overall: readonly PlainScore[];
}

/**
 * The bootstrap of a board as its definition reads, with no thought for speed: every score from every draw's samples, every
 * draw ranked by sorting, quantiles from sorted lists. The measure for `boardBootstrap`, which must give the same.
 *
 * @param shared  whether all dimensions have the same items, and so the same draws
 */
export function plainBoardBootstrap(
  readings: BoardReadings,
  key: string,
  resamples: number,
  shared: boolean,
): PlainBoard {
  const random = stream(key);
  const first = drawResamples(readings[0][0].length, { random, resamples });
  const draws = readings[0].map((items, k) =>
    shared || k === 0 ? first : drawResamples(items.length, { random, resamples }),
  );
  // Dimensions by resamples by examinees.
  const scores = draws.map((own, k) =>
    own.map((items) => readings.map((board) => scoreOf(items.map((item) => board[k][item])))),
  );
  const overall = first.map((_, draw) =>
    readings.map((_, examinee) => mean(scores.map((own) => own[draw][examinee]))),
  );
  const columns = scores.map((own) => summaries(own));
  return {
    scores: readings.map((_, examinee) => columns.map((column) => column[examinee])),
    overall: summaries(overall),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

function scoreOf(cells: readonly (readonly number[] | null)[]): number {
  return mean(
    cells.filter((cell) => cell !== null && cell.length > 0).map((cell) => mean(cell ?? [])),
  );
}

/** From resamples by examinees to one summary an examinee. */
function summaries(draws: readonly (readonly number[])[]): readonly PlainScore[] {
  const ranked = draws.map((scores) =>
    scores.map((own) => ({
      best: 1 + scores.filter((other) => other > own + 1e-12).length,
      worst: scores.filter((other) => !Number.isNaN(other) && other > own - 1e-12).length,
    })),
  );
  return draws[0].map((_, examinee) => {
    const own = draws.map((scores) => scores[examinee]).filter((score) => !Number.isNaN(score));
    const present = ranked.filter((_, draw) => !Number.isNaN(draws[draw][examinee]));
    const centre = mean(own);
    const squares = own.reduce((sum, score) => sum + (score - centre) ** 2, 0);
    return {
      mean: centre,
      standardError: Math.sqrt(squares / (own.length - 1)),
      low: typeSeven(own, 0.025),
      high: typeSeven(own, 0.975),
      rankLow: typeSeven(
        present.map((ranks) => ranks[examinee].best),
        0.025,
      ),
      rankHigh: typeSeven(
        present.map((ranks) => ranks[examinee].worst),
        0.975,
      ),
    };
  });
}

function typeSeven(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * level;
  const [lower, upper] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return lower + (place - Math.floor(place)) * (upper - lower);
}
