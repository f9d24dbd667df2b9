import type { ValueSystem } from "../../values/value-system.js";
import { type RecognizerAssets, readData } from "../assets.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import type { SystemBlend } from "../system-blend.js";
import { type ReaderAssets, SystemReader } from "../system-reader.js";
import { tokens } from "../text/tokens.js";
import { type AuthoredRow, authoredRows } from "./authored-rows.js";
import { fitPresence, type PresenceRow } from "./fit-presence.js";
import { fitSign, type SignRow } from "./fit-sign.js";
import { spread } from "./spread.js";
import { trainStances } from "./stance-bank.js";
import { readTalkers } from "./talkers.js";
import { trainTopics } from "./topic-bank.js";
import { type VoiceComparison, voiceSkill } from "./voice-skill.js";

/** Everyday text is as common as this many times the authored sentences of a system. */
const NONE_SHARE = 1.5;

/** Heads that people's labels taught count at least this much: authored sentences are not all there is. */
const LABELLED = { fulcra: 0.7, valueeval: 0.5, mfrc: 0.5, safety: 0.5 };

/** What authored sentences teach: two banks, and how a system weighs its parts. */
export interface AuthoredModel {
  readonly banks: readonly BankWeights[];
  readonly blends: Readonly<Record<string, SystemBlend>>;
}

/** Everyday texts with the voice they are held out with, so that "none" is judged on unseen text too. */
export interface EverydayRow {
  readonly voice: string;
  readonly text: string;
}

/**
 * Learns from authored sentences. Blends are fitted to what banks say of voices that they did not learn from,
 * or they would trust the banks too far; a bank is trained once for each set of voices.
 */
export class AuthoredTrainer {
  readonly #systems: readonly ValueSystem[];
  readonly #authored: readonly AuthoredRow[];
  readonly #everyday: readonly EverydayRow[];
  readonly #assets: ReaderAssets;
  readonly #banks = new Map<string, readonly BankWeights[]>();

  /** @param assets  with the banks that were trained on labelled text, and no others */
  constructor(
    systems: readonly ValueSystem[],
    authored: readonly AuthoredRow[],
    everyday: readonly EverydayRow[],
    assets: ReaderAssets,
  ) {
    this.#systems = systems;
    this.#authored = authored;
    this.#everyday = everyday;
    this.#assets = { ...assets, scales: null, blends: {} };
  }

  /** The model that some voices teach. */
  learn(voices: readonly string[]): AuthoredModel {
    const banks = this.#banksOf(voices);
    const unseen = voices.map((voice) => {
      const others = voices.filter((one) => one !== voice);
      return { voice, assets: this.#with(this.#banksOf(others)) };
    });
    const blends = Object.fromEntries(
      this.#systems.map((system) => {
        const readers = unseen.map(({ voice, assets }) => ({
          voice,
          reader: new SystemReader(system, assets),
        }));
        return [system.id, this.#blend(system, readers)];
      }),
    );
    return { banks, blends };
  }

  /** Assets to read with: those given, and a model. */
  assets({ banks, blends }: AuthoredModel): ReaderAssets {
    return { ...this.#with(banks), blends };
  }

  #with(banks: readonly BankWeights[]): ReaderAssets {
    const all = new Map(this.#assets.banks);
    for (const bank of banks) all.set(bank.name, new HeadBank(bank));
    return { ...this.#assets, banks: all };
  }

  #banksOf(voices: readonly string[]): readonly BankWeights[] {
    const key = voices.join();
    const known = this.#banks.get(key);
    if (known !== undefined) return known;
    const rows = this.#authored.filter(({ voice }) => voices.includes(voice));
    const everyday = this.#everyday
      .filter(({ voice }) => voices.includes(voice))
      .map(({ text }) => text);
    const { vectors } = this.#assets;
    const banks = [
      trainTopics(this.#systems, rows, everyday, vectors),
      trainStances(this.#systems, rows, vectors, this.#assets.cues),
    ];
    this.#banks.set(key, banks);
    return banks;
  }

  #blend(
    system: ValueSystem,
    readers: readonly { readonly voice: string; readonly reader: SystemReader }[],
  ): SystemBlend {
    const ids = system.dimensions.map(({ id }) => id);
    const presence: PresenceRow[] = [];
    const signs: SignRow[] = [];
    for (const { voice, reader } of readers) {
      const own = this.#authored.filter((row) => row.voice === voice && row.system === system.id);
      const none = this.#everyday.filter((row) => row.voice === voice);
      for (const { text, dimension, stance } of own) {
        const about = ids.indexOf(dimension);
        presence.push({ parts: reader.partScores(text), about, weight: 1 });
        signs.push({ ...reader.signScores(text, about), support: stance === "support" });
      }
      const weight = (NONE_SHARE * own.length) / none.length;
      for (const { text } of none)
        presence.push({ parts: reader.partScores(text), about: -1, weight });
    }
    const { parts, offsets } = fitPresence(presence, ids.length, LABELLED);
    return {
      parts: rounded(parts),
      offsets: rounded(Object.fromEntries(ids.map((id, at) => [id, offsets[at]]))),
      sign: fitSign(signs),
    };
  }
}

/** The model that all voices teach, with each voice read by a model of the others. */
export function learnAuthored(
  systems: readonly ValueSystem[],
  assets: ReaderAssets & Pick<RecognizerAssets, "heldOutReplies" | "neutralItems">,
): {
  readonly model: AuthoredModel;
  readonly voices: readonly VoiceComparison[];
  readonly about: Readonly<Record<string, unknown>>;
} {
  const rows = authoredRows();
  const voices = [...new Set(rows.map(({ voice }) => voice))];
  const everyday = everydayRows(assets, voices);
  const talkers = readTalkers();
  const trainer = new AuthoredTrainer(systems, rows, everyday, assets);
  const compared = voices.flatMap((voice) => {
    const others = trainer.assets(trainer.learn(voices.filter((one) => one !== voice)));
    const measured = { ...assets, ...others };
    return systems.map((system) => ({
      before: voiceSkill(system, voice, rows, everyday, assets),
      after: voiceSkill(system, voice, rows, everyday, others),
      spread: spread(system, voice, rows, talkers, measured),
    }));
  });
  const about = { folder: "data/authored", voices, rows: rows.length, licence: "MIT" };
  return { model: trainer.learn(voices), voices: compared, about };
}

/** Value-free text in one style each: a style is held out with one voice, whole. */
const STYLES = ["chatty", "formal", "curt", "explaining", "aside"];

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
  const dealt = [...opinions, ...neutralReplies, ...textsOf("discourse")]
    .filter((text) => tokens(text).count > 0)
    .map((text, at) => ({ text, voice: voices[at % voices.length] }));
  const styled = STYLES.flatMap((style, at) =>
    textsOf(style).map((text) => ({ text, voice: voices[at % voices.length] })),
  );
  return [...dealt, ...styled];
}

/** Four decimals are more than the rows can tell, and read well in a file. */
function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
  );
}
