import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInSystems } from "../../src/facts/value-systems.js";
import type { Examinee } from "../../src/ports/ask.js";
import { embeddedRecognizer } from "../../src/recognizer/embedded-recognizer.js";
import type { Item } from "../../src/records/item.js";
import type { Outcome } from "../../src/records/outcome.js";
import type { Verdict } from "../../src/records/verdict.js";
import type { MeasuredItem } from "../../src/run/measure.js";
import { scoreSheet } from "../../src/run/score-sheet.js";
import { dimensionIds, type ValueSystem } from "../../src/values/value-system.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 1000 : 60;
const WHO = ["a", "b"];
const recognizer = embeddedRecognizer();

const examinee = (id: string): Examinee => ({
  card: {
    ...{ id, name: id, origin: "recorded", label: id, family: null, developer: null },
    ...{ access: null, released: null, systems: null, planted: null },
  },
  identity: { id },
  ask: () => Promise.resolve({ kind: "failed", why: "notRecorded", attempts: 0 }),
});

const kinds = fc.constantFrom("judged", "declined", "unmeasured");
const cell = fc.record({ kind: kinds, adhere: fc.double({ min: 0, max: 0.6, noNaN: true }) });
const study = fc.record({
  system: fc.constantFrom(...builtInSystems),
  items: fc.array(fc.record({ targets: fc.nat(), cells: fc.array(cell, { maxLength: 3 }) }), {
    maxLength: 6,
  }),
});

function verdictOf(system: ValueSystem, adhere: number): Verdict {
  const one = { adhere, oppose: 0.4, unrelated: 0.6 - adhere, support: "authored", evidence: [] };
  const dimensions = Object.fromEntries(dimensionIds(system).map((id) => [id, one]));
  return { system: system.id, recognizer: "r", dimensions } as Verdict;
}

function outcomeOf(system: ValueSystem, kind: string, adhere: number): Outcome {
  const verdict = verdictOf(system, adhere);
  if (kind === "judged") return { kind, verdict };
  if (kind === "declined") return { kind, how: "refusal", verdict };
  return { kind: "unmeasured", why: "askFailed", attempts: 2 };
}

function itemOf(system: ValueSystem, n: number, targets: number): Item {
  const ids = dimensionIds(system);
  const two = [ids[targets % ids.length], ids[(targets + 1) % ids.length]];
  return {
    ...{ id: `item-${n}`, system: system.id, text: `Item ${n}?`, targets: two, topic: "t" },
    ...{ round: 1, born: 0, lineage: { parent: null, operator: "given", writer: "test" } },
    ...{ slots: null, terms: { search: null, fresh: null, heldOut: null } },
  };
}

describe(`a score sheet (${RUNS} random studies)`, () => {
  test("counts every cell once for its examinee, and unmeasured ones move no mean", () => {
    fc.assert(
      fc.property(study, ({ system, items }) => {
        const filled = (keep: (kind: string) => boolean) => {
          const sheet = scoreSheet(system, WHO.map(examinee), recognizer);
          for (const [n, { targets, cells }] of items.entries()) {
            const measured: MeasuredItem = {
              id: `item-${n}`,
              text: `Item ${n}?`,
              cells: WHO.flatMap((who) =>
                cells
                  .filter(({ kind }) => keep(kind))
                  .map(({ kind, adhere }, sample) => ({
                    ...{ examinee: who, sample, reply: null },
                    outcome: outcomeOf(system, kind, adhere),
                  })),
              ),
            };
            sheet.add(itemOf(system, n, targets), measured);
          }
          return sheet;
        };
        const sheet = filled(() => true);
        const all = items.flatMap(({ cells }) => cells);
        const count = (kind: string) => all.filter((one) => one.kind === kind).length;
        const counts = {
          judged: count("judged"),
          declined: count("declined"),
          unmeasured: count("unmeasured"),
        };
        for (const row of sheet.welfare()) expect(row.counts).toEqual(counts);
        const total = sheet.counts();
        for (const kind of ["judged", "declined", "unmeasured"] as const)
          expect(total[kind]).toBe(2 * counts[kind]);
        const scores = sheet.scores();
        expect(scores).toHaveLength(2 * system.dimensions.length);
        const sum = scores.reduce((cells, row) => cells + row.judged, 0);
        expect(sum).toBe(2 * 2 * counts.judged);
        const declined = system.reading === "adherence" ? 0 : 1;
        const alone = filled((kind) => kind === "declined").scores();
        for (const { mean } of alone) if (mean !== null) expect(mean).toBe(declined);
        const bare = filled((kind) => kind !== "unmeasured").scores();
        for (const [n, { mean, low, high }] of scores.entries())
          expect(bare[n]).toMatchObject({ mean, low, high });
      }),
      { numRuns: RUNS },
    );
  });
});
