/** What a reply is for. Replies of one purpose never serve another. */
export type Band = "search" | "screen" | "fresh";

/** The first sample number of every band; a band holds up to a thousand samples. */
const FIRST_SAMPLE: Readonly<Record<Band, number>> = { search: 0, screen: 1000, fresh: 2000 };

/**
 * The sample numbers of a band: items are chosen on `search` replies, finalists are looked at once
 * more on `screen` replies, and scores come from `fresh` ones.
 *
 * @param count  samples for each examinee and item, from 1 to 1000
 * @example
 * bandSamples("fresh", 3); // => [2000, 2001, 2002]
 */
export function bandSamples(band: Band, count: number): readonly number[] {
  if (!Number.isInteger(count) || count < 1 || count > 1000)
    throw new RangeError(`samples must be a whole number from 1 to 1000: ${count}`);
  return Array.from({ length: count }, (_, index) => FIRST_SAMPLE[band] + index);
}
