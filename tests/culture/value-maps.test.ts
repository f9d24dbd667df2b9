import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignMap } from "../../src/culture/align-map.js";
import { classicalMds } from "../../src/culture/classical-mds.js";
import { euclideanDistances } from "../../src/culture/euclidean-distances.js";
import { pca } from "../../src/culture/pca.js";
import { layOnto, procrustes } from "../../src/culture/procrustes.js";
import { symmetricEigen } from "../../src/culture/symmetric-eigen.js";
import { trustworthiness } from "../../src/culture/trustworthiness.js";
import { type MapEntry, type ValueSpace, valueSpace } from "../../src/culture/value-space.js";
import { promisesTotality, total, wild } from "../house/totality.js";

const FULL = Boolean(process.env.VALUE_COMPASS_FULL);
const runs = { numRuns: FULL ? 10_000 : 300, seed: 7 };

type Points = number[][];

/** On a grid, so that points lie apart by more than rounding or not at all. */
const coordinate = fc.integer({ min: -1000, max: 1000 }).map((step) => step / 100);
const pointsOf = (columns: number, fewest = 4): fc.Arbitrary<Points> =>
  fc.array(fc.array(coordinate, { minLength: columns, maxLength: columns }), {
    minLength: fewest,
    maxLength: 9,
  });

/** A table that is symmetric as often as not, with entries of every kind. */
const wildSymmetric: fc.Arbitrary<Points> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.array(wild.number, { minLength: size * size, maxLength: size * size }).map((cells) =>
        Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) => {
            const cell = cells[Math.min(i, j) * size + Math.max(i, j)];
            return i === j ? 0 : Math.abs(cell);
          }),
        ),
      ),
    ),
  },
  { weight: 1, arbitrary: wild.table },
);
const wildPair: fc.Arbitrary<readonly [Points, Points]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) => {
        const row = fc.array(wild.number, { minLength: columns, maxLength: columns });
        const table = fc.array(row, { minLength: rows, maxLength: rows });
        return fc.tuple(table, table);
      }),
  },
  { weight: 1, arbitrary: fc.tuple(wild.table, wild.table) },
);
const smallCount = fc.oneof(fc.integer({ min: 1, max: 3 }), wild.number);
/** Two points closer than this are one. */
const NEAR = 1e-190;
const coincide = (points: Points) =>
  points.every((point) => point.every((value, k) => Math.abs(value - points[0][k]) < NEAR));

promisesTotality("maps", {
  pca: total({
    of: (rows: Points, dimensions: number) => pca(rows, dimensions),
    inputs: [wild.table, smallCount],
    undefinedWhen: coincide,
  }),
  classicalMds: total({
    of: (distances: Points, dimensions: number) => classicalMds(distances, dimensions),
    inputs: [wildSymmetric, smallCount],
    undefinedWhen: (distances) => distances.flat().every((value) => value === 0),
  }),
  procrustes: total({
    of: ([onto, moved]: readonly [Points, Points]) => procrustes(onto, moved, { scaled: true }),
    inputs: [wildPair],
    undefinedWhen: ([onto, moved]) => coincide(onto) || coincide(moved),
  }),
  trustworthiness: total({
    of: ([high, low]: readonly [Points, Points], k: number) => trustworthiness(high, low, k),
    inputs: [wildPair, smallCount],
  }),
  euclideanDistances: total({ of: euclideanDistances, inputs: [wild.table] }),
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const flatDistance = (a: Points, b: Points) =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - b[i][j]))));

describe("classical scaling", () => {
  test("of distances in three dimensions gives them back, and its eigenvalues sum to theirs", () => {
    fc.assert(
      fc.property(pointsOf(3), (points) => {
        const distances = euclideanDistances(points);
        const map = classicalMds(distances, 3);
        expect(flatDistance(euclideanDistances(map.coordinates), distances)).toBeLessThan(1e-6);
        const squares = sum(distances.flat().map((value) => value ** 2)) / 2;
        expect(sum(map.eigenvalues)).toBeCloseTo(squares / points.length, 8);
      }),
      runs,
    );
  });

  test("of Euclidean distances is PCA by another road", () => {
    fc.assert(
      fc.property(pointsOf(4, 6), (points) => {
        const { axes, scores } = pca(points, 2);
        // Axes of equal width may lie any way round, on either road.
        fc.pre(axes[1].variance - axes[2].variance > 1e-3);
        const map = classicalMds(euclideanDistances(points), 2);
        expect(
          flatDistance(euclideanDistances(map.coordinates), euclideanDistances([...scores])),
        ).toBeLessThan(1e-6);
      }),
      runs,
    );
  });

  test("says so when no flat space holds the distances", () => {
    // Four points, each pair 2 apart, but two of them 3.9: longer than any space allows.
    const distances = [
      [0, 2, 2, 2],
      [2, 0, 2, 2],
      [2, 2, 0, 3.9],
      [2, 2, 3.9, 0],
    ];
    const map = classicalMds(distances, 3);
    expect(Math.min(...map.eigenvalues)).toBeLessThan(-0.1);
    expect(map.goodness).toBeLessThan(map.goodnessOfPositive);
    expect(map.goodnessOfPositive).toBeLessThanOrEqual(1);
  });

  test.each([
    [
      "a table that is not symmetric",
      [
        [0, 1],
        [2, 0],
      ],
      "must be symmetric",
    ],
    [
      "a point away from itself",
      [
        [1, 1],
        [1, 0],
      ],
      "distances[0][0] must be 0",
    ],
    [
      "a negative distance",
      [
        [0, -1],
        [-1, 0],
      ],
      "from 0 up: -1",
    ],
    [
      "a table that is not square",
      [
        [0, 1, 2],
        [1, 0, 2],
      ],
      "must hold 2 numbers",
    ],
  ])("refuses %s", (_, distances, message) => {
    expect(() => classicalMds(distances)).toThrow(message);
  });
});

describe("principal components", () => {
  test("keep all variance, and loadings at right angles", () => {
    fc.assert(
      fc.property(pointsOf(4), (points) => {
        const { axes } = pca(points);
        const means = [0, 1, 2, 3].map((k) => sum(points.map((row) => row[k])) / points.length);
        const all = sum(points.flatMap((row) => row.map((value, k) => (value - means[k]) ** 2)));
        expect(sum(axes.map((axis) => axis.variance))).toBeCloseTo(all / (points.length - 1), 8);
        for (const [i, a] of axes.entries())
          for (const [j, b] of axes.entries()) {
            const product = sum(a.loadings.map((value, k) => value * b.loadings[k]));
            expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
          }
      }),
      runs,
    );
  });

  test("point the loading of largest size upwards, so that a map made twice does not turn over", () => {
    fc.assert(
      fc.property(pointsOf(3), (points) => {
        const turned = points.map((row) => row.map((value) => -value));
        for (const { axes } of [pca(points), pca(turned)])
          for (const { loadings } of axes) {
            const most = Math.max(...loadings.map(Math.abs));
            expect(Math.max(...loadings)).toBeGreaterThan(most - 1e-6);
          }
      }),
      runs,
    );
  });
});

test("an eigenvector of a symmetric table is only stretched", () => {
  fc.assert(
    fc.property(pointsOf(4), (points) => {
      const table = euclideanDistances(points);
      for (const { value, vector } of symmetricEigen(table)) {
        const image = table.map((row) => sum(row.map((cell, k) => cell * vector[k])));
        for (const [k, entry] of image.entries()) expect(entry).toBeCloseTo(value * vector[k], 8);
      }
    }),
    runs,
  );
});

/** A turn, a mirror image, another size and another place. */
function turned(points: Points, angle: number, size: number, shift: number): Points {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return points.map(([x, y, z]) =>
    [c * x - s * y, -(s * x + c * y), z].map((value) => size * value + shift),
  );
}

describe("Procrustes", () => {
  const angle = fc.double({ min: 0, max: 6, noNaN: true });

  test("finds nothing left of a map that was only turned, mirrored, moved and resized", () => {
    fc.assert(
      fc.property(pointsOf(3), angle, fc.constantFrom(0.2, 1, 7), (points, by, size) => {
        fc.pre(!coincide(points));
        const moved = turned(points, by, size, 3);
        const fit = procrustes(points, moved, { scaled: true });
        expect(fit.disparity).toBeLessThan(1e-20);
        const laid = moved.map((point) => layOnto(point, fit));
        expect(flatDistance(laid, points)).toBeLessThan(1e-9);
      }),
      runs,
    );
  });

  test("cannot be beaten by another turn, and its disparity lies between 0 and 1", () => {
    fc.assert(
      fc.property(pointsOf(2), pointsOf(2), angle, (one, other, by) => {
        const count = Math.min(one.length, other.length);
        const [x, y] = [one.slice(0, count), other.slice(0, count)];
        fc.pre(!coincide(x) && !coincide(y));
        const fit = procrustes(x, y);
        expect(fit.disparity).toBeGreaterThanOrEqual(0);
        expect(fit.disparity).toBeLessThanOrEqual(1);
        const [c, s] = [Math.cos(by), Math.sin(by)];
        const rss = (points: Points) =>
          sum(points.flatMap((row, i) => row.map((value, k) => (value - x[i][k]) ** 2)));
        const any = {
          ...fit,
          rotation: [
            [c, -s],
            [s, c],
          ],
        };
        const best = rss(y.map((point) => layOnto(point, fit)));
        expect(best).toBeCloseTo(fit.rigidRss, 8);
        expect(best).toBeLessThanOrEqual(rss(y.map((point) => layOnto(point, any))) + 1e-9);
      }),
      runs,
    );
  });
});

describe("trustworthiness", () => {
  test("is 1 for a map that keeps all distances, and at most 1 for any", () => {
    fc.assert(
      fc.property(pointsOf(3, 5), pointsOf(2, 5), (points, other) => {
        expect(trustworthiness(points, points, 2)).toBe(1);
        const count = Math.min(points.length, other.length);
        const shown = trustworthiness(points.slice(0, count), other.slice(0, count), 2);
        expect(shown).toBeLessThanOrEqual(1);
        expect(shown).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });
});

const dimensions = ["care", "power", "fun", "order", "novelty"];
const entry = (id: string, scores: readonly number[]): MapEntry => ({
  id,
  kind: "examinee",
  profile: Object.fromEntries(dimensions.map((dimension, k) => [dimension, scores[k]])),
});
const profilesOf = (count: number) =>
  fc.array(
    fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 })
      .filter((row) => new Set(row).size > 1),
    { minLength: count, maxLength: count },
  );
const placesOf = ({ points }: { points: readonly { x: number; y: number; z: number }[] }) =>
  points.map(({ x, y, z }) => [x, y, z]);

const axesOf = ({ axes }: ValueSpace) => [axes.x, axes.y, axes.z];

describe("the value space", () => {
  test("does not change with the level or the unit of a profile, only with its shape", () => {
    fc.assert(
      fc.property(profilesOf(6), fc.constantFrom(0.01, 3), (rows, unit) => {
        const map = valueSpace(rows.map((row, at) => entry(`m${at}`, row)));
        const other = valueSpace(
          rows.map((row, at) =>
            entry(
              `m${at}`,
              row.map((value) => unit * value + at),
            ),
          ),
        );
        const far = flatDistance(
          euclideanDistances(placesOf(map)),
          euclideanDistances(placesOf(other)),
        );
        fc.pre(map.axes.z.share > 1e-3);
        expect(other.shareShown).toBeCloseTo(map.shareShown, 9);
        expect(far).toBeLessThan(1e-4);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  test("keeps who is there in order, shows shares that fall, and names axes by both ends", () => {
    const map = valueSpace([
      entry("kind", [90, 10, 50, 50, 50]),
      entry("kinder", [95, 5, 55, 45, 50]),
      entry("strict", [20, 90, 40, 60, 50]),
      { ...entry("strict", [15, 80, 45, 70, 40]), kind: "culture" },
    ]);
    expect(map.points.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "examinee kind",
      "examinee kinder",
      "examinee strict",
      "culture strict",
    ]);
    const shares = axesOf(map).map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(map.shareShown).toBeCloseTo(sum(shares), 12);
    expect([map.axes.x.high, map.axes.x.low].flat().sort()).toEqual(["care", "power"]);
    expect(map.trust).toEqual({ value: 1, neighbours: 1 });
  });

  test.each([
    ["a single profile", [entry("a", [1, 2, 3, 4, 5])], "must be a list of two or more"],
    [
      "someone who is there twice",
      [entry("a", [1, 2, 3, 4, 5]), entry("a", [1, 2, 3, 5, 4])],
      "entries must not repeat one: examinee a",
    ],
    [
      "a profile without a shape",
      [entry("a", [1, 2, 3, 4, 5]), entry("b", [3, 3, 3, 3, 3])],
      "examinee b must not have the same score everywhere",
    ],
    [
      "profiles of different systems",
      [entry("a", [1, 2, 3, 4, 5]), { id: "b", kind: "culture" as const, profile: { care: 1 } }],
      "culture b must have exactly the dimensions care, fun, novelty, order, power",
    ],
  ])("refuses %s", (_, entries, message) => {
    expect(() => valueSpace(entries)).toThrow(message);
  });
});

describe("a map laid onto the last release's", () => {
  const old = [
    [90, 10, 50, 50, 55],
    [70, 20, 80, 40, 30],
    [20, 90, 40, 60, 50],
    [55, 40, 10, 95, 20],
    [35, 60, 70, 15, 90],
  ];
  const before = valueSpace(old.map((row, at) => entry(`m${at}`, row)));

  test("leaves everyone in place when nothing changed but the order of the list", () => {
    const again = valueSpace(old.map((row, at) => entry(`m${at}`, row)).reverse());
    const laid = alignMap(again, before);
    expect(flatDistance(placesOf(laid).reverse(), placesOf(before))).toBeLessThan(1e-9);
    expect(laid.alignedBy).toMatchObject({ shared: 5 });
    expect(laid.alignedBy.disparity).toBeLessThan(1e-20);
    expect(laid.alignedBy.meanMove).toBeLessThan(1e-9);
  });

  test("turns newcomers along, keeps distances, and gives its axes anew", () => {
    const rows = [...old.slice(1), [5, 95, 90, 5, 60], [10, 99, 80, 15, 65]];
    const names = ["m1", "m2", "m3", "m4", "new", "newer"];
    const after = valueSpace(rows.map((row, at) => entry(names[at], row)));
    const laid = alignMap(after, before);
    expect(laid.alignedBy.shared).toBe(4);
    expect(
      flatDistance(euclideanDistances(placesOf(laid)), euclideanDistances(placesOf(after))),
    ).toBeLessThan(1e-9);
    // A point lies where its own profile and the new loadings say, up to a shift of the whole map.
    expect(sum(axesOf(laid).map(({ share }) => share))).toBeCloseTo(after.shareShown, 10);
    for (const { loadings } of axesOf(laid))
      expect(sum(Object.values(loadings).map((value) => value ** 2))).toBeCloseTo(1, 10);
  });

  test("refuses maps with too little in common", () => {
    const other = valueSpace(old.map((row, at) => entry(`x${at}`, row)));
    expect(() => alignMap(other, before)).toThrow("map must share three points or more: 0");
  });
});
