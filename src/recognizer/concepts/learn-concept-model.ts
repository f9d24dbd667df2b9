import type { PhraseEncoderId } from "../../ports/encode.js";
import type { ValueSystem } from "../../values/value-system.js";
import { embeddedRecognizer } from "../embedded-recognizer.js";
import type { ConceptSource } from "./concept.js";
import { encodeConcepts } from "./concept-features.js";
import type { ConceptModel } from "./concept-model.js";
import { embeddedReadings } from "./embedded-readings.js";
import type { ConceptRow } from "./fit-concept-model.js";
import { phraseEncoder } from "./phrase-encoders.js";

/** A text that people labelled on the dimensions of one value system. */
export interface LabelledText {
  readonly response: string;
  /** -1, 0 or 1 by dimension; what is missing was not judged. */
  readonly labels: Readonly<Record<string, number>>;
  /** Texts of one group (answers to one question, versions of one text) are never parted by a fold. */
  readonly group: string;
}

/** How a concept model is learnt. */
export interface ConceptLearning {
  /** What places phrases; `word-vectors` unless told. `sentences` needs optional packages. */
  readonly encoder?: PhraseEncoderId;
  readonly signal?: AbortSignal;
}

/** Texts whose concepts are asked for at once. */
const AT_ONCE = 16;

/**
 * Makes the concept recognizer read a value system: takes the concepts of labelled texts from a source, and fits the small
 * model to them. About a hundred labelled texts a dimension are enough to begin with.
 *
 * @returns the model, with its skill on texts it did not learn from inside, and how many texts gave no concepts
 * @throws InputError when the encoder's packages are not installed
 * @throws RangeError when a dimension has no text that shows it, or none that does not
 */
export async function learnConceptModel(
  system: ValueSystem,
  source: ConceptSource,
  texts: readonly LabelledText[],
  { encoder: named = "word-vectors", signal }: ConceptLearning = {},
): Promise<{ readonly model: ConceptModel; readonly unread: number }> {
  const embedded = embeddedRecognizer();
  const encoder = phraseEncoder(named);
  const learn = async ({ response, labels, group }: LabelledText): Promise<ConceptRow | null> => {
    const answer = await source.extract(response, signal);
    if (answer.kind === "failed") return null;
    const readings = await embeddedReadings(embedded, system, response);
    const concepts = await encodeConcepts(answer.concepts, encoder);
    return { concepts, readings, labels, group };
  };
  const rows: ConceptRow[] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    const found = await Promise.all(texts.slice(at, at + AT_ONCE).map(learn));
    rows.push(...found.filter((row) => row !== null));
  }
  // Fitting is not needed by those who only read: it is loaded when somebody learns.
  const { fitConceptModel } = await import("./fit-concept-model.js");
  const model = fitConceptModel(system, source.name, rows, encoder);
  return { model, unread: texts.length - rows.length };
}
