import { valueSystem } from "../../facts/value-systems.js";
import { barsFigure } from "../../figures/bars-figure.js";
import type { Figure } from "../../figures/figure.js";
import type { Dispersion } from "./dispersion.js";
import { checkPinned, type Reproduction } from "./reproduction.js";
import {
  figureFour,
  type StaticAgainstEvolving,
  staticAgainstEvolving,
} from "./static-against-evolving.js";

/** What is compared, by name: the rows of the table and the names of the numbers. */
const MEASURES: readonly {
  readonly name: string;
  readonly digits: number;
  readonly of: (one: Dispersion) => number;
}[] = [
  { name: "sd over models", digits: 2, of: ({ sd }) => sd },
  { name: "sd over models, centred", digits: 2, of: ({ centredSd }) => centredSd },
  { name: "distance between models", digits: 2, of: ({ distance }) => distance },
  { name: "rank correlation of profiles", digits: 3, of: ({ agreement }) => agreement },
  { name: "variance share: dimension", digits: 3, of: ({ shares }) => shares.dimension },
  { name: "variance share: model level", digits: 3, of: ({ shares }) => shares.level },
  { name: "variance share: the rest", digits: 3, of: ({ shares }) => shares.rest },
  { name: "sd over dimensions", digits: 1, of: ({ withinModel }) => withinModel },
];

/**
 * Fig. 4(b) as far as it is published: how far apart models stand on the ten Schwartz values under the static items of January
 * 2025 and under evolving items, overall and after each model's own level is taken away.
 *
 * Source: paper 3, Fig. 4(b); platform 5.
 *
 * @example
 * reproduceFig4b().numbers["models named alike: sd over models, static"]; // => 1.46 (± 0.005)
 * reproduceFig4b().numbers["models named alike: sd over models, evolving"]; // => 7.02 (± 0.005)
 */
export function reproduceFig4b(): Reproduction {
  const sets = staticAgainstEvolving();
  const four = figureFour();
  const numbers = { ...numbersOf(sets), ...fourNumbers(four) };
  const [alike] = sets;
  return {
    id: "fig4b",
    title: "Fig. 4(b): static against evolving items, ten Schwartz values, points of 100",
    tables: [
      {
        title: "how far models stand apart",
        columns: [
          { title: "", align: "left" },
          ...sets.flatMap(({ label, models }) => [
            { title: `${label} (${models.length}), static`, align: "right" as const },
            { title: "evolving", align: "right" as const },
          ]),
        ],
        rows: MEASURES.map(({ name, digits, of }) => [
          name,
          ...sets.flatMap((one) => [
            of(one.static).toFixed(digits),
            of(one.evolving).toFixed(digits),
          ]),
        ]),
      },
    ],
    notes: [
      `Evolving items spread models ${alike.ratio.toFixed(1)} times as wide (${sets[1].ratio.toFixed(1)} with SEA-Lion v2.1), after centring ${alike.centredRatio.toFixed(1)} (${sets[1].centredRatio.toFixed(1)}): much of it is overall level.`,
      `Profiles stay as alike in rank order; the order of the dimensions' means changes (rho ${alike.dimensionOrder.toFixed(2)}).`,
      `The figure's own four models are in no published static table, so its static half cannot be rebuilt. Under evolving items ${four.pairs[0].models.join(" and ")} are the closest pair of the four (${four.pairs[0].distance.toFixed(2)}).`,
      "Fig. 4(a): Llama-2-70B-Chat is in no published table, nor are the scores of judging and questionnaires; the pattern can be rebuilt in simulation, its numbers cannot.",
      "Static scores run from -1 to 1 at the source and are mapped by (x + 1) x 50; items and method differ between the releases, and so do the dates of the models behind one name.",
    ],
    figures: [spreadFigure(alike)],
    numbers,
    check: checkPinned("fig4b", numbers),
  };
}

function numbersOf(sets: readonly StaticAgainstEvolving[]): Record<string, number> {
  return Object.fromEntries(
    sets.flatMap((one) => [
      [`${one.label}: models`, one.models.length] as const,
      ...MEASURES.flatMap(
        ({ name, of }) =>
          [
            [`${one.label}: ${name}, static`, of(one.static)],
            [`${one.label}: ${name}, evolving`, of(one.evolving)],
          ] as const,
      ),
      [`${one.label}: ratio`, one.ratio] as const,
      [`${one.label}: ratio, centred`, one.centredRatio] as const,
      [`${one.label}: order of dimension means`, one.dimensionOrder] as const,
    ]),
  );
}

function fourNumbers({ dispersion, pairs, ranges }: ReturnType<typeof figureFour>) {
  return {
    "four: sd over models": dispersion.sd,
    "four: least range": Math.min(...Object.values(ranges)),
    "four: widest range": Math.max(...Object.values(ranges)),
    ...Object.fromEntries(
      pairs.map(({ models, distance }) => [`four: ${models.join(", ")}`, distance]),
    ),
  };
}

function spreadFigure({ models, static: before, evolving }: StaticAgainstEvolving): Figure {
  const names = valueSystem("schwartz").dimensions.map(({ name }) => name);
  return barsFigure({
    id: "fig4b-spread",
    title: "Do evolving items tell models apart where static ones do not?",
    caption: [
      `Standard deviation over ${models.length} models on each Schwartz value, in points of 100: bar, evolving items (current release);`,
      "mark, static items (January 2025). A wider bar may be models' overall level: see the table for centred scores.",
      "Not the paper's four models, which have no published static scores.",
      "Source: published scores (Value Compass Benchmarks, CC BY-NC-SA).",
    ].join(" "),
    unit: "standard deviation over models",
    parts: [{ name: "evolving items", role: "series0" }],
    mark: "static items",
    lines: names.map((name, k) => ({
      name,
      parts: [evolving.sdByDimension[k]],
      mark: before.sdByDimension[k],
      text: `${evolving.sdByDimension[k].toFixed(1)} / ${before.sdByDimension[k].toFixed(1)}`,
    })),
  });
}
