import type { ValueSystem } from "../../values/value-system.js";
import { commonDirection } from "../everyday-text.js";
import { type ReaderAssets, SystemReader } from "../system-reader.js";
import type { ScaleFile } from "../system-scales.js";

/** The scales of the systems that ship, so that a first verdict need not find them. */
export function findScales(systems: readonly ValueSystem[], assets: ReaderAssets): ScaleFile {
  return {
    about: "Where everyday text lies on each score; made by npm run train from what ships.",
    systems: Object.fromEntries(
      systems.map((system) => [system.id, new SystemReader(system, assets).scales(system)]),
    ),
    common: [...commonDirection(assets)],
  };
}
