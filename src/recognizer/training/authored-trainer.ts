import type { ValueSystem } from "../../values/value-system.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import type { SystemBlend } from "../system-blend.js";
import { type ReaderAssets, SystemReader } from "../system-reader.js";
import type { AuthoredRow } from "./authored-rows.js";
import type { EverydayRow } from "./everyday-rows.js";
import { type CurveRow, curveRows, fitCurve } from "./fit-curve.js";
import { fitPresence, type PresenceRow } from "./fit-presence.js";
import { fitSign, type SignRow } from "./fit-sign.js";
import { trainStances } from "./stance-bank.js";
import { trainTopics } from "./topic-bank.js";
import type { VoiceGroup } from "./voice-groups.js";

/** Everyday text is as common as this many times the authored sentences of a system. */
const NONE_SHARE = 1.5;

/** Heads that people's labels taught count at least this much: authored sentences are not all there is. */
const LABELLED = { fulcra: 0.7, valueeval: 0.5, mfrc: 0.5, safety: 0.5 };

/** What authored sentences teach: two banks, and how a system weighs its parts. */
export interface AuthoredModel {
  readonly banks: readonly BankWeights[];
  readonly blends: Readonly<Record<string, SystemBlend>>;
}

/** How one group of voices is read by banks that have not heard it. */
interface Unheard {
  readonly presence: readonly PresenceRow[];
  readonly signs: readonly SignRow[];
}

/**
 * Learns from authored sentences. Blends and curves are fitted to what banks say of voices that they did not
 * learn from, or they would trust the banks too far. The banks without a group are trained once and serve every
 * model: a model that leaves a group out takes its blend from the readings of the other groups alone.
 */
export class AuthoredTrainer {
  readonly #systems: readonly ValueSystem[];
  readonly #authored: readonly AuthoredRow[];
  readonly #everyday: readonly EverydayRow[];
  readonly #groups: readonly VoiceGroup[];
  readonly #assets: ReaderAssets;
  readonly #banks = new Map<VoiceGroup | null, readonly BankWeights[]>();
  readonly #unheard = new Map<string, Unheard>();

  /** @param assets  with the banks that were trained on labelled text, and no others */
  constructor(
    systems: readonly ValueSystem[],
    authored: readonly AuthoredRow[],
    everyday: readonly EverydayRow[],
    groups: readonly VoiceGroup[],
    assets: ReaderAssets,
  ) {
    this.#systems = systems;
    this.#authored = authored;
    this.#everyday = everyday;
    this.#groups = groups;
    this.#assets = { ...assets, scales: null, blends: {} };
  }

  /** The model that all voices teach, or all but one group. */
  learn(held: VoiceGroup | null): AuthoredModel {
    const taught = this.#groups.filter((one) => one !== held);
    const blends = this.#systems.map((system) => [system.id, this.#blend(system, taught)]);
    return { banks: this.#banksWithout(held), blends: Object.fromEntries(blends) };
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

  #banksWithout(held: VoiceGroup | null): readonly BankWeights[] {
    const known = this.#banks.get(held);
    if (known !== undefined) return known;
    const heard = ({ voice }: { readonly voice: string }): boolean =>
      held === null || !held.includes(voice);
    const rows = this.#authored.filter(heard);
    const everyday = this.#everyday.filter(heard).map(({ text }) => text);
    const { vectors, cues } = this.#assets;
    const banks = [
      trainTopics(this.#systems, rows, everyday, vectors),
      trainStances(this.#systems, rows, vectors, cues),
    ];
    this.#banks.set(held, banks);
    return banks;
  }

  /** The rows of one system and the everyday text that a group of voices holds. */
  #held(system: ValueSystem, voices: VoiceGroup) {
    return {
      own: this.#authored.filter((row) => voices.includes(row.voice) && row.system === system.id),
      none: this.#everyday.filter(({ voice }) => voices.includes(voice)).map(({ text }) => text),
    };
  }

  #unheardBy(system: ValueSystem, voices: VoiceGroup): Unheard {
    const key = [system.id, ...voices].join();
    const known = this.#unheard.get(key);
    if (known !== undefined) return known;
    const reader = new SystemReader(system, this.#with(this.#banksWithout(voices)));
    const ids = system.dimensions.map(({ id }) => id);
    const { own, none } = this.#held(system, voices);
    const presence: PresenceRow[] = [];
    const signs: SignRow[] = [];
    for (const { text, dimension, stance } of own) {
      const about = ids.indexOf(dimension);
      presence.push({ parts: reader.partScores(text), about, weight: 1 });
      signs.push({ ...reader.signScores(text, about), support: stance === "support" });
    }
    const weight = (NONE_SHARE * own.length) / none.length;
    for (const text of none) presence.push({ parts: reader.partScores(text), about: -1, weight });
    const found = { presence, signs };
    this.#unheard.set(key, found);
    return found;
  }

  #blend(system: ValueSystem, taught: readonly VoiceGroup[]): SystemBlend {
    const ids = system.dimensions.map(({ id }) => id);
    const unheard = taught.map((voices) => this.#unheardBy(system, voices));
    const presence = unheard.flatMap((one) => one.presence);
    const { parts, offsets } = fitPresence(presence, ids.length, LABELLED);
    const blend: SystemBlend = {
      parts: rounded(parts),
      offsets: rounded(Object.fromEntries(ids.map((id, at) => [id, offsets[at]]))),
      sign: fitSign(unheard.flatMap((one) => one.signs)),
      curve: null,
    };
    return { ...blend, curve: fitCurve(this.#curveRows(system, taught, blend)) };
  }

  #curveRows(
    system: ValueSystem,
    taught: readonly VoiceGroup[],
    blend: SystemBlend,
  ): readonly CurveRow[] {
    return taught.flatMap((voices) => {
      const assets = this.#with(this.#banksWithout(voices));
      const reader = new SystemReader(system, { ...assets, blends: { [system.id]: blend } });
      const { own, none } = this.#held(system, voices);
      return curveRows(system, reader, own, none);
    });
  }
}

/** Four decimals are more than the rows can tell, and read well in a file. */
function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]),
  );
}
