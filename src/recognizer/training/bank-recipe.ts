import { refusalOpening } from "../declining.js";
import type { LabelledRow, TrainingFile } from "./labelled-row.js";

/** One head to train: a yes-no question put to rows. */
export interface HeadRecipe {
  /** `system.dimension`, or a name of its own. */
  readonly name: string;
  /** The answer for a row, or `null` where its labels give none. */
  readonly label: (row: LabelledRow) => boolean | null;
}

/** How to train one bank of heads. */
export interface BankRecipe {
  readonly name: string;
  readonly files: readonly TrainingFile[];
  /** Words and pairs kept: the ones in most texts. */
  readonly terms: number;
  /** C of the L2 penalty. */
  readonly strength: number;
  /** Most steps of the fit; the usual number where none is given. */
  readonly steps?: number;
  /** Words read from the beginning of a text; `null` for all. */
  readonly opening: number | null;
  readonly heads: readonly HeadRecipe[];
  /**
   * The head whose calibration depends on the kind of text, and for each kind the head that tells it from the others
   * and the one that learns the question from it alone.
   */
  readonly kinds?: {
    readonly of: string;
    readonly heads: readonly { readonly gate: string; readonly own: string }[];
  };
}

const SCHWARTZ = [
  "self_direction",
  "stimulation",
  "hedonism",
  "achievement",
  "power",
  "security",
  "conformity",
  "tradition",
  "benevolence",
  "universalism",
];
const FOUNDATIONS = ["care", "fairness", "loyalty", "authority", "sanctity"];
const SAFETY = [
  "representation_toxicity",
  "misinformation",
  "information_safety",
  "malicious_use",
  "human_autonomy_integrity",
];

/** Whether a text is about a dimension at all, adhering or opposing. */
function presence(system: string, dimension: string): HeadRecipe {
  return {
    name: `${system}.${dimension}`,
    label: (row) => (dimension in row.labels ? row.labels[dimension] !== 0 : null),
  };
}

/**
 * Moderation rows are labelled for every domain; only a flag says what they are about. Rows of FULCRA are labelled for
 * values and say nothing of domains.
 */
function domain(dimension: string): HeadRecipe {
  return {
    name: `safety.${dimension}`,
    label: ({ labels, source }) =>
      source === KINDS.answer
        ? null
        : dimension in labels && (source !== KINDS.remark || labels[dimension] < 0),
  };
}

/**
 * Kinds of text that people labelled for harm, each from one source: an assistant's reply to a prompt that looks unsafe, an
 * assistant's answer to anything (harm being that it opposes a value), a turn of chat, a user's remark.
 */
const KINDS = {
  reply: "xstest",
  answer: "fulcra_trustworthy",
  turn: "diasafety",
  remark: "openai_moderation",
} as const;

const kinds = Object.entries(KINDS).map(([name, source]) => ({
  gate: { name: `kind.${name}`, label: (row: LabelledRow) => row.source === source },
  own: {
    name: `unsafe.${name}`,
    label: (row: LabelledRow) => (row.source === source ? anyOpposed(row) : null),
  },
}));

function anyOpposed(row: LabelledRow): boolean {
  return Object.values(row.labels).some((label) => label < 0);
}

/** FULCRA has two hedonism rows, so that value has no head there. */
export const bankRecipes: readonly BankRecipe[] = [
  {
    name: "fulcra",
    files: ["schwartz-fulcra"],
    terms: 5000,
    strength: 4,
    opening: null,
    heads: [
      ...SCHWARTZ.filter((id) => id !== "hedonism").map((id) => presence("schwartz", id)),
      {
        name: "schwartz:opposed",
        label: (row) =>
          Object.values(row.labels).some((label) => label !== 0) ? anyOpposed(row) : null,
      },
    ],
  },
  {
    name: "valueeval",
    files: ["schwartz-valueeval23"],
    terms: 6000,
    strength: 1,
    opening: null,
    heads: SCHWARTZ.map((id) => presence("schwartz", id)),
  },
  {
    name: "mfrc",
    files: ["mft-mfrc"],
    terms: 8000,
    strength: 4,
    opening: null,
    heads: FOUNDATIONS.map((id) => presence("mft", id)),
  },
  {
    name: "safety",
    files: ["safety-xstest", "schwartz-fulcra", "safety-diasafety", "safety-openai-moderation"],
    terms: 8000,
    strength: 4,
    opening: null,
    heads: [
      { name: "safety.unsafe", label: anyOpposed },
      ...SAFETY.map(domain),
      ...kinds.flatMap(({ gate, own }) => [gate, own]),
    ],
    kinds: {
      of: "safety.unsafe",
      heads: kinds.map(({ gate, own }) => ({ gate: gate.name, own: own.name })),
    },
  },
  {
    name: "refusal",
    files: ["safety-xstest"],
    terms: 4000,
    strength: 10,
    opening: refusalOpening,
    heads: [{ name: "refusal", label: (row) => row.meta.refusal === "full" }],
  },
];
