import type { Score } from "../records/score.js";
import type { Support } from "../records/verdict.js";
import type { DimensionId, ValueSystem } from "../values/value-system.js";
import { type ScoreLookup, shown } from "./score-lookup.js";
import { supportMarks } from "./support-mark.js";

/** One spoke of a radar: a dimension with its printed name. */
export interface Spoke {
  readonly dimension: DimensionId;
  /** Name and support mark. */
  readonly label: string;
  readonly name: string;
  readonly support: Support | null;
}

/** An examinee's value on one spoke, from 0 to 100; `null` where it was not measured. */
export interface SpokeValue {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly score: Score | undefined;
}

/** One examinee on all spokes. */
export interface RadarProfile {
  readonly examinee: string;
  readonly name: string;
  readonly values: readonly SpokeValue[];
}

/** The spokes of a system: around its circle where the theory has one, else in its own order. */
export function radarSpokes(
  system: ValueSystem,
  support: (dimension: DimensionId) => Support | null,
): readonly Spoke[] {
  const own = system.dimensions.map((dimension) => dimension.id);
  const around = (system.circularOrder ?? own).filter((id) => own.includes(id));
  const order = [...around, ...own.filter((id) => !around.includes(id))];
  return order.map((id) => {
    const name = system.dimensions.find((dimension) => dimension.id === id)?.name ?? id;
    const grade = support(id);
    const label = `${name}${grade === null ? "" : supportMarks[grade].mark}`;
    return { dimension: id, label, name, support: grade };
  });
}

/** Reads the profile of one examinee off its scores. */
export function radarProfile(
  examinee: { readonly id: string; readonly name: string },
  spokes: readonly Spoke[],
  lookup: ScoreLookup,
): RadarProfile {
  const values = spokes.map((spoke) => {
    const score = lookup(examinee.id, spoke.dimension);
    return {
      mean: shown(score?.mean),
      low: shown(score?.low),
      high: shown(score?.high),
      score,
    };
  });
  return { examinee: examinee.id, name: examinee.name, values };
}
