import { describe, expect, test } from "vitest";
import { expectedReading } from "../../src/examinees/expression.js";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { type CoverageOutcome, coverageStudy, holds } from "../../src/experiments/coverage.js";
import { type LabItem, randomSet } from "../../src/experiments/item-sets.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";

const STUDIES = process.env.VALUE_COMPASS_FULL ? 1500 : 150;
const [ITEMS, SAMPLES, LABELLED] = [24, 3, 12];
const reader = { kind: "recognizer", recognizer: embeddedRecognizer() } as const;

interface Held extends CoverageOutcome {
  /** The mean of E[P_F] over all items that could have been drawn. */
  readonly ofAll: number;
}

async function studies(id: string, draw: "random" = "random"): Promise<Held[]> {
  const system = valueSystem(id);
  const bank = randomSet(system, 1500, stream("coverage bank", id, draw));
  const about = new Map<string, LabItem[]>(
    system.dimensions.map((one) => [
      one.id,
      bank.filter(({ targets }) => targets.includes(one.id)),
    ]),
  );
  const found: Held[] = [];
  for (let n = 0; n < STUDIES; n++) {
    const random = stream("coverage study", id, n);
    const dimension = system.dimensions[n % system.dimensions.length].id;
    const own = about.get(dimension) ?? [];
    const panel = mixedPanel(9000 + n, { published: 1, archetypes: 1, covering: [id] });
    const examinee = panel[n % 2];
    const items = random.shuffle(own).slice(0, ITEMS);
    const outcome = await coverageStudy(
      { system, reader },
      { examinee, dimension, items, samples: SAMPLES, labelled: LABELLED, seed: n },
    );
    const all = own.map(({ text }) => expectedReading(examinee, text, id)[dimension]);
    const ofAll = all.reduce((sum, one) => sum + one, 0) / all.length;
    found.push({ ...outcome, ofAll });
  }
  return found;
}

describe(`95 % intervals hold what was planted (${STUDIES} simulated studies a system)`, () => {
  // Fewer studies leave more to chance: three standard errors; the full count has to keep to two points.
  const slack = Math.max(0.02, 3 * Math.sqrt((0.95 * 0.05) / STUDIES) - 0.01);
  test.each(["schwartz", "mft", "llm_unique", "safety"])(
    "%s",
    async (id) => {
      const found = await studies(id);
      const share = (is: (one: Held) => boolean) => found.filter(is).length / found.length;
      const these = share(({ theseItems, truth }) => holds(theseItems, truth));
      const like = share(({ itemsLikeThese, ofAll }) => holds(itemsLikeThese, ofAll));
      const raw = share((one) => holds(one.raw, one.truth));
      const wide = share(({ itemsLikeThese, truth }) => holds(itemsLikeThese, truth));
      const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
      console.log(
        `${id}: corrected, these items ${percent(these)}; items like these ${percent(like)}; ` +
          `raw ${percent(raw)} (recognizer's error inside); wide interval against frozen truth ${percent(wide)}`,
      );
      expect(Math.abs(these - 0.95)).toBeLessThanOrEqual(slack);
      expect(Math.abs(like - 0.95)).toBeLessThanOrEqual(slack);
    },
    600_000,
  );
});
