import {
  type MaybeScore,
  type WelfareOptions,
  type WelfareResult,
  welfareOf,
} from "../aggregation/welfare-result.js";
import {
  addEntry,
  type CatalogueEntry,
  findEntry,
  type ParameterValues,
  parameterValues,
} from "./entry.js";
import { shippedWelfareRules } from "./shipped-welfare-rules.js";
import type { AxiomsKept } from "./welfare-axioms.js";

/** A way to make one number of many scores, with all one needs to know to choose it. */
export interface WelfareRule extends CatalogueEntry {
  /** A word or two, for the head of a column. */
  readonly label: string;
  /** What it keeps of what one may ask of such a rule. */
  readonly axioms: AxiomsKept;
  /** For which parameters that is told; `null` for all. */
  readonly axiomsFor: string | null;
  /**
   * Complete scores that count in; the single score judged as good as all of them out; NaN where
   * it is not defined.
   */
  of(
    scores: readonly number[],
    weights: readonly number[] | null,
    parameters: ParameterValues,
  ): number;
  /**
   * For a rule that orders examinees more finely than its number tells: above 0 where the first is
   * better.
   */
  order?(a: readonly number[], b: readonly number[], weights: readonly number[] | null): number;
}

/** A rule with its parameters chosen, ready for scores of which some may be missing. */
export interface Welfare extends Omit<WelfareRule, "of" | "order"> {
  /** The parameters in force. */
  readonly values: ParameterValues;
  of(
    scores: readonly MaybeScore[],
    weights?: readonly number[] | null,
    options?: WelfareOptions,
  ): WelfareResult;
  /**
   * 1 when the first examinee is better, -1 when the second is, 0 when neither; `null` where one
   * has no value.
   */
  compare(
    a: readonly MaybeScore[],
    b: readonly MaybeScore[],
    weights?: readonly number[] | null,
  ): -1 | 0 | 1 | null;
}

const known: WelfareRule[] = [...shippedWelfareRules];

/** Every welfare rule there is, those of a user's own at the end. */
export const welfareRules: readonly WelfareRule[] = known;

/**
 * Adds a welfare rule of a user's own; from then on it is chosen by its id like any other.
 *
 * @throws ArgumentError when the id is taken or not of the form `my-rule`
 * @example
 * registerWelfareRule({ ...welfareRules[0], id: "nash" }); // throws /welfare rule id is taken already; choose another: nash/
 */
export function registerWelfareRule(entry: WelfareRule): void {
  addEntry("welfare rule", known, entry);
}

/**
 * The welfare rule with this id and these parameters; what is not given takes its usual value.
 *
 * @param id          such as `utilitarian`, `rawls`, `leximin`, `nash`, `atkinson`, `kolm-pollak`,
 * `s-gini`, `ces`, `hurwicz`, `owa`
 * @param parameters  by the id of the parameter
 * @throws RangeError for an unknown id, ArgumentError for a parameter unknown or outside its range
 * @example
 * welfareRule("atkinson", { epsilon: 2 }).of([1, 4]).value; // => 1.6 (± 1e-12)
 * welfareRule("nash").of([0, 4], null, { names: ["power", "security"] }).why; // => "power is 0"
 * welfareRule("rawls").of([20, null]).value; // => null
 * welfareRule("leximin").compare([1, 5, 5], [1, 4, 9]); // => 1
 * welfareRule("atkinson", { epsilon: 9 }); // throws /atkinson: epsilon must be a finite number from 0 to 5: 9/
 */
export function welfareRule(id: string, parameters: ParameterValues = {}): Welfare {
  const { of, order, ...entry } = findEntry("welfare rule", known, id);
  const values = parameterValues(id, entry.parameters, parameters);
  const apply = (
    scores: readonly MaybeScore[],
    weights: readonly number[] | null = null,
    options: WelfareOptions = {},
  ) => welfareOf((kept, own) => of(kept, own, values), scores, weights, options);
  return {
    ...entry,
    values,
    of: apply,
    compare(a, b, weights = null) {
      const [first, second] = [apply(a, weights), apply(b, weights)];
      if (first.value === null || second.value === null) return null;
      const lead = order
        ? order(countedOf(a, first), countedOf(b, second), null)
        : first.value - second.value;
      return lead > 0 ? 1 : lead < 0 ? -1 : 0;
    },
  };
}

function countedOf(scores: readonly MaybeScore[], { counted }: WelfareResult): number[] {
  return counted.map((k) => scores[k] as number);
}
