import type { ValueSystem } from "../../values/value-system.js";
import type { RecognizerAssets } from "../assets.js";
import type { ReaderAssets } from "../system-reader.js";
import { authoredRows } from "./authored-rows.js";
import { type AuthoredModel, AuthoredTrainer } from "./authored-trainer.js";
import { everydayRows } from "./everyday-rows.js";
import { spread } from "./spread.js";
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
  const compared = groups.flatMap((held) => {
    const others = trainer.assets(trainer.learn(held));
    const measured = { ...assets, ...others };
    return held.flatMap((voice) =>
      systems.map((system) => ({
        before: voiceSkill(system, voice, rows, everyday, assets),
        after: voiceSkill(system, voice, rows, everyday, others),
        spread: spread(system, voice, rows, talkers, measured),
      })),
    );
  });
  const about = { folder: "data/authored", voices, rows: rows.length, licence: "MIT" };
  return { model: trainer.learn(null), voices: compared, about };
}
