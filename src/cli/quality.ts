import type { Command } from "commander";
import { seedItems } from "../facts/seeds.js";
import { type ItemQuality, itemQuality } from "../generator/quality/item-quality.js";
import { type ScreenReason, screenItem } from "../generator/screen/screen-item.js";
import { readStudy } from "../run/read-study.js";
import { studyItems } from "../run/study-items.js";
import { EXIT } from "./exit-code.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** The wording of one round of one system, and what the screen says against its items. */
export interface RoundQuality extends ItemQuality {
  readonly system: string;
  readonly round: number;
  readonly screened: Readonly<Partial<Record<ScreenReason, number>>>;
}

const DEFINITIONS = [
  "Self-BLEU: BLEU-4 of each item with all others as references, mean, x 100 (equal weights, a length without a shared run counts as 0.1 run); low is varied; grows with the number of items.",
  "Dist-2: different neighbouring word pairs / all such pairs; high is varied; falls with the number of items.",
  "at seed size: the same on 50 random parts as large as the seed set (Self-BLEU: as many items, Dist-2: as many words), so that both can be compared.",
  "similarity: cosine of the sets of content words and of neighbouring pairs of them; mean over pairs, and mean over items of the most similar one.",
].join("\n");

/** Adds `quality`. */
export function registerQuality(
  verb: (name: string, about: string, example: string) => Command,
  context: VerbContext,
  done: (code: number) => void,
): void {
  verb(
    "quality",
    "how varied the items of each round are, and what the screen says against them",
    "value-compass quality my-study",
  )
    .argument("<folder>", "a study folder")
    .action((folder: string, flags: { json?: boolean }) => done(quality(folder, flags, context)));
}

/** Prints the wording of every round of a study in figures, with their definitions. */
export function quality(
  folder: string,
  flags: { readonly json?: boolean },
  context: VerbContext,
): number {
  readStudy(folder);
  const rows = roundQualities(folder);
  if (flags.json) context.out(`${JSON.stringify({ folder, rounds: rows })}\n`);
  else context.out(`${qualityTable(rows)}\n\n${DEFINITIONS}\n`);
  return EXIT.done;
}

function roundQualities(folder: string): RoundQuality[] {
  const rounds = studyItems(folder);
  const systems = [...new Set(rounds.flatMap(({ items }) => items.map(({ system }) => system)))];
  return systems.flatMap((system) => {
    const textsOf = (round: number) =>
      rounds
        .filter((one) => one.round === round)
        .flatMap(({ items }) => items.filter((item) => item.system === system))
        .map(({ text }) => text);
    const seeds = shippedSeeds(system) ?? textsOf(0);
    return rounds.flatMap(({ round }) => {
      const texts = textsOf(round);
      if (texts.length === 0) return [];
      const earlier = rounds
        .filter((one) => one.round < round)
        .flatMap((one) => textsOf(one.round));
      const against = round === 0 ? [] : seeds;
      return [{ system, round, ...itemQuality(texts, against, earlier), screened: counts(texts) }];
    });
  });
}

function shippedSeeds(system: string): string[] | null {
  try {
    return seedItems(system).map(({ text }) => text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function counts(texts: readonly string[]): Partial<Record<ScreenReason, number>> {
  const found: Partial<Record<ScreenReason, number>> = {};
  for (const text of texts)
    for (const reason of screenItem(text)) found[reason] = (found[reason] ?? 0) + 1;
  return found;
}

function qualityTable(rows: readonly RoundQuality[]): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const shown = (value: number | null | undefined, digits = 2) =>
    value === null || value === undefined ? "-" : value.toFixed(digits);
  return textTable(
    [
      { title: "system", align: "left" },
      right("round"),
      right("items"),
      right("words"),
      right("Self-BLEU"),
      right("at seed size"),
      right("Dist-2"),
      right("at seed size"),
      right("similarity"),
      right("to seeds"),
      right("to earlier"),
      { title: "screened", align: "left" },
    ],
    rows.map((row) => [
      row.system,
      row.round === 0 ? "static" : String(row.round),
      String(row.items),
      shown(row.words?.mean, 1),
      shown(row.selfBleu, 1),
      shown(row.besideSeeds?.selfBleu.items, 1),
      shown(row.distinctPairs),
      shown(row.besideSeeds?.distinctPairs.items),
      shown(row.similarity?.mean),
      shown(row.toSeeds?.nearest),
      shown(row.toEarlier?.nearest),
      Object.entries(row.screened)
        .map(([reason, count]) => `${count} ${reason}`)
        .join(", ") || "none",
    ]),
  );
}
