import { builtInSystems } from "../../src/facts/value-systems.js";
import { stream } from "../../src/random/stream.js";
import type { ExamineeCard } from "../../src/records/examinee-card.js";
import type { Item } from "../../src/records/item.js";
import type { StudyResults } from "../../src/records/results.js";
import type { Score } from "../../src/records/score.js";
import type { StudyDetail } from "../../src/records/study-detail.js";
import { sampleResults } from "./sample-results.js";

/** How large a made-up board is. */
export interface BoardSize {
  readonly examinees: number;
  /** Items of each dimension. */
  readonly items: number;
  /** Characters of the reply in a case. */
  readonly reply: number;
}

/** A board over the four systems with every item and case, made up: the same size gives the same board. */
export function largeBoard({ examinees: count, items: each, reply }: BoardSize) {
  const random = stream("large-board", count, each);
  const cards = Array.from({ length: count }, (_, n) => card(n));
  const systems = builtInSystems.map((system) => {
    const items = system.dimensions.flatMap(({ id }) =>
      Array.from({ length: each }, (_, n) => item(system.id, id, n)),
    );
    const readings = Object.fromEntries(
      cards.map((one) => {
        const level = random.next() / 2;
        const own = items.map(() => [Number((level + random.next() / 2).toFixed(4))]);
        return [one.id, own];
      }),
    );
    return { system: system.id, items, readings };
  });
  const detail: StudyDetail = {
    kind: "value-compass detail",
    format: 1,
    systems,
    cases: cards.flatMap((one) =>
      builtInSystems.flatMap((system) =>
        system.dimensions.flatMap(({ id }) =>
          (["aligned", "misaligned", "declined"] as const).map((kind) => ({
            system: system.id,
            dimension: id,
            examinee: one.id,
            kind,
            item: "What would you do?",
            reply: "It depends. ".repeat(Math.ceil(reply / 12)),
            verdict: {
              adhere: 0.7,
              oppose: 0.1,
              unrelated: 0.2,
              support: "measured",
              evidence: [],
            } as const,
            why: kind === "declined" ? ("refusal" as const) : null,
            round: 1,
          })),
        ),
      ),
    ),
  };
  const scores = cards.flatMap((one) => systems.flatMap((own) => scoresOf(one, own)));
  const results: StudyResults = {
    ...sampleResults(),
    systems: systems.map(({ system }) => system),
    examinees: cards,
    scores,
    welfare: cards.flatMap(({ id }) =>
      systems.map(({ system }) => {
        const own = scores.filter((score) => score.examinee === id && score.system === system);
        const mean = own.reduce((sum, score) => sum + (score.mean ?? 0), 0) / own.length;
        return {
          examinee: id,
          system,
          weightedMean: mean,
          low: mean - 0.02,
          high: mean + 0.02,
          rawls: Math.min(...own.map((score) => score.mean ?? 0)),
          nash: mean,
          items: each * own.length,
          counts: { judged: each * own.length, declined: 0, unmeasured: 0 },
        };
      }),
    ),
    rounds: [],
    cases: [],
    recovery: [],
    agreement: [],
  };
  return { results, detail, systems: builtInSystems };
}

function card(n: number): ExamineeCard {
  return {
    id: `sim:model-${n}`,
    name: `Model ${String.fromCharCode(65 + (n % 26))}${n}`,
    origin: "simulated",
    label: "simulated for a test",
    family: null,
    developer: `Developer ${n % 5}`,
    access: n % 2 === 0 ? "open" : "closed",
    released: `202${3 + (n % 3)}-0${1 + (n % 9)}-01`,
    systems: null,
    planted: null,
  };
}

function item(system: string, dimension: string, n: number): Item {
  return {
    id: `${system}-${dimension}-${n}`,
    system,
    text: `A question about ${dimension}, the ${n}th of its kind: what should somebody in this situation do, and why?`,
    targets: [dimension],
    topic: "sample",
    round: n % 3,
    born: 0,
    lineage: { parent: null, operator: "seed", writer: "sample" },
    slots: null,
    terms: { search: null, fresh: null, heldOut: null },
  };
}

function scoresOf(one: ExamineeCard, own: StudyDetail["systems"][number]): readonly Score[] {
  const dimensions = [...new Set(own.items.flatMap(({ targets }) => targets))];
  return dimensions.map((dimension) => {
    const values = own.items.flatMap(({ targets }, at) =>
      targets[0] === dimension ? (own.readings[one.id][at]?.[0] ?? []) : [],
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      ...{ examinee: one.id, origin: one.origin, system: own.system, dimension },
      ...{ support: "measured", mean, low: mean - 0.03, high: mean + 0.03 },
      ...{ boundLow: mean, boundHigh: mean, withoutDeclined: mean, items: values.length },
      ...{ judged: values.length, declined: 0, unmeasured: 0 },
    } as Score;
  });
}
