import { readData } from "../assets.js";
import type { ReaderAssets } from "../system-reader.js";
import { tokens } from "../text/tokens.js";

/** Everyday texts with the voice they are held out with, so that "none" is judged on unseen text too. */
export interface EverydayRow {
  readonly voice: string;
  readonly text: string;
}

/** Value-free text in one style each: a style is held out with one voice, whole. */
const STYLES = ["chatty", "formal", "curt", "explaining", "aside"];

/** Value-free text in many styles, dealt out text by text: around an answer, of facts, with words that values use. */
const MIXED = ["discourse", "glue", "facts", "innocent"];

/**
 * Everyday texts and sentences around the substance of an answer, dealt out to the voices in turn, and whole
 * styles of value-free text, each held out with one voice.
 */
export function everydayRows(
  { opinions, neutralReplies }: Pick<ReaderAssets, "opinions" | "neutralReplies">,
  voices: readonly string[],
): readonly EverydayRow[] {
  const textsOf = (name: string): readonly string[] =>
    readData<{ readonly texts: readonly string[] }>(`neutral/${name}.json`).texts;
  const dealt = [...opinions, ...neutralReplies, ...MIXED.flatMap(textsOf)]
    .filter((text) => tokens(text).count > 0)
    .map((text, at) => ({ text, voice: voices[at % voices.length] }));
  const styled = STYLES.flatMap((style, at) =>
    textsOf(style).map((text) => ({ text, voice: voices[at % voices.length] })),
  );
  return [...dealt, ...styled];
}
