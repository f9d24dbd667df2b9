import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Solution, solutions } from "../../notebooks/solutions/11-exercises.js";
import { hashName } from "../../src/random/hash.js";

const notebook = readFileSync(
  fileURLToPath(new URL("../../notebooks/11-exercises.ts", import.meta.url)),
  "utf8",
);
const keys = new Map(
  [...notebook.matchAll(/^ {2}\["(\w+)", "([0-9a-f]{16})"\],$/gm)].map(([, task, key]) => [
    task,
    key,
  ]),
);
const asked = new Map(
  [...notebook.matchAll(/^check\("(\w+)", (\d), null\);$/gm)].map(([, task, worth]) => [
    task,
    Number(worth),
  ]),
);

/** The key of an answer, made as the notebook makes it. */
async function keyOf({ task, answer }: Solution): Promise<string> {
  const found = await answer();
  const rounded = typeof found === "number" ? Math.round(found * 1000) / 1000 + 0 : found;
  const text = typeof rounded === "number" ? rounded.toFixed(3) : rounded.trim().toLowerCase();
  return hashName(`${task} ${text}`);
}

describe("the exercises for teachers", () => {
  test("every task of the notebook has a worked solution, with the same points, and the other way round", () => {
    expect(new Map(solutions.map(({ task, points }) => [task, points]))).toEqual(asked);
    expect([...keys.keys()]).toEqual([...asked.keys()]);
    for (const { why } of solutions) expect(why.length).toBeGreaterThan(15);
  });

  test.each(solutions)(
    "task $task: the solution passes the notebook's own check",
    async (solution) => {
      expect(await keyOf(solution), String(await solution.answer())).toBe(keys.get(solution.task));
    },
  );

  test("no other answer of the list passes for a task, and none is written into the notebook", async () => {
    const wrong = await keyOf({ ...solutions[0], answer: () => 26 });
    expect(wrong).not.toBe(keys.get("1a"));
    expect([...notebook.matchAll(/^check\(/gm)]).toHaveLength(asked.size);
  });

  test("the notebook says how many tasks and points there are", () => {
    const points = solutions.reduce((sum, one) => sum + one.points, 0);
    expect(notebook).toContain(`${solutions.length} graded tasks, ${points} points`);
  });
});
