import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { type BoardScore, boardBootstrap } from "../../src/statistics/board-bootstrap.js";
import { type BoardReadings, boardLayout } from "../../src/statistics/board-layout.js";
import { bootstrapItems, drawResamples } from "../../src/statistics/bootstrap-items.js";
import { type PlainScore, plainBoardBootstrap } from "./plain-board-bootstrap.js";

const RESAMPLES = 400;

interface Shape {
  readonly examinees: number;
  readonly dimensions: number;
  readonly items: number;
  /** One cell in so many has no reading. */
  readonly gapOf?: number;
}

/** Readings of 0 or 1, so that ties are common. */
function board({ examinees, dimensions, items, gapOf = Infinity }: Shape): BoardReadings {
  const random = stream("board", examinees, dimensions, items, gapOf);
  const list = <T>(length: number, make: (at: number) => T) =>
    Array.from({ length }, (_, at) => make(at));
  return list(examinees, (examinee) =>
    list(dimensions, () =>
      list(items, () => {
        if (random.next() < 1 / gapOf) return null;
        return list(1 + random.integer(5), () => (random.next() < 0.3 + examinee / 30 ? 1 : 0));
      }),
    ),
  );
}

const apart = (shape: Shape) =>
  Array.from({ length: shape.dimensions }, (_, k) =>
    Array.from({ length: shape.items }, (_, item) => `${k}/${item}`),
  );

/** A score equals the plain one but for its mean, which here is that of the readings, not of the draws. */
function expectSame(fast: BoardScore, plain: PlainScore): void {
  for (const key of ["standardError", "low", "high", "rankLow", "rankHigh"] as const)
    expect(fast[key]).toBeCloseTo(plain[key], 12);
}

describe("the bootstrap of a board", () => {
  test.each([
    ["shared items", { examinees: 7, dimensions: 3, items: 20 }, true],
    ["items of each dimension apart", { examinees: 7, dimensions: 3, items: 20 }, false],
    ["cells missing", { examinees: 11, dimensions: 2, items: 15, gapOf: 6 }, true],
    [
      "so few items that draws miss an examinee",
      { examinees: 5, dimensions: 2, items: 3, gapOf: 3 },
      true,
    ],
    ["a single examinee and item", { examinees: 1, dimensions: 1, items: 1 }, true],
  ] as const)("equals the definition: %s", (_, shape, shared) => {
    const readings = board(shape);
    const fast = boardBootstrap(readings, {
      random: stream("draws"),
      resamples: RESAMPLES,
      items: shared ? undefined : apart(shape),
    });
    const plain = plainBoardBootstrap(readings, "draws", RESAMPLES, shared);
    fast.scores.forEach((own, examinee) => {
      own.forEach((score, k) => {
        expectSame(score, plain.scores[examinee][k]);
      });
      expectSame(fast.overall[examinee], plain.overall[examinee]);
    });
  });

  test("each score has the interval of bootstrapItems with the same draws, and the mean of its items", () => {
    const readings = board({ examinees: 4, dimensions: 2, items: 12 });
    const { scores } = boardBootstrap(readings, { random: stream("d"), resamples: 300 });
    const resamples = drawResamples(12, { random: stream("d"), resamples: 300 });
    for (const [examinee, own] of scores.entries())
      for (const [k, score] of own.entries()) {
        const cells = readings[examinee][k].map((cell) => cell ?? []);
        const alone = bootstrapItems(cells, { resamples });
        expect(score.low).toBeCloseTo(alone.quantiles[0], 12);
        expect(score.high).toBeCloseTo(alone.quantiles[1], 12);
        expect(score.standardError).toBeCloseTo(alone.standardError, 12);
        const itself = bootstrapItems(cells, { resamples: [cells.map((_, item) => item)] });
        expect(score.mean).toBeCloseTo(itself.mean, 12);
      }
  });

  test("examinees alike in every reply share a rank, and their rank intervals are the same and open", () => {
    const [one] = board({ examinees: 1, dimensions: 1, items: 10 });
    const lower = one.map((items) => items.map((samples) => samples?.map(() => -1) ?? null));
    const { overall } = boardBootstrap([one, lower, one], { random: stream("d"), resamples: 200 });
    expect(overall.map(({ rank }) => rank)).toEqual([1, 3, 1]);
    expect(overall.map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([
      [1, 2],
      [3, 3],
      [1, 2],
    ]);
  });

  test("shared items leave the difference of dimensions certain, items apart do not", () => {
    const [[samples]] = board({ examinees: 1, dimensions: 1, items: 30 });
    const opposite = samples.map((own) => own?.map((one) => 1 - one) ?? null);
    const readings = [[samples, opposite]];
    const width = (items?: string[][]) => {
      const options = { random: stream("d"), resamples: 500, items };
      return boardBootstrap(readings, options).overall[0].standardError ?? Number.NaN;
    };
    expect(width()).toBeLessThan(1e-12);
    expect(width(apart({ examinees: 1, dimensions: 2, items: 30 }))).toBeGreaterThan(0.02);
  });

  test("dimensions are drawn together when items join them, through others too", () => {
    const readings = board({ examinees: 1, dimensions: 4, items: 2 });
    const names = [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["b", "e"],
    ];
    expect(boardLayout(readings, names).map(({ dimensions }) => dimensions)).toEqual([
      [0, 2, 3],
      [1],
    ]);
  });

  test("an examinee without readings on a dimension has no score there, no overall and no rank", () => {
    const readings = board({ examinees: 2, dimensions: 2, items: 5 });
    const gone = [readings[0], [readings[1][0], readings[1][1].map(() => null)]];
    const { scores, overall } = boardBootstrap(gone, { random: stream("d"), resamples: 50 });
    expect(scores[1][1]).toEqual({
      mean: null,
      standardError: null,
      low: null,
      high: null,
      rank: null,
      rankLow: null,
      rankHigh: null,
      resamples: 0,
    });
    expect(overall[1].rank).toBeNull();
    expect(overall[0]).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 1 });
  });

  test("any welfare rule may stand in for the mean over dimensions", () => {
    const readings = board({ examinees: 3, dimensions: 3, items: 8 });
    const worst = (scores: readonly number[]) => Math.min(...scores);
    const options = { random: stream("d"), resamples: 100, overall: worst };
    const { scores, overall } = boardBootstrap(readings, options);
    overall.forEach(({ mean }, examinee) => {
      expect(mean).toBe(Math.min(...scores[examinee].map((score) => score.mean ?? Infinity)));
    });
  });

  test.each([
    ["no examinee", [], "readings must hold an examinee"],
    ["dimensions that differ", [[[[1]]], []], "readings[1] must hold 1 dimensions"],
    ["items that differ", [[[[1]], [[1], [2]]]], "readings[0][1] must hold 1 items"],
    ["a reading that is none", [[[[1, Number.NaN]]]], "readings[0][0][0][1] must be a finite"],
    ["a reading too large", [[[[1e200, -1e200]]]], "readings[0][0][0][0] must be a finite"],
  ])("refuses %s", (_, readings, problem) => {
    expect(() => boardBootstrap(readings, { random: stream("d") })).toThrow(problem);
  });
});
