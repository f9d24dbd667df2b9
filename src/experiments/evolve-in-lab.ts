import type { SimulatedExaminee } from "../examinees/simulated.js";
import { nextAsk, observe, startEvolution } from "../generator/evolve.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import type { Observation } from "../generator/observation.js";
import { bandSamples } from "../records/band.js";
import type { Item } from "../records/item.js";
import { type Lab, readInLab } from "./lab.js";

/** The items of each round of an evolution, first to last, and how many replies were asked to find them. */
export interface LabEvolution {
  readonly rounds: readonly (readonly Item[])[];
  readonly replies: number;
  readonly scored: number;
}

/** Runs a whole evolution in memory. */
export async function evolveInLab(
  lab: Lab,
  panel: readonly SimulatedExaminee[],
  settings: EvolveSettings,
): Promise<LabEvolution> {
  const byId = new Map(panel.map((examinee) => [examinee.card.id, examinee]));
  let state = startEvolution(settings);
  let replies = 0;
  for (let ask = nextAsk(settings, state); ask; ask = nextAsk(settings, state)) {
    const samples = bandSamples(ask.band, ask.samples);
    const observations: Observation[] = [];
    for (const item of ask.items) {
      const asked = item.examinees.flatMap((id) => byId.get(id) ?? []);
      replies += asked.length * samples.length;
      observations.push((await readInLab(lab, item, asked, samples)).observation);
    }
    state = observe(settings, state, observations);
  }
  return {
    rounds: state.rounds.map((round) => round.items),
    replies,
    scored: state.archive.length,
  };
}
