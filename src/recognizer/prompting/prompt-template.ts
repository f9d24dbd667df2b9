import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../data-folder.js";

/** The texts that a model is asked with; their hash enters the key of everything it answers. */
export interface PromptTemplate {
  readonly version: string;
  readonly system: string;
  readonly user: string;
  readonly again: string;
  readonly hash: string;
}

const PARTS = ["system", "user", "again"] as const;

/**
 * Reads a version of a prompt from data/prompts/.
 *
 * @throws Error when the version does not exist
 * @example
 * readTemplate("judge-1").version; // => "judge-1"
 */
export function readTemplate(version: string): PromptTemplate {
  const [system, user, again] = PARTS.map((part) =>
    readFileSync(join(dataFolder, "prompts", version, `${part}.txt`), "utf8").trim(),
  );
  const digest = hash("sha256", JSON.stringify([system, user, again]), "hex");
  return { version, system, user, again, hash: digest };
}

/**
 * The versions of a prompt that ship, by what it is for.
 *
 * @example
 * templateVersions("judge"); // => ["judge-1"]
 */
export function templateVersions(purpose: string): readonly string[] {
  return readdirSync(join(dataFolder, "prompts"))
    .filter((name) => name.startsWith(`${purpose}-`))
    .sort();
}

/**
 * Fills the places of a template in one pass: what is filled in is never looked at again.
 *
 * @example
 * filled("{{a}} and {{b}}", { a: "{{b}}", b: "$&" }); // => "{{b}} and $&"
 */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([a-z]+)\}\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name] : place,
  );
}
