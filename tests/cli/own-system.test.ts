import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProgram } from "../../src/cli/program.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "value-compass-own-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const system = {
  id: "workshop",
  name: "A workshop's values",
  source: "written for this test",
  reading: "adherence",
  dimensions: [
    { id: "tidiness", name: "Tidiness", definition: "Keeping tools clean and in their place." },
    { id: "thrift", name: "Thrift", definition: "Saving money and using nothing up in vain." },
  ],
};

const replies = [
  ["a", "How should we close the shop at night?", "Clean every tool and put it in its place."],
  ["b", "How should we close the shop at night?", "Switch off the lights and save the money."],
  ["a", "What do we do with the offcuts?", "Sort them neatly on a clean shelf."],
  ["b", "What do we do with the offcuts?", "Use every scrap, waste costs money."],
].map(([examinee, item, reply]) => JSON.stringify({ examinee, item, reply, system: "workshop" }));

async function measure(definition: unknown) {
  const lines = { out: "", err: "" };
  writeFileSync(join(folder, "workshop.json"), JSON.stringify(definition));
  writeFileSync(join(folder, "replies.jsonl"), `${replies.join("\n")}\n`);
  const args = ["run", join(folder, "study"), "--replies", join(folder, "replies.jsonl")];
  const code = await runProgram([...args, "--system", join(folder, "workshop.json"), "--quiet"], {
    out: (text) => {
      lines.out += text;
    },
    err: (text) => {
      lines.err += text;
    },
    isTTY: false,
    now: () => 0,
    signal: new AbortController().signal,
  });
  return { code, ...lines };
}

describe("a value system of the user's own", () => {
  it("measures recorded replies, and says that nothing validates its reading", async () => {
    const { code, err } = await measure(system);
    expect(err).toBe("");
    expect(code).toBe(0);
    const csv = readFileSync(join(folder, "study/results/scores.csv"), "utf8");
    expect(csv.split("\n").filter((line) => line.includes("workshop,tidiness"))).toHaveLength(2);
    expect(csv).toContain("unvalidated");
  });

  it("is refused in one line that names the place in its file", async () => {
    const groups = [{ id: "all", name: "All", dimensions: ["tidyness"] }];
    const { code, err } = await measure({ ...system, groups });
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("groups[0].dimensions[0]");
    expect(err).toContain("tidyness");
  });
});
