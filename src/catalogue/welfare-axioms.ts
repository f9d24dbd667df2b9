/** What one may ask of a rule that makes one number of many scores. */
export const welfareAxioms = [
  {
    id: "anonymity",
    name: "Anonymity",
    meaning: "With equal weights it makes no difference which dimension has which score.",
  },
  {
    id: "weak-pareto",
    name: "Weak Pareto",
    meaning: "If every score rises, the result rises.",
  },
  {
    id: "strong-pareto",
    name: "Strong Pareto",
    meaning: "If one score that counts rises and none falls, the result rises.",
  },
  {
    id: "weak-transfer",
    name: "Pigou-Dalton, weak",
    meaning:
      "Taking from a higher score to give to a lower one does no harm (weights taken into account).",
  },
  {
    id: "strict-transfer",
    name: "Pigou-Dalton, strict",
    meaning:
      "Taking from a higher score to give to a lower one helps (weights taken into account).",
  },
  {
    id: "scale",
    name: "Follows the scale",
    meaning: "If all scores are multiplied by a number above 0, so is the result.",
  },
  {
    id: "translation",
    name: "Follows the level",
    meaning: "If the same is added to all scores, it is added to the result.",
  },
  {
    id: "separability",
    name: "Separability",
    meaning: "Dimensions on which two examinees agree do not decide between them.",
  },
  {
    id: "continuity",
    name: "Continuity",
    meaning: "A tiny change of a score never turns an order round all at once.",
  },
  {
    id: "unit-of-one",
    name: "Unaffected by the unit of one dimension",
    meaning: "The order of examinees stays when one dimension alone is measured on another unit.",
  },
] as const;

/** The id of an axiom. */
export type AxiomId = (typeof welfareAxioms)[number]["id"];

/** Whether a rule keeps an axiom: yes, no, or under a condition. */
export interface AxiomAnswer {
  readonly kept: "yes" | "no" | "if";
  /** The condition, or what is kept in place of the axiom; `null` where there is nothing to add. */
  readonly condition: string | null;
}

/** What a rule keeps, by axiom. An axiom that is not named is not known to be kept. */
export type AxiomsKept = Readonly<Partial<Record<AxiomId, AxiomAnswer>>>;

const RULES = [
  "utilitarian",
  "rawls",
  "leximin",
  "nash",
  "atkinson",
  "kolm-pollak",
  "s-gini",
  "owa",
  "hurwicz",
] as const;

const fall = "rank weights do not rise from worst to best";
const strictly = "rank weights fall strictly from worst to best";
const positive = "all scores above 0";
const order = "the order of examinees is kept; there is no number to scale";

/**
 * Math 3's table, one line an axiom, in the order of `RULES`; a sentence is the condition of an
 * "if".
 */
const TABLE: Readonly<Record<AxiomId, readonly string[]>> = {
  anonymity: ["yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"],
  "weak-pareto": ["yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"],
  "strong-pareto": [
    "yes",
    "no",
    "yes",
    positive,
    positive,
    "yes",
    "yes",
    "all rank weights above 0",
    "no",
  ],
  "weak-transfer": ["yes", "yes", "yes", "yes", "yes", "yes", "yes", fall, "no"],
  "strict-transfer": ["no", "no", "yes", positive, positive, "yes", "yes", strictly, "no"],
  scale: ["yes", "yes", order, "yes", "yes", "no", "yes", "yes", "yes"],
  translation: ["yes", "yes", order, "no", "no", "yes", "yes", "yes", "yes"],
  separability: ["yes", "no", "yes", "yes", "yes", "yes", "no", "no", "no"],
  continuity: ["yes", "yes", "no", "yes", "yes", "yes", "yes", "yes", "yes"],
  "unit-of-one": ["no", "no", "no", "yes", "no", "no", "no", "no", "no"],
};

/**
 * What one of the shipped rules keeps.
 *
 * Source: math 3, the table of axioms.
 *
 * @example
 * axiomsOf("nash")["unit-of-one"]; // => { kept: "yes", condition: null }
 * axiomsOf("nash")["strong-pareto"]; // => { kept: "if", condition: "all scores above 0" }
 */
export function axiomsOf(rule: (typeof RULES)[number]): Readonly<Record<AxiomId, AxiomAnswer>> {
  const column = RULES.indexOf(rule);
  const answers = welfareAxioms.map(({ id }) => [id, answerOf(TABLE[id][column])] as const);
  return Object.fromEntries(answers) as Record<AxiomId, AxiomAnswer>;
}

function answerOf(cell: string): AxiomAnswer {
  return cell === "yes" || cell === "no"
    ? { kept: cell, condition: null }
    : { kept: "if", condition: cell };
}
