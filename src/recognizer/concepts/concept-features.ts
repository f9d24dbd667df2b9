import type { PhraseEncoder } from "../../ports/encode.js";
import { tokens } from "../text/tokens.js";
import { pairHash } from "../text/word-hash.js";
import type { TrainingRows } from "../training/l2-logistic.js";
import type { Concept } from "./concept.js";
import { nearestOf, type PoolCluster } from "./concept-pool.js";

/** Buckets into which words and pairs of words are hashed. */
export const BUCKETS = 2048;

/** What the small model sees of a text. */
export interface ConceptFeatures {
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly dense: Float64Array;
  /** Concepts that lie near none of the pool, as a share: how far the text is from what was labelled. */
  readonly novelty: number;
}

/** A concept with its place in the space of meanings. */
export interface EncodedConcept extends Concept {
  readonly row: Float64Array;
}

/** Gives every concept its place. */
export function encodeConcepts(
  concepts: readonly Concept[],
  encoder: PhraseEncoder,
): Promise<readonly EncodedConcept[]> {
  return Promise.all(
    concepts.map(async (concept) => ({ ...concept, row: await encoder.encode(concept.phrase) })),
  );
}

/**
 * Turns concepts into numbers: the clusters of the pool they belong to (for and against apart), the words of the
 * phrases, the mean meaning of what the text is for and against, and what the embedded recognizer reads.
 *
 * @param readings  P(adhere) and P(oppose) of every dimension by the embedded recognizer
 */
export function conceptFeatures(
  concepts: readonly EncodedConcept[],
  pool: readonly PoolCluster[],
  { length, familiar }: Pick<PhraseEncoder, "length" | "familiar">,
  readings: readonly number[],
): ConceptFeatures {
  const centres = pool.map(({ centre }) => centre);
  const terms = new Map<number, number>();
  const add = (place: number) => terms.set(place, (terms.get(place) ?? 0) + 1);
  const dense = new Float64Array(2 * length + readings.length);
  let novel = 0;
  for (const { phrase, stance, row } of concepts) {
    const against = stance === "against" ? 1 : 0;
    const { cluster, likeness } = nearestOf(centres, row);
    if (likeness >= familiar) add(2 * cluster + against);
    else novel++;
    for (let k = 0; k < length; k++) dense[against * length + k] += row[k] / concepts.length;
    const words = tokens(phrase);
    for (let at = 0; at < words.count; at++) {
      add(2 * pool.length + (words.hashes[at] % BUCKETS));
      if (at > 0)
        add(2 * pool.length + (pairHash(words.hashes[at - 1], words.hashes[at]) % BUCKETS));
    }
  }
  dense.set(readings, 2 * length);
  const places = [...terms.keys()].sort((a, b) => a - b);
  const values = places.map((place) => Math.log1p(terms.get(place) ?? 0));
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return {
    places: Int32Array.from(places),
    values: Float64Array.from(values, (value) => value / norm),
    dense,
    novelty: concepts.length === 0 ? 0 : novel / concepts.length,
  };
}

/** Features of many texts as the rows that heads learn from. */
export function trainingRows(features: readonly ConceptFeatures[], clusters: number): TrainingRows {
  return {
    terms: 2 * clusters + BUCKETS,
    dense: features[0]?.dense.length ?? 0,
    places: features.map(({ places }) => places),
    values: features.map(({ values }) => values),
    means: features.map(({ dense }) => dense),
  };
}
