import { valueSystem } from "../../facts/value-systems.js";
import type { DimensionId, SystemId } from "../../values/value-system.js";

/** What the public site calls the files of each value system. */
export const SITE_SYSTEMS: Readonly<Record<string, SystemId>> = {
  Schwartz: "schwartz",
  MFT: "mft",
  Risk: "safety",
  FULVa: "llm_unique",
};

/**
 * A model's id from the site's name for it: releases differ in blanks and capitals.
 *
 * @example
 * modelKey("LLaMA3 8B CPT SEA-Lionv2.1 Instruct "); // => "llama3-8b-cpt-sea-lionv2.1-instruct"
 */
export function modelKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, "-");
}

/**
 * The dimension that the site's name means, or `null`. The site adds the opposite behind a slash.
 *
 * @example
 * siteDimension("mft", "Care/Harm"); // => "care"
 * siteDimension("schwartz", "Kindness"); // => null
 */
export function siteDimension(system: SystemId, name: string): DimensionId | null {
  const plain = (text: string) => text.replace(/\/.*$/, "").trim().toLowerCase();
  const found = valueSystem(system).dimensions.find((one) => plain(one.name) === plain(name));
  return found?.id ?? null;
}
