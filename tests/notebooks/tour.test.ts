import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { firstDifference } from "../../src/notebook/first-difference.js";
import { runNotebook } from "../../src/notebook/run-notebook.js";

const notebooks = fileURLToPath(new URL("../../notebooks/", import.meta.url));

test("the tour runs on the stock kernel and shows what is committed", async () => {
  const path = join(notebooks, "00-tour.ts");
  const { cells, ipynb } = await runNotebook(path, readFileSync(path, "utf8"));
  const outputs = cells.flatMap((cell) => cell.outputs);
  const printed = outputs
    .map((output) => {
      if (output.kind === "stream") return output.text;
      return output.kind === "error" ? output.evalue : String(output.data["text/plain"]);
    })
    .join("\n");

  expect(outputs.filter((output) => output.kind === "stream" && output.name === "stderr")).toEqual(
    [],
  );
  for (const words of [
    "Schwartz basic values",
    "simulated from published scores of o3-mini",
    "targets  self_direction",
    "Both terms of Eq. 1",
    "replies asked: 0, taken from the journal",
    "same results: true",
    "How far does each examinee show Schwartz basic values?",
    "Who shows achievement?",
    "What does each examinee's profile over Schwartz basic values look like?",
    "Do evolved items tell the examinees apart better",
    "no evidence about real models",
  ])
    expect(printed).toContain(words);

  const committed = readFileSync(join(notebooks, "00-tour.ipynb"), "utf8");
  // On a difference: npm run notebooks, look at it, commit it.
  expect(firstDifference(committed, ipynb)).toBe("");
});

describe("a cell that fails is told with its place and its reason", () => {
  const folder = mkdtempSync(join(tmpdir(), "value-compass-test-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["a throw", 'throw new Error("out of ink");', /cell 2 \(throw new.*out of ink/s],
    ["a type error", 'const n: number = "one";', /cell 2 .*not assignable to type 'number'/s],
    ["a path of this machine", "console.log(process.cwd());", /cell 2 .*shows a path/s],
    ["a kernel that ends", "process.exit(3);", /the kernel ended \(3\)/],
  ])("%s", async (_, code, message) => {
    const text = `// %%\nconst one = 1;\n\n// %%\n${code}\n`;
    await expect(runNotebook(join(folder, "broken.ts"), text)).rejects.toThrow(message);
  });
});
