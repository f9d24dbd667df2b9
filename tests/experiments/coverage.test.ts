import { expect, test } from "vitest";
import { expectedReading } from "../../src/examinees/expression.js";
import { mixedPanel } from "../../src/examinees/mixed-panel.js";
import { type CoverageOutcome, coverageStudy, holds } from "../../src/experiments/coverage.js";
import { type LabItem, randomSet } from "../../src/experiments/item-sets.js";
import { valueSystem } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";

const SYSTEMS = ["schwartz", "mft", "llm_unique", "safety"];
/** Studies of each system. */
const STUDIES = process.env.VALUE_COMPASS_FULL === "1" ? 500 : 40;
const [ITEMS, SAMPLES, LABELLED] = [30, 3, 15];
const reader = { kind: "recognizer", recognizer: embeddedRecognizer() } as const;

interface Held extends CoverageOutcome {
  /** The mean of E[P_F] over all items that could have been drawn. */
  readonly ofAll: number;
}

/** Studies of one examinee on one dimension: published profiles and archetypes, dimensions in turn. */
async function studies(id: string): Promise<Held[]> {
  const system = valueSystem(id);
  const bank = randomSet(system, 1500, stream("coverage bank", id));
  const about = new Map<string, LabItem[]>(
    system.dimensions.map((one) => [
      one.id,
      bank.filter(({ targets }) => targets.includes(one.id)),
    ]),
  );
  const found: Held[] = [];
  for (let n = 0; n < STUDIES; n++) {
    const dimension = system.dimensions[n % system.dimensions.length].id;
    const own = about.get(dimension) ?? [];
    const panel = mixedPanel(9000 + n, { published: 1, archetypes: 1, covering: [id] });
    const examinee = panel[n % 2];
    const items = stream("coverage study", id, n).shuffle(own).slice(0, ITEMS);
    const outcome = await coverageStudy(
      { system, reader },
      { examinee, dimension, items, samples: SAMPLES, labelled: LABELLED, seed: n },
    );
    const all = own.map(({ text }) => expectedReading(examinee, text, id)[dimension]);
    found.push({ ...outcome, ofAll: all.reduce((sum, one) => sum + one / all.length, 0) });
  }
  return found;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function report(name: string, found: readonly Held[]) {
  const share = (is: (one: Held) => boolean) => found.filter(is).length / found.length;
  const these = share(({ theseItems, truth }) => holds(theseItems, truth));
  const like = share(({ itemsLikeThese, ofAll }) => holds(itemsLikeThese, ofAll));
  const raw = share((one) => holds(one.raw, one.truth));
  console.log(
    `${name}, ${found.length} studies: corrected, these items ${percent(these)}; items like ` +
      `these ${percent(like)}; not corrected ${percent(raw)}`,
  );
  return { these, like, raw };
}

test(`95 % intervals hold the exact E[P_F] in 93 to 97 % of ${4 * STUDIES} simulated studies, recognizer's error included`, async () => {
  const all: Held[] = [];
  for (const id of SYSTEMS) {
    const found = await studies(id);
    all.push(...found);
    // Three standard errors beside the two points.
    const slack = 0.02 + 3 * Math.sqrt((0.95 * 0.05) / STUDIES);
    expect(Math.abs(report(id, found).these - 0.95)).toBeLessThanOrEqual(slack);
  }
  const { these, like, raw } = report("all systems", all);
  const luck = STUDIES === 500 ? 0 : 3 * Math.sqrt((0.95 * 0.05) / all.length);
  expect(Math.abs(these - 0.95)).toBeLessThanOrEqual(0.02 + luck);
  expect(Math.abs(like - 0.95)).toBeLessThanOrEqual(0.025 + luck);
  // What the intervals would be worth if nobody had looked at the recognizer's error.
  expect(raw).toBeLessThan(0.5);
}, 900_000);
