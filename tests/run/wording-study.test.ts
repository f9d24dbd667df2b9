import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { silent } from "../../src/ports/progress.js";
import { assembleStudy } from "../../src/run/assemble-study.js";
import { openJournal } from "../../src/run/journal/journal.js";
import { checkStudy, readStudy } from "../../src/run/read-study.js";
import { runStudy } from "../../src/run/run-study.js";
import type { StudyInput } from "../../src/run/study-schema.js";
import { cli } from "../cli/in-process.js";
import { testFolder } from "./small-study.js";

const studyWith = (roles: StudyInput["roles"]): StudyInput => ({
  format: 1,
  name: "worded",
  systems: ["mft"],
  examinees: ["sim:guardian", "sim:explorer", "sim:caretaker"].map((id) => ({
    kind: "archetype" as const,
    id,
  })),
  roles,
  budget: { rounds: 1, items: 5, candidates: 12, generations: 1, samples: 1, searchSamples: 2 },
  seed: 3,
});

async function run(folder: string, roles: StudyInput["roles"]) {
  const config = checkStudy(studyWith(roles), "study.json");
  writeFileSync(join(folder, "study.json"), JSON.stringify(config));
  const { signal } = new AbortController();
  const study = await assembleStudy(config, folder);
  await runStudy(study, folder, { concurrency: 4, progress: silent, signal });
  const manifest = JSON.parse(readFileSync(join(folder, "rounds", "1", "manifest.json"), "utf8"));
  const journal = openJournal(join(folder, "journal.db"));
  const { replies } = journal.counts();
  journal.close();
  const items = readFileSync(join(folder, "rounds", "1", "items.jsonl"), "utf8");
  return { replies, items, wording: manifest.writer.identity.wording };
}

test("a study words plainly unless its roles say varied", () => {
  expect(checkStudy(studyWith({}), "study.json").roles.wording).toBe("plain");
  expect(checkStudy(studyWith({ wording: "varied" }), "study.json").roles.wording).toBe("varied");
});

test("a wording that does not exist is refused by name, with those that do", () => {
  const wrong = { ...studyWith({}), roles: { wording: "florid" } };
  expect(() => checkStudy(wrong, "study.json")).toThrow(
    /roles\.wording.*(florid.*plain.*varied|plain.*varied.*florid)/s,
  );
});

test("another wording is another search, and going back asks nothing again", async () => {
  const folder = testFolder();
  const plain = await run(folder, {});
  const varied = await run(folder, { wording: "varied" });
  expect([plain.wording, varied.wording]).toEqual(["plain", "varied"]);
  expect(varied.items).not.toBe(plain.items);
  expect(varied.replies).toBeGreaterThan(plain.replies);
  const again = await run(folder, { wording: "plain" });
  expect(again).toEqual({ ...plain, replies: varied.replies });
});

test("init writes the wording that it is told, and knows no other", async () => {
  const folder = join(testFolder(), "new");
  expect((await cli("init", folder, "--wording", "varied")).code).toBe(0);
  expect(readStudy(folder).roles.wording).toBe("varied");
  const wrong = await cli("init", `${folder}-2`, "--wording", "florid");
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).toMatch(/plain, varied/);
});
