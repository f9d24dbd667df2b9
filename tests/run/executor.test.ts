import { describe, expect, test } from "vitest";
import { inProcessExecutor } from "../../src/run/executor.js";

const turn = (turns = 1): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => turn(turns - 1));
const numbers = Array.from({ length: 50 }, (_, index) => index);

describe("the in-process executor", () => {
  test("N1: returns results in the order of the tasks, whatever the order of arrival", async () => {
    for (const concurrency of [1, 8, 64]) {
      const arrived: number[] = [];
      const results = await inProcessExecutor(concurrency).run(numbers, async (task) => {
        await turn((task * 7) % 13);
        arrived.push(task);
        return task * 2;
      });
      expect(results).toEqual(numbers.map((task) => task * 2));
      if (concurrency > 1) expect(arrived).not.toEqual(numbers);
    }
  });

  test("has as many tasks under way as it may, and never more", async () => {
    let now = 0;
    let most = 0;
    await inProcessExecutor(5).run(numbers, async () => {
      most = Math.max(most, ++now);
      await turn(3);
      now--;
    });
    expect(most).toBe(5);
  });

  test("begins nothing more after a failure, and throws it once the others have settled", async () => {
    const begun: number[] = [];
    let underWay = 0;
    const run = inProcessExecutor(3).run(numbers, async (task, signal) => {
      begun.push(task);
      underWay++;
      await turn(task === 4 ? 1 : 5);
      underWay--;
      if (task === 4) throw new Error("task 4");
      if (signal.aborted) throw new Error("an echo of the stopping");
    });
    await expect(run).rejects.toThrow("task 4");
    expect(begun.length).toBeLessThan(8);
    expect(underWay).toBe(0);
  });

  test("T8: begins nothing after an abort, and throws the reason", async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    const run = inProcessExecutor(2).run(
      numbers,
      async (task) => {
        begun.push(task);
        if (task === 10) stop.abort(new Error("interrupted"));
        await turn();
      },
      stop.signal,
    );
    await expect(run).rejects.toThrow("interrupted");
    expect(begun.length).toBeLessThan(13);
    await expect(
      inProcessExecutor(2).run(numbers, async (task) => begun.push(-task), stop.signal),
    ).rejects.toThrow("interrupted");
    expect(begun.every((task) => task >= 0)).toBe(true);
  });

  test("does nothing for no tasks, and refuses a limit that is none", async () => {
    expect(await inProcessExecutor(4).run([], async () => 1)).toEqual([]);
    expect(() => inProcessExecutor(0)).toThrow("concurrency must be a whole number from 1: 0");
  });
});
