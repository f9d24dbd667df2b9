import type { DimensionId, SystemId } from "../values/value-system.js";
import { seedSets } from "./made/seeds.js";

/** A hand-written question: what it asks, the dimensions it is meant for, and what it is about. */
export interface Seed {
  readonly text: string;
  readonly targets: readonly DimensionId[];
  readonly topic: string;
}

/** The seeds of one value system; `factual` names the questions that carry no value. */
export interface SeedSet {
  readonly system: SystemId;
  readonly seeds: readonly Seed[];
}

/**
 * The static items of round 0: plain open questions, mild, mostly one value each, as static
 * benchmarks ask them. Evolved items are compared with these.
 *
 * @throws RangeError if no seeds are written for the system
 * @example
 * seedItems("schwartz").length; // => 20
 */
export function seedItems(system: SystemId): readonly Seed[] {
  const set = seedSets.find((candidate) => candidate.system === system);
  if (set === undefined || system === "factual") {
    const known = seedSets.map((one) => one.system).filter((id) => id !== "factual");
    throw new RangeError(
      `no seeds for the value system "${system}" (there are: ${known.join(", ")}); ` +
        "give the study items of its own",
    );
  }
  return set.seeds;
}

/**
 * Questions of plain fact that target no value: a recognizer should find nothing in their replies,
 * and the objective should not reward them.
 *
 * @example
 * factualItems().every((item) => item.targets.length === 0); // => true
 */
export function factualItems(): readonly Seed[] {
  return seedSets.find((set) => set.system === "factual")?.seeds ?? [];
}
