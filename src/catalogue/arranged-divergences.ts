import { circularEnergy } from "../information/circular-energy.js";
import { angularWasserstein, circularWasserstein } from "../information/circular-wasserstein.js";
import { lineWasserstein } from "../information/line-wasserstein.js";
import { meanPairwise, type PairDivergence } from "../information/mean-pairwise.js";
import { checkNumbers } from "../statistics/check-argument.js";
import type { Arrangement, DivergenceEntry } from "./divergence-entry.js";
import { onShares, SHARES_DOMAIN } from "./divergence-forms.js";

const CIRCLE =
  "a study puts the dimensions into the circular order of their value system, in equal steps; a system without one is " +
  "taken for a circle in its listed order, which no theory backs, and the study says so";

const LINE =
  "a study puts the dimensions into the circular order of their value system, cut before its first, and others into " +
  "their listed order, which no theory backs, and the study says so";

interface Arranged {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  readonly unit: string;
  readonly arrangement: Arrangement;
  readonly domain: string;
  readonly between: PairDivergence;
  most(dimensions: number): number;
}

function arranged({ between, most, domain, ...about }: Arranged): DivergenceEntry {
  return {
    ...about,
    formula: String.raw`\operatorname{mean}_{i\ne j}d(s_i,s_j),\quad s_{ik}=p_{ik}\big/\textstyle\sum_l p_{il},\quad d(p,q)=${about.formula}`,
    range: `0 (all alike) to ${most(10)} for ten dimensions`,
    domain: `${SHARES_DOMAIN}; ${domain}`,
    parameters: [],
    source: "math 1.3",
    ...onShares(
      (rows, weights) => meanPairwise(rows, between, weights, true),
      ({ dimensions }) => most(dimensions),
    ),
  };
}

/** The divergences that know which values are neighbours; all on shares, since shares are what is carried. */
export const arrangedDivergences: readonly DivergenceEntry[] = [
  arranged({
    id: "circular-wasserstein-shares",
    name: "Mean pairwise Wasserstein on the circle (shares)",
    meaning: "How many steps around the circle of values shares would have to be carried.",
    formula: String.raw`\min_c\sum_k\Bigl|\sum_{l\le k}(p_l-q_l)-c\Bigr|`,
    unit: "steps",
    arrangement: "circle",
    domain: CIRCLE,
    between: circularWasserstein,
    most: (dimensions) => Math.floor(dimensions / 2),
  }),
  arranged({
    id: "circular-energy-shares",
    name: "Mean pairwise energy distance on the circle (shares)",
    meaning: "How much further apart draws of two examinees are on the circle than draws of one.",
    formula: String.raw`-\sum_{kl}(p_k-q_k)A_{kl}(p_l-q_l)`,
    unit: "half turns",
    arrangement: "circle",
    domain: `${CIRCLE}; for an even number of dimensions it misses differences that are alike on opposite sides`,
    between: circularEnergy,
    most: () => 2,
  }),
  arranged({
    id: "line-wasserstein-shares",
    name: "Mean pairwise Wasserstein on a line (shares)",
    meaning: "How many steps along the list of values shares would have to be carried.",
    formula: String.raw`\sum_{k<K}\Bigl|\sum_{l\le k}(p_l-q_l)\Bigr|`,
    unit: "steps",
    arrangement: "line",
    domain: LINE,
    between: lineWasserstein,
    most: (dimensions) => dimensions - 1,
  }),
];

/**
 * The Wasserstein divergence on a circle with angles of your own, to register under an id of your own.
 *
 * @param id      for `registerDivergence`, such as `nine-wedges`
 * @param angles  where each dimension stands, in degrees, in the order of the profiles it will be given: in a study the
 *   circular order of the value system, or its listed order where it has none
 * @throws ArgumentError when there is no angle or one is not finite
 * @example
 * const wedges = angularDivergence("nine-wedges", [0, 40, 80, 120, 160, 200, 240, 240, 280, 320]);
 * const only = (k) => Array.from({ length: 10 }, (_, at) => (at === k ? 1 : 0));
 * wedges.of([only(6), only(7)], null); // => 0
 * wedges.of([only(6), only(8)], null); // => 40
 */
export function angularDivergence(id: string, angles: readonly number[]): DivergenceEntry {
  checkNumbers("angles", angles);
  const own = arranged({
    id,
    name: "Mean pairwise Wasserstein on a circle of given angles (shares)",
    meaning: "How many degrees around the circle of values shares would have to be carried.",
    formula: String.raw`\min_c\sum_k\ell_k\Bigl|\sum_{l\le k}(p_l-q_l)-c\Bigr|`,
    unit: "degrees",
    arrangement: "circle",
    domain: `${CIRCLE}, here at angles of ${angles.join(", ")} degrees`,
    between: (p, q) => angularWasserstein(p, q, angles),
    most: () => 180,
  });
  const settings = Object.fromEntries(angles.map((angle, k) => [`angle-${k + 1}`, angle]));
  return { ...own, range: "0 (all alike) to 180", settings };
}
