import type { Dimension, ValueSystem } from "../../values/value-system.js";
import type { Site } from "./site.js";
import { READING_UNIT, type SiteParts } from "./site-data.js";

/** The readings on one dimension: on which items, and what each examinee's came to. */
export interface ColumnReadings {
  /** Names of the items, by system and place. */
  readonly items: readonly string[];
  /** Places of the items in their system. */
  readonly places: readonly number[];
  of(examinee: string): readonly (number | null)[];
}

/** A dimension and the system it is of. */
export interface SystemDimension {
  readonly system: ValueSystem;
  readonly dimension: Dimension;
}

/**
 * Picks one dimension out of a system's readings, of all items or of those of one round; empty where they are not
 * here.
 */
export function columnReadings(
  site: Site,
  { system, dimension }: SystemDimension,
  round: number | null = null,
): ColumnReadings {
  const place = site.systems.indexOf(system);
  const part: SiteParts["readings"] | null = site.part("readings", place);
  const wanted = system.dimensions.indexOf(dimension);
  const where: { readonly item: number; readonly at: number }[] = [];
  let next = 0;
  for (const [item, targets] of (part?.targets ?? []).entries()) {
    const target = targets.indexOf(wanted);
    const isOfRound = round === null || part?.rounds[item] === round;
    if (target >= 0 && isOfRound) where.push({ item, at: next + target });
    next += targets.length;
  }
  const rows = Object.values(part?.readings ?? {});
  const asked = where.filter(({ at }) => rows.some((row) => (row[at] ?? null) !== null));
  return {
    items: asked.map(({ item }) => `${place}/${item}`),
    places: asked.map(({ item }) => item),
    of(examinee) {
      const own = part?.readings[examinee];
      return asked.map(({ at }) => {
        const reading = own?.[at] ?? null;
        return reading === null ? null : reading / READING_UNIT;
      });
    },
  };
}
