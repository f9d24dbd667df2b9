import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { silent } from "../../src/ports/progress.js";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { checkStudy } from "../../src/run/read-study.js";
import { type RunOptions, type RunReport, runStudy } from "../../src/run/run-study.js";
import type { Study } from "../../src/run/study.js";
import type { StudyInput } from "../../src/run/study-schema.js";

/** A study of some hundred replies that runs in about a second. */
export const smallStudy: StudyInput = {
  format: 1,
  name: "small",
  systems: ["schwartz"],
  examinees: ["sim:guardian", "sim:explorer", "sim:achiever", "sim:caretaker"].map((id) => ({
    kind: "archetype" as const,
    id,
  })),
  budget: { rounds: 2, items: 6, samples: 2, candidates: 20, generations: 2, searchSamples: 2 },
  seed: 3,
};

/** A folder that is gone when the test has ended. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "value-compass-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Builds a study from its description. */
export function assembled(input: StudyInput, folder = "."): Promise<Study> {
  return assembleStudy(checkStudy(input, "study.json"), folder);
}

/** Runs a study in this process, saying nothing. */
export function ran(
  study: Study,
  folder: string,
  options: Partial<RunOptions> = {},
): Promise<RunReport> {
  const signal = new AbortController().signal;
  return runStudy(study, folder, { concurrency: 8, progress: silent, signal, ...options });
}

/**
 * The hash of every file below some folders of a study, by path: equal means the same bytes. What a
 * database keeps beside its file while it is open, and holds no rows, is left out.
 */
export function bytesOf(
  folder: string,
  parts: readonly string[] = ["rounds", "results"],
): Record<string, string> {
  const files = parts.flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true }),
  );
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith("-shm") && !(path.endsWith("-wal") && isEmpty(path)))
      .map((path): [string, string] => [
        relative(folder, path),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isEmpty(path: string): boolean {
  return statSync(path).size === 0;
}
