import type { SimulatedExaminee } from "../examinees/simulated.js";
import { nextAsk, observe, startEvolution } from "../generator/evolve.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import type { Observation } from "../generator/observation.js";
import { bandSamples } from "../records/band.js";
import type { Item } from "../records/item.js";
import { type Lab, readInLab } from "./lab.js";

/** Runs a whole evolution in memory and returns the items of its rounds, first to last. */
export async function evolveInLab(
  lab: Lab,
  panel: readonly SimulatedExaminee[],
  settings: EvolveSettings,
): Promise<readonly (readonly Item[])[]> {
  const byId = new Map(panel.map((examinee) => [examinee.card.id, examinee]));
  let state = startEvolution(settings);
  for (let ask = nextAsk(settings, state); ask; ask = nextAsk(settings, state)) {
    const samples = bandSamples(ask.band, ask.samples);
    const observations: Observation[] = [];
    for (const item of ask.items) {
      const asked = item.examinees.flatMap((id) => byId.get(id) ?? []);
      observations.push((await readInLab(lab, item, asked, samples)).observation);
    }
    state = observe(settings, state, observations);
  }
  return state.rounds.map((round) => round.items);
}
