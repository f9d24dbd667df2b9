import type { ValueSystem } from "../../values/value-system.js";
import { combineSentences } from "../reply-reader.js";
import type { SystemReader } from "../system-reader.js";
import { tokens } from "../text/tokens.js";
import type { AuthoredRow } from "./authored-rows.js";
import type { EverydayRow } from "./everyday-rows.js";
import { skill } from "./skill.js";
import type { Spread } from "./spread.js";

/** How a voice is read by a model that has not heard it. */
export interface VoiceSkill {
  readonly system: string;
  readonly voice: string;
  readonly sentences: number;
  /** Opposing against supporting, on the dimension a sentence was written for. */
  readonly signAuroc: number;
  readonly signLow: number;
  readonly signAccuracy: number;
  /** Share of sentences whose own dimension is the most present one. */
  readonly which: number;
  /** Share of sentences whose own dimension is more likely present than not. */
  readonly hits: number;
  /** Share of everyday texts in which some dimension is more likely present than not. */
  readonly falseAlarms: number;
}

/** The same voice read by hand-set weights without authored text, and by a model of the other voices. */
export interface VoiceComparison {
  readonly before: VoiceSkill;
  readonly after: VoiceSkill;
  /** By the same model as `after`. */
  readonly spread: Spread;
}

/** A comparison as a line for a person. */
export function voiceLine({ before, after, spread }: VoiceComparison): string {
  const pair = (name: "signAuroc" | "signAccuracy" | "which" | "hits" | "falseAlarms"): string =>
    `${before[name].toFixed(2)} -> ${after[name].toFixed(2)}`;
  return (
    `${after.system} ${after.voice}: sign auroc ${pair("signAuroc")}, accuracy ` +
    `${pair("signAccuracy")}, which ${pair("which")}, hits ${pair("hits")}, ` +
    `false alarms ${pair("falseAlarms")}, style against stance ${spread.ratio.toFixed(4)}`
  );
}

/** Reads a voice, and the everyday texts held out with it. */
export function voiceSkill(
  system: ValueSystem,
  voice: string,
  authored: readonly AuthoredRow[],
  everyday: readonly EverydayRow[],
  reader: SystemReader,
): VoiceSkill {
  const ids = system.dimensions.map(({ id }) => id);
  const own = authored.filter((row) => row.voice === voice && row.system === system.id);
  const read = own.map(({ text, dimension, stance }) => {
    const at = ids.indexOf(dimension);
    const reading = reader.read(text);
    const { adhere, oppose } = combineSentences(
      [reading],
      at,
      reader.tilt(tokens(text)),
      reader.curve,
    );
    const { presence } = reading;
    return {
      // Sign is asked even where presence is nought.
      score: adhere + oppose === 0 ? 0.5 : oppose / (adhere + oppose),
      positive: stance === "oppose",
      which: presence.every((one, other) => other === at || one < presence[at]),
      hit: presence[at] >= 0.5,
      group: text,
    };
  });
  const { auroc, low } = skill(
    `${system.id} ${voice}`,
    read.map((one) => ({ ...one, probability: one.score })),
  );
  const none = everyday.filter((row) => row.voice === voice).map(({ text }) => reader.read(text));
  return {
    system: system.id,
    voice,
    sentences: own.length,
    signAuroc: auroc,
    signLow: low,
    signAccuracy: share(read, ({ score, positive }) => score > 0.5 === positive && score !== 0.5),
    which: share(read, ({ which }) => which),
    hits: share(read, ({ hit }) => hit),
    falseAlarms: share(none, ({ presence }) => presence.some((one) => one >= 0.5)),
  };
}

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}
