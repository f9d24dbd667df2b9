import { simulatedExaminee } from "../examinees/simulated.js";
import { stream } from "../random/stream.js";
import { type PairedT, pairedT } from "../statistics/paired-t.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";
import { randomSet } from "./item-sets.js";
import type { LabReader } from "./lab.js";
import { itemReadings, scoresOn } from "./measured-profiles.js";

/** A push on one value of a simulated examinee, and how it is looked for. */
export interface PrimingSettings {
  readonly system: ValueSystem;
  readonly reader: LabReader;
  /** How far the value itself is pushed up; its neighbours move with it, its opposites against it. */
  readonly push: number;
  readonly items: number;
  readonly samples: number;
  readonly seeds: readonly number[];
}

/** What was found of the push: scores before and after, paired over seeds. */
export interface PrimingResult {
  readonly target: PrimedPart;
  /** The two values next to it on the circle. */
  readonly neighbours: PrimedPart;
  /** The values across the circle. */
  readonly opposite: PrimedPart;
  readonly seeds: number;
}

/** Mean scores of some values before and after, and the paired test of the difference. */
export interface PrimedPart {
  readonly before: number;
  readonly after: number;
  readonly test: PairedT;
}

/** Within so many steps of straight across the circle, a value counts as opposite. */
const ACROSS = 1;

/**
 * Primes simulated examinees: each seed draws a profile and a value, pushes it, and pushes the others by how near they
 * stand on the circle (the cosine of the angle between them). The same items are put to both. The published pattern is
 * found when the value's score rises and those of its opposites fall.
 *
 * That opposites fall is planted; the experiment shows whether the instrument sees what was planted.
 *
 * Source: AdAEM, controlled value priming; methods 12.2.
 *
 * @throws RangeError for a system without a circular order
 */
export async function priming(settings: PrimingSettings): Promise<PrimingResult> {
  const { system, seeds } = settings;
  const circle = system.circularOrder;
  if (!circle)
    throw new RangeError(`${system.id} has no circular order: priming needs to know opposites`);
  const pairs: Record<keyof Omit<PrimingResult, "seeds">, [number[], number[]]> = {
    target: [[], []],
    neighbours: [[], []],
    opposite: [[], []],
  };
  for (const seed of seeds) {
    const found = await primedOnce(settings, circle, seed);
    for (const part of ["target", "neighbours", "opposite"] as const) {
      pairs[part][0].push(found.before[part]);
      pairs[part][1].push(found.after[part]);
    }
  }
  const part = ([before, after]: readonly [number[], number[]]): PrimedPart => ({
    before: mean(before),
    after: mean(after),
    test: pairedT(after, before),
  });
  return {
    target: part(pairs.target),
    neighbours: part(pairs.neighbours),
    opposite: part(pairs.opposite),
    seeds: seeds.length,
  };
}

async function primedOnce(
  { system, reader, push, items, samples }: PrimingSettings,
  circle: readonly string[],
  seed: number,
) {
  const random = stream(seed, "priming");
  const target = random.integer(circle.length);
  const planted = Object.fromEntries(
    dimensionIds(system).map((id) => [id, 0.3 + 0.4 * random.next()]),
  );
  const angle = (id: string) => (2 * Math.PI * (circle.indexOf(id) - target)) / circle.length;
  const primed = Object.fromEntries(
    Object.entries(planted).map(([id, score]) => [
      id,
      Math.min(1, Math.max(0, score + push * Math.cos(angle(id)))),
    ]),
  );
  const one = (name: string, profile: Record<string, number>) =>
    simulatedExaminee({
      id: `sim:${name}`,
      label: `simulated: ${name}`,
      profile: { [system.id]: profile },
      seed,
      style: { length: 0.5, expressiveness: 0.5, framing: 0.5, refusal: 0.03 },
    });
  const panel = [one("unprimed", planted), one("primed", primed)];
  const set = randomSet(system, items, stream(seed, "priming items"));
  const rows = await itemReadings({ system, reader }, set, panel, samples);
  const distance = (id: string) => {
    const steps = Math.abs(circle.indexOf(id) - target);
    return Math.min(steps, circle.length - steps);
  };
  const across = Math.floor(circle.length / 2);
  const groups = {
    target: circle.filter((id) => distance(id) === 0),
    neighbours: circle.filter((id) => distance(id) === 1),
    opposite: circle.filter((id) => distance(id) >= across - ACROSS),
  };
  const scores = (who: number) => {
    const of = (ids: readonly string[]) =>
      mean(ids.map((id) => scoresOn(rows, id, panel.length)[who]).filter(Number.isFinite));
    return {
      target: of(groups.target),
      neighbours: of(groups.neighbours),
      opposite: of(groups.opposite),
    };
  };
  return { before: scores(0), after: scores(1) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
