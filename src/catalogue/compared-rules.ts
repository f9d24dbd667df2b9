import { type Welfare, welfareRule } from "./welfare-rules.js";

/**
 * The rules over which we ask how robust a first place is: one of each kind, with the slider of Atkinson at three
 * stops. CES is Atkinson in other words and is left out, so that nothing counts twice.
 *
 * @returns ten rules, each with its parameters
 * @example
 * comparedRules().map(({ id }) => id); // => ["utilitarian", "rawls", "leximin", "nash", "atkinson", "atkinson", "kolm-pollak", "s-gini", "hurwicz", "owa"]
 */
export function comparedRules(): readonly Welfare[] {
  return [
    welfareRule("utilitarian"),
    welfareRule("rawls"),
    welfareRule("leximin"),
    welfareRule("nash"),
    welfareRule("atkinson", { epsilon: 0.5 }),
    welfareRule("atkinson", { epsilon: 2 }),
    welfareRule("kolm-pollak"),
    welfareRule("s-gini"),
    welfareRule("hurwicz"),
    welfareRule("owa"),
  ];
}
