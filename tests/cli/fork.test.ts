import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesOf, smallStudy, testFolder } from "../run/small-study.js";
import { cli } from "./in-process.js";

test("C8: a fork reuses what a change leaves untouched, and the study it came from stays as it is", async () => {
  const [from, to] = [testFolder(), join(testFolder(), "fork")];
  const study = { ...smallStudy, budget: { rounds: 0, samples: 2 } };
  writeFileSync(join(from, "study.json"), JSON.stringify(study));
  const first = JSON.parse((await cli("run", from, "--quiet", "--json")).out);
  const bytes = bytesOf(from);
  expect((await cli("fork", from, to)).out).toContain(`begins with ${first.asked} replies`);
  const copy = JSON.parse(readFileSync(join(to, "study.json"), "utf8"));
  copy.examinees = copy.examinees.slice(1);
  copy.budget.samples = 3;
  writeFileSync(join(to, "study.json"), JSON.stringify(copy));
  const refused = await cli("resume", to);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("study.json has changed since this study was last run; got ");
  expect(refused.err).toContain("budget.samples (2, now 3)");
  expect(refused.err).toContain('examinees.0.id ("sim:guardian", now "sim:explorer")');
  expect(refused.err.trim().split("\n")).toHaveLength(1);
  const forked = JSON.parse((await cli("run", to, "--quiet", "--json")).out);
  // Three of the four examinees stay; a third sample of each of twenty items is new.
  expect([forked.reused, forked.asked]).toEqual([first.asked, 3 * 20]);
  expect(bytesOf(from)).toEqual(bytes);
  expect((await cli("fork", from, to)).err).toContain("holds a study already");
});

test("C8: a raised cap is no change of the study: resume goes on with it", async () => {
  const folder = testFolder();
  const study = { ...smallStudy, budget: { rounds: 0, samples: 2 } };
  const write = (caps: object) =>
    writeFileSync(join(folder, "study.json"), JSON.stringify({ ...study, caps }));
  write({ calls: 50 });
  expect((await cli("run", folder, "--quiet")).code).toBe(3);
  write({ calls: 5000 });
  const resumed = await cli("resume", folder, "--quiet", "--json");
  expect(resumed.code).toBe(0);
  expect(JSON.parse(resumed.out)).toMatchObject({ asked: 110, reused: 50 });
});
