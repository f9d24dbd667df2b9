import { liftFloor } from "../../scoring/reading-of.js";
import type { ValueSystem } from "../../values/value-system.js";
import type { RecognizerAssets } from "../assets.js";
import { neutralLevels } from "../neutral-levels.js";
import { readVerdict } from "../read-verdict.js";
import type { SystemReader } from "../system-reader.js";
import type { AuthoredRow } from "./authored-rows.js";
import { spokenReplies, type Talkers, valueFreeReplies } from "./talkers.js";

/**
 * How far talkers who differ in style alone look different, beside talkers who take opposite sides: squared
 * differences of mean readings, floors lifted, as scores are made of them. Their ratio is the share of what
 * tells examinees apart that would be style and not values.
 */
export interface Spread {
  readonly system: string;
  readonly voice: string;
  /** Mean over dimensions and pairs of value-free styles. */
  readonly style: number;
  /** Mean over dimensions: those who support it against those who oppose it; the wrong way round it is negative. */
  readonly stance: number;
  readonly ratio: number;
}

/** Measures spread with the sentences of one voice. */
export type SpreadOf = (voice: string, authored: readonly AuthoredRow[]) => Spread;

/** How a model spreads talkers: styles are read once, and voices that it has not heard one by one. */
export function spreadBy(
  system: ValueSystem,
  talkers: Talkers,
  texts: Pick<RecognizerAssets, "heldOutReplies" | "neutralItems">,
  reader: SystemReader,
): SpreadOf {
  const { reply: levels } = neutralLevels(system, texts, (text) =>
    readVerdict(system, reader, text),
  );
  const readings = (texts: readonly string[]): readonly number[] => {
    const verdicts = texts.map((text) => readVerdict(system, reader, text).dimensions);
    return system.dimensions.map(({ id }) =>
      mean(verdicts.map((verdict) => liftFloor(verdict[id], levels[id], system.reading))),
    );
  };
  const styles = Object.keys(talkers).map((style) => readings(valueFreeReplies(talkers, style)));
  const byStyle: number[] = [];
  for (const at of system.dimensions.keys())
    for (const [one, first] of styles.entries())
      for (const second of styles.slice(one + 1)) byStyle.push((first[at] - second[at]) ** 2);
  const style = mean(byStyle);
  return (voice, authored) => {
    const own = authored.filter((row) => row.voice === voice && row.system === system.id);
    const stance = mean(system.dimensions.map(({ id }, at) => opposite(own, id, at)));
    return { system: system.id, voice, style, stance, ratio: style / stance };
  };

  /** The squared difference of the two sides; the wrong way round it is negative. */
  function opposite(own: readonly AuthoredRow[], id: string, at: number): number {
    const [support, oppose] = (["support", "oppose"] as const).map((side) => {
      const said = own.filter(({ dimension, stance }) => dimension === id && stance === side);
      return readings(
        spokenReplies(
          talkers,
          said.map(({ text }) => text),
        ),
      )[at];
    });
    return (support - oppose) * Math.abs(support - oppose);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
