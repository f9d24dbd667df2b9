import type { ValueSystem } from "../../values/value-system.js";
import type { RecognizerAssets } from "../assets.js";
import { type ReaderAssets, SystemReader } from "../system-reader.js";
import { authoredRows } from "./authored-rows.js";
import { type AuthoredModel, AuthoredTrainer } from "./authored-trainer.js";
import { everydayRows } from "./everyday-rows.js";
import { spreadBy } from "./spread.js";
import { readTalkers } from "./talkers.js";
import { voiceGroups } from "./voice-groups.js";
import { type VoiceComparison, voiceSkill } from "./voice-skill.js";

/** The model that all voices teach, with each voice read by a model of other groups of voices. */
export function learnAuthored(
  systems: readonly ValueSystem[],
  assets: ReaderAssets & Pick<RecognizerAssets, "heldOutReplies" | "neutralItems">,
): {
  readonly model: AuthoredModel;
  readonly voices: readonly VoiceComparison[];
  readonly about: Readonly<Record<string, unknown>>;
} {
  const rows = authoredRows();
  const voices = [...new Set(rows.map(({ voice }) => voice))];
  const everyday = everydayRows(assets, voices);
  const talkers = readTalkers();
  const groups = voiceGroups(voices);
  const trainer = new AuthoredTrainer(systems, rows, everyday, groups, assets);
  const byHand = new Map(systems.map((system) => [system, new SystemReader(system, assets)]));
  const compared = groups.flatMap((held) => {
    const others = trainer.assets(trainer.learn(held));
    return [...byHand].flatMap(([system, hand]) => {
      const reader = new SystemReader(system, others);
      const spread = spreadBy(system, talkers, assets, reader);
      // A voice may be about some systems alone.
      const spoken = held.filter((voice) =>
        rows.some((row) => row.voice === voice && row.system === system.id),
      );
      return spoken.map((voice) => ({
        before: voiceSkill(system, voice, rows, everyday, hand),
        after: voiceSkill(system, voice, rows, everyday, reader),
        spread: spread(voice, rows),
      }));
    });
  });
  const about = { folder: "data/authored", voices, rows: rows.length, licence: "MIT" };
  return { model: trainer.learn(null), voices: compared, about };
}
