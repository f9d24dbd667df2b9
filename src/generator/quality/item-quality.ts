import { stream } from "../../random/stream.js";
import { atSize } from "./at-size.js";
import { distinctPairs } from "./distinct-pairs.js";
import { itemWords } from "./item-words.js";
import { selfBleu } from "./self-bleu.js";
import { type Similarity, similarity } from "./similarity.js";

/** The wording of a set of items in figures; `null` where a figure is not defined. */
export interface ItemQuality {
  readonly items: number;
  /** Words in an item, over the items. */
  readonly words: { readonly mean: number; readonly least: number; readonly most: number } | null;
  /** See `selfBleu`: from 0 to 100, low is varied. */
  readonly selfBleu: number | null;
  /** See `distinctPairs`: from 0 to 1, high is varied; of all items. */
  readonly distinctPairs: number | null;
  /**
   * Both figures of these items and of the seeds at one size: Self-BLEU at the items of the smaller set, Dist-2 at about its words,
   * since longer items hold more pairs.
   */
  readonly besideSeeds: {
    readonly size: number;
    readonly selfBleu: SetPair;
    readonly distinctPairs: SetPair;
  } | null;
  /** The items against one another. */
  readonly similarity: Similarity | null;
  /** The items against the static seeds. */
  readonly toSeeds: Similarity | null;
  /** The items against those of earlier rounds. */
  readonly toEarlier: Similarity | null;
}

/** One figure of two sets of items. */
export interface SetPair {
  readonly items: number | null;
  readonly seeds: number | null;
}

/**
 * The wording of a set of items in figures: how long they are, how much they repeat one another, the seeds and
 * earlier rounds. Each figure's exact definition stands with the function it names.
 *
 * @param seeds    the static seeds of the same system
 * @param earlier  the items of earlier rounds
 * @example
 * itemQuality(["Who leads the choir?"], ["May dogs swim here?"]).toSeeds; // => { mean: 0, nearest: 0, most: 0 }
 */
export function itemQuality(
  texts: readonly string[],
  seeds: readonly string[],
  earlier: readonly string[] = [],
): ItemQuality {
  const lengths = texts.map((text) => itemWords(text).length);
  const size = Math.min(texts.length, seeds.length);
  const total = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0);
  const seedLengths = seeds.map((text) => itemWords(text).length);
  const words = Math.min(total(lengths), total(seedLengths));
  const pair = (
    figure: (set: readonly string[]) => number | null,
    sizes: { readonly items: number; readonly seeds: number },
  ): SetPair => ({
    items: atSize(figure, texts, sizes.items, stream("item quality", "items")),
    seeds: atSize(figure, seeds, sizes.seeds, stream("item quality", "seeds")),
  });
  const holding = (of: readonly number[]) =>
    Math.max(1, Math.round((words * of.length) / total(of)));
  return {
    items: texts.length,
    words:
      texts.length === 0
        ? null
        : {
            mean: total(lengths) / texts.length,
            least: Math.min(...lengths),
            most: Math.max(...lengths),
          },
    selfBleu: selfBleu(texts),
    distinctPairs: distinctPairs(texts),
    besideSeeds:
      size === 0
        ? null
        : {
            size,
            selfBleu: pair(selfBleu, { items: size, seeds: size }),
            distinctPairs: pair(distinctPairs, {
              items: holding(lengths),
              seeds: holding(seedLengths),
            }),
          },
    similarity: similarity(texts),
    toSeeds: seeds.length === 0 ? null : similarity(texts, seeds),
    toEarlier: earlier.length === 0 ? null : similarity(texts, earlier),
  };
}
