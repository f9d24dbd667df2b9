import { describe, expect, test } from "vitest";
import type { Examinee } from "../../src/ports/ask.js";
import { stream } from "../../src/random/stream.js";
import { eventLoopTurn } from "../../src/run/event-loop-turn.js";
import type { Study } from "../../src/run/study.js";
import { assembled, bytesOf, ran, smallStudy, testFolder } from "./small-study.js";

const ORDERS = process.env.VALUE_COMPASS_FULL ? 20 : 3;

/** The same study, whose examinees answer after a keyed number of turns and note who was asked. */
function slowed(study: Study, order: number, ledger: string[]): Study {
  const slow = (examinee: Examinee): Examinee => ({
    ...examinee,
    ask: async (request) => {
      const random = stream(order, "turns", examinee.card.id, request.text, request.sample);
      for (let turns = random.integer(6); turns > 0; turns--) await eventLoopTurn();
      ledger.push(JSON.stringify([examinee.card.id, request.text, request.sample]));
      return examinee.ask(request);
    },
  });
  const members = study.members.map((member) => ({ ...member, examinee: slow(member.examinee) }));
  return { ...study, members };
}

describe("N1: the same study gives the same bytes", () => {
  test(`at concurrency 1, 8 and 64 and in ${ORDERS} shuffled orders of arrival`, async () => {
    const study = await assembled({ ...smallStudy, systems: ["schwartz", "safety"] });
    const first = testFolder();
    await ran(study, first, { concurrency: 1 });
    const expected = bytesOf(first);
    expect(Object.keys(expected)).toHaveLength(10);
    for (const concurrency of [8, 64]) {
      const folder = testFolder();
      await ran(study, folder, { concurrency });
      expect(bytesOf(folder)).toEqual(expected);
    }
    const arrivals = new Set<string>();
    for (let order = 0; order < ORDERS; order++) {
      const folder = testFolder();
      const ledger: string[] = [];
      await ran(slowed(study, order, ledger), folder, { concurrency: 64 });
      expect(bytesOf(folder)).toEqual(expected);
      expect(new Set(ledger).size).toBe(ledger.length);
      arrivals.add(ledger.join());
    }
    expect(arrivals.size).toBe(ORDERS);
    console.log(`same bytes: 3 concurrencies, ${ORDERS} orders of arrival`);
  });

  test("a second run asks nothing", async () => {
    const study = await assembled(smallStudy);
    const folder = testFolder();
    const once = await ran(study, folder);
    const expected = bytesOf(folder);
    const ledger: string[] = [];
    const twice = await ran(slowed(study, 1, ledger), folder, { concurrency: 3 });
    expect(twice.asked).toBe(0);
    expect(ledger).toEqual([]);
    expect(twice.reused).toBe(once.asked);
    expect(bytesOf(folder)).toEqual(expected);
  });

  test("examinees in another order are another file, but nobody's score changes", async () => {
    const examinees = [...smallStudy.examinees].reverse();
    const [folder, other] = [testFolder(), testFolder()];
    const one = await ran(await assembled(withoutSearch), folder);
    const two = await ran(await assembled({ ...withoutSearch, examinees }), other);
    const byName = (report: typeof one) =>
      report.results.scores.toSorted((a, b) =>
        `${a.examinee} ${a.dimension}` < `${b.examinee} ${b.dimension}` ? -1 : 1,
      );
    expect(byName(two)).toEqual(byName(one));
  });
});

const withoutSearch = { ...smallStudy, budget: { rounds: 0, samples: 2 } };

describe("what a journal lacks", () => {
  test("is asked again for examinees that failed, and only for them", async () => {
    const study = await assembled({ ...smallStudy, budget: { rounds: 0, samples: 2 } });
    const folder = testFolder();
    const failing = (examinee: Examinee): Examinee => ({
      ...examinee,
      ask: (request) =>
        stream("fails", examinee.card.id, request.text, request.sample).next() < 0.3
          ? Promise.resolve({ kind: "failed", why: "askFailed", attempts: 3 })
          : examinee.ask(request),
    });
    const members = study.members.map((member) => ({
      ...member,
      examinee: failing(member.examinee),
    }));
    const first = await ran({ ...study, members }, folder);
    const { judged, declined, unmeasured } = first.results.counts;
    expect(unmeasured).toBeGreaterThan(0);
    expect(judged + declined).toBe(first.asked);
    const second = await ran(study, folder);
    expect(second.asked).toBe(unmeasured);
    const whole = testFolder();
    await ran(study, whole);
    expect(bytesOf(folder)).toEqual(bytesOf(whole));
  });

  test("an examinee that never answers is unmeasured everywhere and ends nothing", async () => {
    const study = await assembled(smallStudy);
    const [first, ...others] = study.members;
    const ask = async () => ({ kind: "failed", why: "askFailed", attempts: 3 }) as const;
    const mute = { ...first, examinee: { ...first.examinee, ask } };
    const { results } = await ran({ ...study, members: [mute, ...others] }, testFolder());
    const own = results.scores.filter(({ examinee }) => examinee === first.examinee.card.id);
    for (const { mean, low, items, judged, boundLow, boundHigh, unmeasured } of own) {
      expect([mean, low, items, judged]).toEqual([null, null, 0, 0]);
      if (unmeasured > 0) expect([boundLow, boundHigh]).toEqual([0, 1]);
    }
    const alone = { ...study, members: [mute], search: [first.examinee.card.id] };
    const silent = await ran(alone, testFolder());
    expect(silent.asked).toBe(0);
    expect(silent.results.rounds.map(({ items }) => items)).toEqual([20, 0, 0]);
  });

  test("a handful of candidates, fewer than are wanted, is kept as it is", async () => {
    for (const [candidates, generations] of [
      [1, 1],
      [2, 2],
      [3, 5],
    ]) {
      const budget = { ...smallStudy.budget, candidates, generations };
      const { results } = await ran(await assembled({ ...smallStudy, budget }), testFolder());
      for (const { round, items } of results.rounds)
        if (round > 0) expect(items).toBeLessThanOrEqual(candidates * round);
    }
  });
});
