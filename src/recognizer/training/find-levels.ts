import type { ValueSystem } from "../../values/value-system.js";
import type { RecognizerAssets } from "../assets.js";
import { neutralLevels } from "../neutral-levels.js";
import { readVerdict } from "../read-verdict.js";
import { type LevelsFile, systemKey } from "../shipped-levels.js";
import { SystemReader } from "../system-reader.js";

/** The neutral levels of the systems that ship. */
export function findLevels(
  systems: readonly ValueSystem[],
  assets: Omit<RecognizerAssets, "levels">,
): LevelsFile {
  return {
    about:
      "What value-free text stays below on each dimension; made by npm run train from what ships.",
    version: assets.version,
    systems: Object.fromEntries(
      systems.map((system) => {
        const reader = new SystemReader(system, assets);
        const levels = neutralLevels(system, assets, (text) => readVerdict(system, reader, text));
        return [systemKey(system), levels];
      }),
    ),
  };
}
