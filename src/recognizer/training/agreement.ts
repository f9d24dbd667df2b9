import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { ValueSystem } from "../../values/value-system.js";
import { embeddedRecognizer } from "../embedded-recognizer.js";
import type { LabelledRow } from "./labelled-row.js";
import { type Scored, type Skill, skill } from "./skill.js";

/**
 * How far the recognizer that ships agrees with verdicts from elsewhere, such as the platform's published
 * cases: by the system's reading, rows labelled 1 against rows labelled -1. For evaluation only; nothing
 * is trained or set by it.
 *
 * @param file  gzipped rows of one or more systems
 */
export async function agreement(
  file: string,
  systems: readonly ValueSystem[],
): Promise<Readonly<Record<string, Skill>>> {
  const rows = gunzipSync(readFileSync(file))
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text) as LabelledRow & { readonly system: string });
  const recognizer = embeddedRecognizer();
  const found: Record<string, Skill> = {};
  for (const system of systems) {
    const scored: Scored[] = [];
    for (const row of rows.filter((one) => one.system === system.id)) {
      const verdict = await recognizer.readItem(system, row.response);
      for (const [id, label] of Object.entries(row.labels)) {
        if (label === 0 || !Object.hasOwn(verdict.dimensions, id)) continue;
        const { adhere, oppose } = verdict.dimensions[id];
        const score = system.reading === "adherence" ? adhere : 1 - oppose;
        scored.push({ score, probability: score, positive: label > 0, group: row.group });
      }
    }
    if (scored.length > 0) found[system.id] = skill(`agreement ${system.id}`, scored);
  }
  return found;
}
