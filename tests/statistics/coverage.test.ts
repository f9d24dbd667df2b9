import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.js";
import { clusteredInterval } from "../../src/statistics/clustered-interval.js";

const STUDIES = process.env.VALUE_COMPASS_FULL ? 10_000 : 2000;

/** The item means of one study: items differ, samples of an item differ, within-item correlation 0.3. */
function itemMeans(study: number, items: number, samples: number): number[] {
  const random = stream("coverage", study, items);
  return Array.from({ length: items }, () => {
    const item = Math.sqrt(0.3) * random.normal();
    let sum = 0;
    for (let n = 0; n < samples; n++) sum += item + Math.sqrt(0.7) * random.normal();
    return sum / samples;
  });
}

describe("N3: a 95 % interval clustered by item", () => {
  test.each([5, 10, 30])(
    `holds the truth in 94 to 96 % of ${STUDIES} studies of %i items`,
    (items) => {
      let held = 0;
      for (let study = 0; study < STUDIES; study++) {
        const { low, high } = clusteredInterval(itemMeans(study, items, 5));
        if ((low ?? 1) <= 0 && (high ?? -1) >= 0) held++;
      }
      const share = held / STUDIES;
      console.log(`${items} items: ${(100 * share).toFixed(2)} % of ${STUDIES} intervals`);
      // Fewer studies than 10,000 leave more to chance: three standard errors.
      const slack = STUDIES === 10_000 ? 0.01 : 3 * Math.sqrt((0.95 * 0.05) / STUDIES);
      expect(Math.abs(share - 0.95)).toBeLessThanOrEqual(slack);
    },
  );
});
