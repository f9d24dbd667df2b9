import { meanOverCoins } from "../information/coins.js";
import type { PanelShape } from "../information/divergence.js";
import type { Profiles } from "../information/profile-matrix.js";
import { sharesOf } from "../information/shares.js";
import type { DivergenceEntry, TunedDivergence } from "./divergence-entry.js";
import { type Parameter, type ParameterValues, parameterValues } from "./entry.js";

/** A divergence of M distributions, before it is said what distributions profiles are taken for. */
export interface DivergenceFamily {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  /** In TeX, of distributions named p_1 to p_M. */
  readonly formula: string;
  readonly unit: string;
  readonly domain: string;
  readonly parameters: readonly Parameter[];
  readonly source: string;
  /** The divergence of M rows that sum to 1. */
  among(
    values: ParameterValues,
  ): (rows: readonly (readonly number[])[], weights: readonly number[] | null) => number;
  /** The most it can be for so many rows over so many cells, two or more of each. */
  most(values: ParameterValues, shape: PanelShape): number;
}

/** Dimensions in the example that a range is told for. */
const TEN = 10;

/**
 * A family as it is used when every dimension is a coin of its own: the mean over dimensions of the divergence of the
 * coins (shown, not shown).
 */
export function coinForm(family: DivergenceFamily): DivergenceEntry {
  return entryOf(family, {
    id: family.id,
    name: `${family.name} (a coin for each dimension)`,
    formula: String.raw`\frac1K\sum_k D\bigl(c_{1k},\dots,c_{Mk}\bigr),\quad c_{ik}=(p_{ik},1-p_{ik}),\quad D=${family.formula}`,
    unit: `${family.unit} a dimension`,
    domain: `probabilities from 0 to 1; ${family.domain}`,
    rangeFor: "",
    tuned: (values) => {
      const among = family.among(values);
      return {
        of: (profiles, weights) => meanOverCoins(profiles, (coins) => among(coins, weights)),
        maximum: (shape) => family.most(values, { ...least(shape), dimensions: 2 }),
      };
    },
  });
}

/** A family as it is used on shares: profiles normalised to sum 1, a profile of zeros to even shares. */
export function sharesForm(family: DivergenceFamily): DivergenceEntry {
  return entryOf(family, {
    id: `${family.id}-shares`,
    name: `${family.name} (shares)`,
    formula: String.raw`D(s_1,\dots,s_M),\quad s_{ik}=p_{ik}\big/\textstyle\sum_l p_{il},\quad D=${family.formula}`,
    unit: family.unit,
    domain: `${SHARES_DOMAIN}; ${family.domain}`,
    rangeFor: " for eight examinees and ten dimensions",
    tuned: (values) => onShares(family.among(values), (shape) => family.most(values, shape)),
  });
}

/** What a profile becomes, in words. */
export const SHARES_DOMAIN =
  "profiles are normalised to sum 1, a profile of zeros to even shares, so that only the mix of values counts";

/** A divergence of distributions as one of profiles that are made into shares. */
export function onShares(
  among: (rows: readonly (readonly number[])[], weights: readonly number[] | null) => number,
  most: (shape: PanelShape) => number,
): TunedDivergence {
  return {
    of: (profiles: Profiles, weights) => among(sharesOf(profiles), weights),
    maximum: (shape) => most(least(shape)),
  };
}

/** A panel of one, or one dimension, cannot differ: what two could is what the term is held against. */
function least({ examinees, dimensions }: PanelShape): PanelShape {
  return { examinees: Math.max(2, examinees), dimensions: Math.max(2, dimensions) };
}

interface Form {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly unit: string;
  readonly domain: string;
  readonly rangeFor: string;
  tuned(values: ParameterValues): TunedDivergence;
}

function entryOf(family: DivergenceFamily, { tuned, rangeFor, ...form }: Form): DivergenceEntry {
  const settings = parameterValues(form.id, family.parameters, {});
  const usual = tuned(settings);
  const most = usual.maximum({ examinees: 8, dimensions: TEN });
  const told = Number(most.toPrecision(4));
  const { meaning, parameters, source } = family;
  const about = { ...form, meaning, parameters, source, ...usual };
  if (parameters.length === 0) return { ...about, range: `0 (all alike) to ${told}${rangeFor}` };
  const range = `0 (all alike) to ${told}${rangeFor}, with the usual parameters`;
  return { ...about, range, settings, tuned };
}
