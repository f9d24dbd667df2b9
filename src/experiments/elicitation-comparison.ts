import { mixedPanel } from "../examinees/mixed-panel.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { objectiveSweep } from "../generator/objective-sweep.js";
import type { Observation } from "../generator/observation.js";
import type { Elicitation } from "../information/elicitation.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import { stream } from "../random/stream.js";
import { bandSamples } from "../records/band.js";
import { pearson } from "../statistics/pearson.js";
import type { ValueSystem } from "../values/value-system.js";
import type { LabItem } from "./item-sets.js";
import { type Lab, type LabReader, readInLab } from "./lab.js";
import { labSearch } from "./lab-search.js";
import { recoverOn } from "./recovery.js";

/** How elicitations are compared. */
export interface ElicitationSettings {
  readonly system: ValueSystem;
  readonly reader: LabReader;
  readonly alpha: number;
  readonly candidates: number;
  readonly items: number;
  readonly samples: number;
  readonly elicitations: readonly { readonly name: string; readonly elicitation: Elicitation }[];
}

/** What one elicitation bought on one seed, and what it pays to replies that say nothing. */
export interface ElicitationRow {
  readonly name: string;
  /** Median Spearman of scores with the planted truth on the items it picked, raw and centred. */
  readonly recovery: number;
  readonly centred: number;
  /** D of the picked items on fresh replies, null subtracted. */
  readonly informativeness: number;
  /** Its own value on the items as drawn. */
  readonly honest: number;
  /** The same items, had nobody shown any value: what silence earns, over `honest`. */
  readonly silence: number;
  /** Had every reply shown values by the toss of a coin: what self-contradiction earns, over `honest`. */
  readonly coins: number;
  /** How its value on an item goes with how loaded the bare item is (correlation with the mean of r). */
  readonly loading: number;
}

/**
 * What each elicitation buys in recovery, and how easily it is had: on one seed, one panel, one set of candidates and one set of
 * replies for all. Alpha 0 stands in the first row: no elicitation at all. One would reach for it before choosing
 * `objective.elicitation`, or to see how a form of one's own (`registerElicitation`) can be gamed. Everything is simulated.
 *
 * In words: recovery is a rank correlation with what was planted (-1 to 1); silence and coins are shares of what the form pays for the
 * real replies, and above 1 it pays more for the game than for the answer. A figure that cannot be computed is NaN.
 *
 * Source: methods 2.3 and 2.4; docs/design/elicitation.md has the table over twenty seeds.
 *
 * @param settings  `items` are picked of `candidates`, on `samples` replies of each of eight examinees
 * @example
 * const plugIn = { name: "plug-in", elicitation: elicitation("plug-in") };
 * const sizes = { alpha: 0.5, candidates: 16, items: 6, samples: 2, elicitations: [plugIn] };
 * const rows = await compareElicitations({ system: valueSystem("mft"), reader: { kind: "labels" }, ...sizes }, 1);
 * rows.map(({ name }) => name); // => ["none (alpha 0)", "plug-in"]
 * rows[1].silence; // => 0
 */
export async function compareElicitations(
  settings: ElicitationSettings,
  seed: number,
): Promise<readonly ElicitationRow[]> {
  const { system, reader, alpha, candidates, items, samples, elicitations } = settings;
  const lab: Lab = { system, reader };
  const panel = mixedPanel(seed, { published: 4, archetypes: 4, covering: [system.id] });
  const drawn = new Map<string, Observation>();
  const searched = labSearch(panel, {
    ...{ system, seed, alpha, items, candidates, rounds: 1, generations: 1 },
    elicitation: elicitations[0].elicitation,
    searchSamples: samples,
  });
  const choices = [
    { alpha: 0, divergence: searched.divergence, elicitation: elicitations[0].elicitation },
    ...elicitations.map(({ elicitation }) => ({
      alpha,
      divergence: searched.divergence,
      elicitation,
    })),
  ];
  const sweep = await objectiveSweep(searched, choices, async (asked, band) => {
    const observations = await readAll(lab, asked, panel, bandSamples(band, samples));
    if (band === "search") for (const one of observations) drawn.set(one.item, one);
    return observations;
  });
  const observed = [...drawn.values()];
  const rows: ElicitationRow[] = [];
  for (const [n, row] of sweep.rows.entries()) {
    const picked = row.items.map((id) => labItem(id, sweep.texts[id], system));
    const recovered = await recoverOn(lab, picked, panel, samples);
    const { name, elicitation } =
      n === 0 ? { name: "none (alpha 0)", elicitation: null } : elicitations[n - 1];
    rows.push({
      name,
      recovery: recovered.spearman ?? Number.NaN,
      centred: recovered.centred ?? Number.NaN,
      informativeness: row.informativeness.mean ?? Number.NaN,
      ...gamed(elicitation, observed, seed),
    });
  }
  return rows;
}

async function readAll(
  lab: Lab,
  items: readonly { readonly id: string; readonly text: string }[],
  panel: readonly SimulatedExaminee[],
  samples: readonly number[],
): Promise<Observation[]> {
  const all: Observation[] = [];
  for (const item of items) all.push((await readInLab(lab, item, panel, samples)).observation);
  return all;
}

/** The targets of an item are not part of a sweep's result: every dimension counts for X^v here. */
function labItem(id: string, text: string, system: ValueSystem): LabItem {
  return { id, text, targets: system.dimensions.map((dimension) => dimension.id) };
}

function gamed(
  elicitation: Elicitation | null,
  observed: readonly Observation[],
  seed: number,
): Pick<ElicitationRow, "honest" | "silence" | "coins" | "loading"> {
  if (!elicitation) return { honest: NaN, silence: NaN, coins: NaN, loading: NaN };
  const clip = DEFAULT_CLIP;
  const value = (change: (reading: number, key: string) => number) =>
    observed.map(({ posteriors, baseline, item }) =>
      meanOf(
        posteriors.map((own, i) =>
          elicitation.of({
            replies: own.map((reply, s) =>
              reply.map((f, k) => change(f, `${item} ${i} ${s} ${k}`)),
            ),
            baseline,
            clip,
          }),
        ),
      ),
    );
  const honest = value((f) => f);
  const mean = meanOf(honest);
  const loads = observed.map(({ baseline }) => meanOf(baseline));
  return {
    honest: mean,
    silence: meanOf(value(() => 0)) / mean,
    coins: meanOf(value((_, key) => Math.round(stream(seed, key).next()))) / mean,
    loading: pearson(honest, loads),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
