import type { Observation } from "../generator/observation.js";
import type { NeutralLevels } from "../ports/judge.js";
import type { ValueSystem } from "../values/value-system.js";
import { type Bench, type MeasureAsk, measure } from "./measure.js";
import { observationOf } from "./observation-of.js";
import { readItems } from "./read-items.js";

/** What reading replies for Eq. 1 needs. */
export interface PanelReading {
  readonly bench: Bench;
  readonly system: ValueSystem;
  readonly levels: NeutralLevels;
}

/** Asks, judges and reads: one observation an item, in the order asked. */
export async function observationsOf(
  { bench, system, levels }: PanelReading,
  asks: readonly MeasureAsk[],
): Promise<Observation[]> {
  const all: Observation[] = [];
  for await (const measured of measure(bench, system, asks)) {
    const [bareItem] = await readItems(bench, system, [measured.text]);
    all.push(observationOf(measured, { system, bareItem, levels }));
  }
  return all;
}
