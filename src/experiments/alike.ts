import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import { simulatedExaminee } from "../examinees/simulated.js";
import type { World } from "../examinees/world.js";
import { termsOf } from "../generator/observed-terms.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import { clusteredInterval } from "../statistics/clustered-interval.js";
import type { ValueSystem } from "../values/value-system.js";
import { randomSet } from "./item-sets.js";
import { type LabReader, readInLab } from "./lab.js";

/** Examinees that do not differ at all, and a choice of the items on which they seem to. */
export interface AlikeSettings {
  readonly system: ValueSystem;
  readonly reader: LabReader;
  readonly examinees: number;
  readonly candidates: number;
  /** Items chosen: those with the largest D on the replies that choose. */
  readonly items: number;
  readonly samples: number;
  readonly world?: World;
}

/** What one run reports of examinees that are all alike. */
export interface AlikeRun {
  /** Mean D of the chosen items on the replies that chose them: the winner's curse. */
  readonly chosen: number;
  /** Mean D of the same items on fresh replies, with its 95 % interval over items. */
  readonly fresh: number;
  readonly low: number;
  readonly high: number;
  readonly coversZero: boolean;
}

/** Every value planted at the same place in everybody, and everybody talks alike. */
const PLANTED = 0.5;
const STYLE = { length: 0.5, expressiveness: 0.5, framing: 0.5, refusal: 0.03 };

/**
 * Chooses the most informative items for examinees that are all alike, and reports them as a round does: on the replies
 * that chose, and on fresh ones. The truth is D = 0 on every item. The first number is what selection makes of noise. One would
 * reach for it to show a class the winner's curse, or to see over many seeds whether the fresh interval covers 0 as often as it says.
 *
 * In words: all items are scored on some replies, the best are kept and scored on others. D is in nats a dimension.
 *
 * Source: methods 2.5 and 11 (N7).
 *
 * @param seed  names the examinees' replies and the items drawn
 * @example
 * const sizes = { examinees: 4, candidates: 30, items: 8, samples: 3 };
 * const run = await alikeRun({ system: valueSystem("mft"), reader: { kind: "labels" }, ...sizes }, 1);
 * run.chosen > run.fresh; // => true
 * run.low <= run.fresh && run.fresh <= run.high; // => true
 */
export async function alikeRun(settings: AlikeSettings, seed: number): Promise<AlikeRun> {
  const { system, reader, world, samples } = settings;
  const lab = { system, reader };
  const profile = {
    [system.id]: Object.fromEntries(system.dimensions.map(({ id }) => [id, PLANTED])),
  };
  const panel = Array.from({ length: settings.examinees }, (_, n) =>
    simulatedExaminee({ id: `sim:alike-${n + 1}`, profile, seed, world, style: STYLE }),
  );
  const rules = {
    alpha: 0,
    divergence: divergence("jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    clip: DEFAULT_CLIP,
  };
  const worth = async (item: { id: string; text: string }, band: "search" | "fresh") => {
    const { observation } = await readInLab(lab, item, panel, bandSamples(band, samples));
    return termsOf(observation, rules, stream(seed, "null", band, item.id)).informativeness;
  };
  const drawn = randomSet(system, settings.candidates, stream(seed, "alike"));
  const scored = [];
  for (const item of drawn) scored.push({ item, d: await worth(item, "search") });
  const best = scored.sort((a, b) => b.d - a.d).slice(0, settings.items);
  const fresh = [];
  for (const { item } of best) fresh.push(await worth(item, "fresh"));
  const { mean, low, high } = clusteredInterval(fresh);
  const [from, to] = [low ?? Number.NaN, high ?? Number.NaN];
  return {
    chosen: best.reduce((sum, { d }) => sum + d, 0) / best.length,
    fresh: mean ?? Number.NaN,
    low: from,
    high: to,
    coversZero: from <= 0 && to >= 0,
  };
}
