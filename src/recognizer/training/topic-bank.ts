import type { ValueSystem } from "../../values/value-system.js";
import type { BankWeights } from "../head-bank.js";
import { topicBank } from "../system-blend.js";
import type { WordVectors } from "../word-vectors.js";
import type { AuthoredRow } from "./authored-rows.js";
import type { BankRecipe } from "./bank-recipe.js";
import type { LabelledRow } from "./labelled-row.js";
import { trainBank } from "./train-bank.js";

/** Steps of a fit to authored sentences: they settle sooner than the labelled sources. */
export const authoredSteps = 50;

/** The source of a text that is about no dimension. */
const NONE = "everyday";

/**
 * Heads that tell what an authored sentence is about: one a dimension, against the other dimensions of its
 * system and against everyday text.
 */
export function trainTopics(
  systems: readonly ValueSystem[],
  authored: readonly AuthoredRow[],
  everyday: readonly string[],
  vectors: WordVectors,
): BankWeights {
  const recipe: BankRecipe = {
    name: topicBank,
    files: [],
    terms: 6000,
    strength: 4,
    steps: authoredSteps,
    opening: null,
    heads: systems.flatMap(({ id: system, dimensions }) =>
      dimensions.map(({ id }) => ({
        name: `${system}.${id}`,
        label: ({ source, labels }: LabelledRow) => {
          if (source === NONE) return false;
          return source === system ? id in labels : null;
        },
      })),
    ),
  };
  const rows = [
    ...authored.map(({ system, dimension, text }) => asRow(text, system, { [dimension]: 1 })),
    ...everyday.map((text) => asRow(text, NONE, {})),
  ];
  return trainBank(recipe, rows, vectors);
}

function asRow(
  text: string,
  source: string,
  labels: Readonly<Record<string, number>>,
): LabelledRow {
  return {
    id: text,
    prompt: "",
    response: text,
    labels,
    group: text,
    source,
    licence: "",
    meta: {},
  };
}
