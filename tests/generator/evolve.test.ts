import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divergence } from "../../src/catalogue/divergences.js";
import { elicitation } from "../../src/catalogue/elicitations.js";
import { builtInSystems } from "../../src/facts/value-systems.js";
import {
  type EvolveAsk,
  type EvolveState,
  nextAsk,
  observe,
  startEvolution,
} from "../../src/generator/evolve.js";
import { type EvolveSettings, TOPIC_SHARE } from "../../src/generator/evolve-settings.js";
import { grammarWriter } from "../../src/generator/grammar-writer.js";
import type { Observation } from "../../src/generator/observation.js";
import { stream } from "../../src/random/stream.js";
import { dimensionIds } from "../../src/values/value-system.js";

// The same random cases in every run.
fc.configureGlobal({ seed: 7 });

const RUNS = process.env.VALUE_COMPASS_FULL ? 60 : 4;
const writer = grammarWriter();
const PANEL = ["a", "b", "c", "d", "e"];

/** What somebody might have read: keyed by the question alone, some cells declined or missing. */
function answered(settings: EvolveSettings, ask: EvolveAsk, lacking = 0.1): Observation[] {
  const ids = dimensionIds(settings.system);
  return ask.items.map(({ id, text, examinees }) => {
    const counts = { judged: 0, declined: 0, unmeasured: 0 };
    const posteriors = examinees.map((who) =>
      Array.from({ length: ask.samples }, (_, sample) => {
        const random = stream("answered", settings.seed, ask.band, who, text, sample);
        const kind = random.next();
        if (kind < lacking / 2) counts.unmeasured++;
        else counts[kind < lacking ? "declined" : "judged"]++;
        if (kind < lacking / 2) return [];
        return [ids.map(() => random.next() ** 2)];
      }).flat(),
    );
    return { item: id, posteriors, baseline: ids.map(() => 0.1), counts };
  });
}

interface Step {
  readonly ask: EvolveAsk;
  readonly before: EvolveState;
}

/** Runs a whole evolution; `arrange` puts the observations of a barrier in some order. */
function evolved(
  settings: EvolveSettings,
  arrange: (all: Observation[]) => Observation[] = (all) => all,
  lacking?: number,
) {
  let state = startEvolution(settings);
  const steps: Step[] = [];
  for (let ask = nextAsk(settings, state); ask; ask = nextAsk(settings, state)) {
    steps.push({ ask, before: state });
    state = observe(settings, state, arrange(answered(settings, ask, lacking)));
  }
  return { state, steps };
}

/** A state as data: a fitted theta also carries functions. */
const plain = (state: EvolveState) => JSON.stringify(state);

const settings = fc
  .record({
    system: fc.constantFrom(...builtInSystems),
    seed: fc.nat(1000),
    panel: fc.integer({ min: 2, max: 5 }).map((size) => PANEL.slice(0, size)),
    alpha: fc.constantFrom(0, 0.3, 0.5, 1),
    rounds: fc.integer({ min: 1, max: 3 }),
    items: fc.integer({ min: 3, max: 14 }),
    extra: fc.integer({ min: 0, max: 25 }),
    generations: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ extra, ...rest }): EvolveSettings => ({
      ...rest,
      writer,
      divergence: divergence("jensen-shannon"),
      elicitation: elicitation("question-baseline"),
      clip: 0.02,
      candidates: 2 * rest.items + extra,
      searchSamples: 2,
    }),
  );

describe(`an evolution (${RUNS} random studies)`, () => {
  test("does not care in which order observations come", () => {
    fc.assert(
      fc.property(settings, fc.nat(), (one, order) => {
        const random = stream("order", order);
        const shuffled = evolved(one, (all) => random.shuffle(all));
        expect(plain(shuffled.state)).toBe(plain(evolved(one).state));
      }),
      { numRuns: RUNS },
    );
  });

  test("is a plain value: stepping the same state twice gives the same, and changes nothing", () => {
    fc.assert(
      fc.property(settings, (one) => {
        for (const { ask, before } of evolved({ ...one, rounds: 1 }).steps) {
          const kept = plain(before);
          const first = observe(one, before, answered(one, ask));
          expect(plain(observe(one, before, answered(one, ask)))).toBe(plain(first));
          expect(plain(before)).toBe(kept);
        }
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  test("never writes a text twice, and never crowds a generation with one topic", () => {
    fc.assert(
      fc.property(settings, (one) => {
        const { state, steps } = evolved(one);
        const texts = state.archive.map(({ draft }) => draft.text);
        expect(new Set(texts).size).toBe(texts.length);
        for (const { before } of steps) {
          if (before.stage !== "search") continue;
          const topics = new Map<string, number>();
          for (const { draft } of before.pending)
            topics.set(draft.topic, (topics.get(draft.topic) ?? 0) + 1);
          const most = Math.max(1, Math.ceil(TOPIC_SHARE * before.pending.length));
          for (const count of topics.values()) expect(count).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("asks for what its settings say, at most two finalists for an item kept", () => {
    fc.assert(
      fc.property(settings, (one) => {
        const { steps, state } = evolved(one, undefined, 0);
        for (let round = 1; round <= one.rounds; round++) {
          const own = steps.filter(({ before }) => before.round === round);
          const asked = (band: string) =>
            own.flatMap(({ ask }) => (ask.band === band ? ask.items : [])).length;
          expect(asked("search")).toBe(one.candidates);
          expect(asked("screen")).toBe(2 * one.items);
          expect(state.rounds[round - 1]).toMatchObject({ round, candidates: one.candidates });
          expect(state.rounds[round - 1].items).toHaveLength(one.items);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("leaves one of four or more examinees out of every search, and always the same", () => {
    fc.assert(
      fc.property(settings, (one) => {
        const spared = new Map<string, number>();
        for (const { ask } of evolved(one).steps)
          for (const { id, examinees } of ask.items) {
            const out = one.panel.filter((who) => !examinees.includes(who));
            const spare = ask.band === "search" && one.panel.length >= 4;
            expect(out).toHaveLength(spare ? 1 : 0);
            if (spare) spared.set(out[0], (spared.get(out[0]) ?? 0) + 1);
            expect(id).not.toBe("");
          }
        if (one.panel.length >= 4) expect(spared.size).toBeGreaterThan(1);
      }),
      { numRuns: RUNS },
    );
  });

  test("keeps an item once only, with a lineage that leads to what was written before", () => {
    fc.assert(
      fc.property(settings, (one) => {
        const { rounds, archive } = evolved(one).state;
        const place = new Map(archive.map(({ id }, index) => [id, index]));
        const kept = rounds.flatMap((round) => round.items);
        expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
        for (const candidate of archive) {
          expect(candidate.operator === "refine").toBe(candidate.parent !== null);
          if (candidate.parent === null) continue;
          const own = place.get(candidate.id) ?? -1;
          expect(place.get(candidate.parent)).toBeLessThan(own);
        }
        for (const { id, lineage } of kept) {
          const source = archive[place.get(id) ?? -1];
          expect(lineage).toMatchObject({ parent: source.parent, operator: source.operator });
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("finds items for every dimension where there are items enough", () => {
    fc.assert(
      fc.property(settings, (one) => {
        const ids = dimensionIds(one.system);
        const enough = { ...one, items: Math.max(one.items, ids.length), candidates: 80 };
        for (const { items } of evolved(enough, undefined, 0).state.rounds) {
          const targeted = new Set(items.flatMap(({ targets }) => targets));
          expect([...targeted].sort()).toEqual([...ids].sort());
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("with alpha 0 or 1 ignores the other term altogether", () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(0, 1), (one, alpha) => {
        const only = { ...one, alpha, panel: PANEL.slice(0, 3) };
        const other =
          alpha === 0
            ? { ...only, elicitation: elicitation("plug-in") }
            : { ...only, divergence: divergence("variance") };
        const ids = (which: EvolveSettings) =>
          evolved(which).state.rounds.map(({ items }) => items.map(({ id }) => id));
        expect(ids(other)).toEqual(ids(only));
      }),
      { numRuns: RUNS },
    );
  });

  test("asks nothing without rounds, and refuses to go on while an item has no observation", () => {
    const [one] = fc.sample(settings, 1);
    expect(nextAsk(one, startEvolution({ ...one, rounds: 0 }))).toBeNull();
    const state = startEvolution(one);
    const ask = nextAsk(one, state) as EvolveAsk;
    expect(() => observe(one, state, answered(one, ask).slice(1))).toThrow(
      `item ${ask.items[0].id} was asked but nothing came back for it`,
    );
  });

  test("declined and missing replies end an item under adherence; refusals alone do not elsewhere", () => {
    for (const system of builtInSystems) {
      const [one] = fc.sample(settings, 1);
      const own = { ...one, system, rounds: 1 };
      const declining = evolved(own, (all) =>
        all.map((seen) => ({
          ...seen,
          counts: { judged: 0, declined: seen.counts.judged + seen.counts.declined, unmeasured: 0 },
        })),
      );
      const kept = declining.state.rounds[0].items.length;
      expect(kept).toBe(system.reading === "adherence" ? 0 : own.items);
      expect(declining.state.rounds[0].searchInformativeness === null).toBe(kept === 0);
    }
  });
});
