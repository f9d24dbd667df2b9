import type { ValueSystem } from "../values/value-system.js";

/** What a dimension means, in words and sentences of our own. */
export interface DimensionSeeds {
  /** Words that speak for the dimension. */
  readonly seeds: readonly string[];
  /** Words that name its opposite or its violation. */
  readonly against: readonly string[];
  /** Sentences that say what it means to show it. */
  readonly anchors: readonly string[];
}

/** data/recognizer/seeds.json. */
export interface SeedFile {
  readonly systems: Readonly<Record<string, Readonly<Record<string, DimensionSeeds>>>>;
}

/** Words of definitions that say nothing about a value. */
const EMPTY = new Set(
  (
    "a an and any are as at be being by can does doing each every for from has have having how in " +
    "into is it its more no not of on one ones oneself or other others out over own s so than that " +
    "the their them there they things this those through to towards under up upon us use used " +
    "what when which who whoever whom whose why will with within without would you your violated"
  ).split(" "),
);

/**
 * The seeds of a system's dimensions: our own lists for the systems that ship, and for a user's system
 * (or dimension) the words of its name and definition.
 */
export function dimensionSeeds(file: SeedFile, system: ValueSystem): readonly DimensionSeeds[] {
  const own = file.systems[system.id];
  return system.dimensions.map((dimension) => {
    const listed = own !== undefined && Object.hasOwn(own, dimension.id) ? own[dimension.id] : null;
    return listed ?? seedsFromDefinition(dimension.name, dimension.definition);
  });
}

function seedsFromDefinition(name: string, definition: string): DimensionSeeds {
  const [kept, violated] = definition.split(/\bviolated by\b/i);
  return {
    seeds: contentWords(`${name} ${kept}`),
    against: contentWords(violated ?? ""),
    anchors: [`${name}. ${kept}`],
  };
}

function contentWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words)].filter((word) => !EMPTY.has(word));
}

/**
 * The usual forms of a word, so that "betray" also finds "betrayed": a list that errs on the long side,
 * since a form that does not exist never occurs.
 *
 * @example
 * wordForms("choose").includes("chooses"); // => true
 */
export function wordForms(word: string): readonly string[] {
  const forms = [word];
  if (word.length < 4) return [word, `${word}s`];
  for (const ending of ["s", "es", "ed", "d", "ing", "ly", "ness", "er", "ful"])
    forms.push(word + ending);
  if (word.endsWith("e")) {
    const stem = word.slice(0, -1);
    forms.push(`${stem}ing`, `${stem}y`, `${stem}ation`, `${stem}ion`);
  }
  if (word.endsWith("y")) {
    const stem = word.slice(0, -1);
    forms.push(`${stem}ies`, `${stem}ied`, `${stem}ily`, `${stem}iness`);
  }
  if (word.endsWith("t")) forms.push(`${word.slice(0, -1)}ce`);
  if (word.endsWith("ce")) forms.push(`${word.slice(0, -2)}t`);
  const last = word.at(-1) ?? "";
  if (/[bdgmnprt]/.test(last)) forms.push(`${word}${last}ing`, `${word}${last}ed`);
  return forms;
}
