import type { ParaphraseRow } from "../records/reliability.js";
import { spread } from "../statistics/spread.js";

/**
 * What the wording does: items that were rewritten from one another ask the same thing in other words. The share of variance that lies
 * between the members of a family, and not between families, is the wording's; and an order of two examinees that turns from one
 * wording to the next is one that nobody should report from a single wording. Chance is in both: with few samples the share is an upper
 * bound, and half of the orders of equal examinees turn by luck.
 *
 * @param means     examinees by items; each examinee's own level is taken off
 * @param families  by item: the name of its family; items of a name that occurs once are left out
 * @returns `null` where no family has two members; the share is NaN with a single family, which has nothing to be held against
 * @example
 * paraphraseSpread([[0, 1, 0, 1], [1, 0, 1, 0]], ["a", "b", "a", "b"]); // => { families: 2, items: 4, share: 0, flips: 0 }
 * paraphraseSpread([[0, 1], [1, 0]], ["a", "a"])?.flips; // => 1
 * paraphraseSpread([[0, 1], [1, 0]], ["a", "b"]); // => null
 */
export function paraphraseSpread(
  means: readonly (readonly number[])[],
  families: readonly string[],
): ParaphraseRow | null {
  const groups = new Map<string, number[]>();
  for (const [at, family] of families.entries())
    groups.set(family, [...(groups.get(family) ?? []), at]);
  const several = [...groups.values()].filter((places) => places.length > 1);
  if (several.length === 0) return null;
  const used = several.flat();
  let [within, total] = [0, 0];
  for (const own of means) {
    const centre = spread(used.map((at) => own[at])).mean;
    for (const places of several) {
      within += spread(places.map((at) => own[at])).squares;
      for (const at of places) total += (own[at] - centre) ** 2;
    }
  }
  return {
    families: several.length,
    items: used.length,
    share: several.length < 2 || total === 0 ? Number.NaN : within / total,
    flips: flipsIn(means, several),
  };
}

/** Of pairs of examinees and neighbouring wordings that order them at all, the share whose order turns. */
function flipsIn(
  means: readonly (readonly number[])[],
  families: readonly (readonly number[])[],
): number {
  let [turned, seen] = [0, 0];
  for (const places of families)
    for (let n = 1; n < places.length; n++)
      for (let a = 0; a < means.length; a++)
        for (let b = 0; b < a; b++) {
          const before = Math.sign(means[a][places[n - 1]] - means[b][places[n - 1]]);
          const after = Math.sign(means[a][places[n]] - means[b][places[n]]);
          if (before === 0 || after === 0) continue;
          seen++;
          if (before !== after) turned++;
        }
  return seen === 0 ? Number.NaN : turned / seen;
}
