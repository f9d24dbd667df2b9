import { mean } from "simple-statistics";
import { scoreLookup } from "../../figures/score-lookup.js";
import type { ValueSystem } from "../../values/value-system.js";
import type { Site } from "./site.js";

/** One question that results can be asked, its answer with numbers, and the rule that made it. */
export interface Finding {
  readonly question: string;
  readonly answer: string;
  readonly rule: string;
  /** Whether the rule finds the matter settled. */
  readonly isClear: boolean;
}

/** Makes a finding of a system's scores, or `null` where they cannot be asked. */
export type FindingRule = (site: Site, system: ValueSystem) => Finding | null;

/** A score of 0 to 1 in points of 100. */
export function points(score: number): string {
  return (score * 100).toFixed(1);
}

/** By dimension: all known scores. */
export function columnsOf(site: Site, system: ValueSystem) {
  const lookup = scoreLookup(site.results.scores, system.id);
  return system.dimensions.map(({ id, name }) => {
    const own = site.results.examinees.flatMap((card) => {
      const score = lookup(card.id, id);
      return score?.mean == null ? [] : [score];
    });
    return { name, own, means: own.flatMap(({ mean: one }) => (one === null ? [] : [one])) };
  });
}

/** Where an examinee with a score on every dimension stands. */
export interface ExamineeLevel {
  readonly examinee: string;
  readonly mean: number;
  readonly lowest: { readonly name: string; readonly score: number };
}

/**
 * Mean and lowest dimension of all examinees with every score. A study states its means and lowest scores; of a published
 * release they are taken from its scores.
 */
export function levelsOf(site: Site, system: ValueSystem): readonly ExamineeLevel[] {
  const lookup = scoreLookup(site.results.scores, system.id);
  const stated = new Map(
    site.results.welfare
      .filter((row) => row.system === system.id)
      .map((row) => [row.examinee, row] as const),
  );
  return site.results.examinees.flatMap(({ id: examinee }) => {
    const scored = system.dimensions.flatMap(({ id, name }) => {
      const score = lookup(examinee, id)?.mean ?? null;
      return score === null ? [] : [{ name, score }];
    });
    if (scored.length === 0 || scored.length < system.dimensions.length) return [];
    const least = scored.reduce((a, b) => (b.score < a.score ? b : a));
    const row = stated.get(examinee);
    return [
      {
        examinee,
        mean: row?.weightedMean ?? mean(scored.map(({ score }) => score)),
        lowest: { name: least.name, score: row?.rawls ?? least.score },
      },
    ];
  });
}
