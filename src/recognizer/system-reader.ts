import type { ValueSystem } from "../values/value-system.js";
import { Alarms } from "./alarms.js";
import type { RecognizerAssets } from "./assets.js";
import { Attitude } from "./attitude.js";
import { declares } from "./declaring.js";
import { hasRefusingWords, mayRefuse } from "./declining.js";
import { commonDirection, everydayTokens } from "./everyday-text.js";
import { Meaning } from "./meaning.js";
import { type ReadingWeights, readingWeights } from "./reading-weights.js";
import { ReplyTilt, usualReplies } from "./reply-tilt.js";
import { dimensionSeeds } from "./seed-words.js";
import { type BankScores, SentenceScores } from "./sentence-scores.js";
import { type SystemBlend, stanceBank, topicBank } from "./system-blend.js";
import { knownScales, type Scale, type SystemScales, scalesOf } from "./system-scales.js";
import { pointsBack } from "./text/remarks.js";
import { type Tokens, tokens } from "./text/tokens.js";
import { straightCurve, type VerdictCurve } from "./verdict-curve.js";

/** What one sentence says of each dimension, in the system's order. */
export interface SentenceReading {
  /** P(the sentence is about the dimension), in [0, 1]; sums to at most 1. */
  readonly presence: Float64Array;
  /** P(it speaks against the dimension, given that it is about it), in (0, 1). */
  readonly opposed: Float64Array;
}

/** The parts of the assets that a reader uses; training hands in the banks of a fold. */
export type ReaderAssets = Pick<
  RecognizerAssets,
  "vectors" | "banks" | "seeds" | "cues" | "opinions" | "neutralReplies" | "blends" | "scales"
>;

/** One scoring part: its numbers by dimension, and how they are put on the common scale. */
interface Part {
  readonly name: string;
  readonly weight: number;
  /** The topic heads learned from everyday text too, so that it gives them no scale. */
  readonly fixed: boolean;
  readonly scores: Float64Array;
  /** Where a part's numbers come from a bank: by dimension, its column there. */
  readonly from: BankScores | null;
  scale: readonly Scale[];
}

/** Presence under which the sign of a sentence is not worked out. */
const NEGLIGIBLE = 0.005;

/** Most log-odds that the sign of a sentence can have, either way. */
const SURE = 5;

/** Most that the cues of a sentence count, either way. */
const CUE_CAP = 6;

/**
 * Reads sentences for one value system. Every part (seed words, vectors, anchors, trained heads) is put on a
 * standard scale by the everyday opinions and neutral sentences that ship, and the values of the system
 * compete for the sentence with each other and with "none of these". The systems that ship weigh their
 * parts as authored sentences taught; a user's system by hand-set weights, its sums standardised again.
 */
export class SystemReader {
  readonly #assets: ReaderAssets;
  readonly #weights: ReadingWeights;
  readonly #blend: SystemBlend | null;
  readonly #scores: SentenceScores;
  readonly #parts: readonly Part[];
  readonly #stance: BankScores | null;
  readonly #alarms: Alarms;
  readonly #base: number;
  readonly #tilt: ReplyTilt | null;
  readonly #dimensions: number;
  readonly #sum: Float64Array;
  readonly #sumScales: readonly Scale[];
  readonly #offsets: Float64Array;

  constructor(system: ValueSystem, assets: ReaderAssets, weights: ReadingWeights = readingWeights) {
    const count = system.dimensions.length;
    const ids = system.dimensions.map(({ id }) => id);
    this.#assets = assets;
    this.#weights = weights;
    this.#dimensions = count;
    const known = knownScales(assets.scales, system.id, ids);
    const everyday = known === null ? everydayTokens(assets) : [];
    const common = Float64Array.from(assets.scales?.common ?? commonDirection(assets));
    const meaning = new Meaning(assets.vectors, dimensionSeeds(assets.seeds, system), common);
    const alarms = weights.alarms[system.id] ?? [];
    const others = new Set(alarms.map(({ head }) => head));
    const { vectors, banks } = assets;
    this.#scores = new SentenceScores(
      system,
      banks.values(),
      others,
      vectors,
      meaning,
      common,
      assets.cues,
    );
    const asked = this.#scores.banks;
    const blend = Object.hasOwn(assets.blends, system.id) ? assets.blends[system.id] : null;
    const fits = blend !== null && ids.every((id) => Object.hasOwn(blend.offsets, id));
    this.#blend = fits ? blend : null;
    this.#parts = this.#findParts();
    this.#stance = asked.find(({ bank }) => bank.name === stanceBank) ?? null;
    this.#alarms = new Alarms(alarms, asked);
    this.#base = weights.base.bySystem[system.id] ?? weights.base.usual;
    this.#sum = new Float64Array(count);
    this.#offsets = Float64Array.from(ids, (id) => this.#blend?.offsets[id] ?? 0);
    this.#tilt = this.#findTilt(system.id, known?.tilt ?? null);
    if (known !== null) {
      for (const part of this.#parts) part.scale = known.parts[part.name];
      this.#sumScales = known.sums;
      this.#alarms.scales = known.alarms;
      return;
    }
    const seen = this.#parts.map(() => [] as Float64Array[]);
    const alarmed: Float64Array[] = [];
    for (const words of everyday) {
      this.#scoreParts(words, 0, words.count);
      for (const [at, part] of this.#parts.entries()) seen[at].push(part.scores.slice());
      alarmed.push(this.#alarms.raw());
    }
    for (const [at, part] of this.#parts.entries())
      if (!part.fixed) part.scale = scalesOf(seen[at]);
    this.#alarms.scales = scalesOf(alarmed);
    this.#sumScales = scalesOf(
      everyday.map((words) => {
        this.#scoreSum(words, 0, words.count);
        return this.#sum.slice();
      }),
    );
  }

  /** The scales of this reading, for keeping. */
  scales(system: ValueSystem): SystemScales {
    return {
      dimensions: system.dimensions.map(({ id }) => id),
      parts: Object.fromEntries(this.#parts.map(({ name, scale }) => [name, scale])),
      sums: this.#sumScales,
      alarms: this.#alarms.scales,
      tilt: this.#tilt?.scale ?? null,
    };
  }

  #findParts(): readonly Part[] {
    const { hits, soft, anchor, banks } = this.#scores;
    const part = (name: string, hand: number, scores: Float64Array, from: BankScores | null) => ({
      name,
      weight: this.#blend === null ? hand : (this.#blend.parts[name] ?? 0),
      fixed: name === topicBank,
      scores,
      from,
      scale: Array.from(scores, () => ({ mean: 0, spread: 1 })),
    });
    const weights = this.#weights;
    return [
      part("hits", weights.hits, hits, null),
      part("soft", weights.soft, soft, null),
      part("anchor", weights.anchor, anchor, null),
      ...banks
        .filter(
          ({ bank, byDimension }) => bank.name !== stanceBank && byDimension.some((at) => at >= 0),
        )
        .map((bank) =>
          part(
            bank.bank.name,
            weights.banks[bank.bank.name] ?? 0,
            new Float64Array(hits.length),
            bank,
          ),
        ),
    ];
  }

  #findTilt(system: string, scale: Scale | null): ReplyTilt | null {
    const { vectors, banks, opinions, neutralReplies } = this.#assets;
    const tilt = this.#weights.tilts[system];
    const bank = [...banks.values()].find(({ heads }) => heads.includes(tilt?.head ?? ""));
    if (tilt === undefined || bank === undefined) return null;
    return new ReplyTilt(tilt, bank, vectors, scale ?? usualReplies(opinions, neutralReplies));
  }

  /** From what the sentences of a reply add up to, to its verdict. */
  get curve(): VerdictCurve {
    return this.#blend?.curve ?? straightCurve;
  }

  /** What the words of a whole reply add to the log-odds of opposing. */
  tilt(words: Tokens): number {
    return this.#tilt?.of(words) ?? 0;
  }

  #scoreParts(words: Tokens, from: number, to: number): void {
    this.#scores.score(words, from, to);
    for (const { from: bank, scores } of this.#parts) {
      if (bank === null) continue;
      for (let at = 0; at < scores.length; at++) {
        const column = bank.byDimension[at];
        if (column >= 0) scores[at] = bank.scores[column];
      }
    }
  }

  #scoreSum(words: Tokens, from: number, to: number): void {
    this.#scoreParts(words, from, to);
    const sum = this.#sum.fill(0);
    for (const part of this.#parts)
      if (part.weight !== 0)
        for (let at = 0; at < sum.length; at++) sum[at] += part.weight * this.#standard(part, at);
  }

  /** A part's score of a dimension in standard deviations, so capped that no one part decides. */
  #standard({ scores, scale, fixed }: Part, at: number): number {
    if (fixed) return scores[at];
    const { mean, spread } = scale[at];
    const standard = (scores[at] - mean) / spread;
    return standard > this.#weights.cap ? this.#weights.cap : standard;
  }

  /** What a sentence says part by part, for training: standard scores by part and dimension. */
  partScores(sentence: string): Readonly<Record<string, readonly number[]>> {
    const words = tokens(sentence);
    this.#scoreParts(words, 0, words.count);
    return Object.fromEntries(
      this.#parts.map((part) => [
        part.name,
        Array.from(part.scores, (_, at) => this.#standard(part, at)),
      ]),
    );
  }

  /** What authored sentences can teach of the sign of a sentence, for training. */
  signScores(
    sentence: string,
    dimension: number,
  ): { readonly cues: number; readonly stance: number; readonly alarm: number } {
    const words = tokens(sentence);
    this.#scoreParts(words, 0, words.count);
    const attitude = new Attitude(this.#assets.cues, sentence, words, 0, words.count);
    const { at, violation } = this.#scores.focus(words.count, dimension);
    return {
      cues: between(CUE_CAP, attitude.swing(at, violation)),
      stance: this.#stanceOf(dimension),
      alarm: this.#alarms.sum(),
    };
  }

  #stanceOf(dimension: number): number {
    if (this.#stance === null || this.#stance.byDimension[dimension] < 0) return 0;
    return this.#stance.scores[this.#stance.byDimension[dimension]];
  }

  #refusing(text: string, words: Tokens, from: number, to: number): number {
    if (!mayRefuse(words, from, to)) return 0;
    const sentence = text.slice(words.starts[from], words.ends[to - 1]);
    return hasRefusingWords(sentence) ? this.#weights.refusing : 0;
  }

  /** Reads one sentence; depends on nothing but its words. */
  read(sentence: string): SentenceReading {
    const words = tokens(sentence);
    return this.readWords(sentence, words, 0, words.count);
  }

  /** Reads tokens `from` to `to` of a text, one sentence. */
  readWords(text: string, words: Tokens, from: number, to: number): SentenceReading {
    const count = this.#dimensions;
    const presence = new Float64Array(count);
    const opposed = new Float64Array(count).fill(0.5);
    if (from === to || declares(text, words, from, to)) return { presence, opposed };
    if (pointsBack(words, from, to) && this.#scores.namesNothing(words, from, to))
      return { presence, opposed };
    const { floor, signSlope } = this.#weights;
    const sign = this.#blend?.sign ?? null;
    const total = this.#shares(words, from, to, presence);
    const alarm = this.#alarms.sum();
    let refusing = Number.NaN;
    let attitude: Attitude | null = null;
    for (let at = 0; at < count; at++) {
      const share = presence[at] / total;
      presence[at] = (share * share) / (share + floor);
      if (presence[at] < NEGLIGIBLE) continue;
      attitude ??= new Attitude(this.#assets.cues, text, words, from, to);
      if (Number.isNaN(refusing)) refusing = this.#refusing(text, words, from, to);
      const { at: place, violation } = this.#scores.focus(to - from, at);
      const focus = { at: from + place, violation };
      // A blend brings a bias of its own; without one, whoever names a value mostly speaks for it.
      const support =
        sign === null
          ? signSlope * (attitude.towards(focus.at, focus.violation, this.#base) - alarm)
          : sign.cues * between(CUE_CAP, attitude.swing(focus.at, focus.violation)) +
            sign.stance * this.#stanceOf(at) -
            sign.alarm * alarm +
            sign.bias;
      opposed[at] = 1 / (1 + Math.exp(between(SURE, support + signSlope * refusing)));
    }
    return { presence, opposed };
  }

  /** Each dimension's weight in the competition, into `presence`; returns their sum with "none". */
  #shares(words: Tokens, from: number, to: number, presence: Float64Array): number {
    this.#scoreSum(words, from, to);
    const { slope, threshold } = this.#weights;
    let total = 1;
    for (let at = 0; at < presence.length; at++) {
      const { mean, spread } = this.#sumScales[at];
      const odds =
        this.#blend === null
          ? slope * ((this.#sum[at] - mean) / spread - threshold)
          : this.#sum[at] + this.#offsets[at];
      // Capped, so that hostile text cannot overflow the exponential.
      presence[at] = Math.exp(Math.min(60, odds));
      total += presence[at];
    }
    return total;
  }

  /** The words among tokens `from` to `to` that speak most for a dimension, strongest first. */
  strongestWords(
    words: Tokens,
    from: number,
    to: number,
    dimension: number,
    most: number,
  ): readonly number[] {
    const strongest: number[] = [];
    const strengths: number[] = [];
    for (let at = from; at < to; at++) {
      const strength = this.#strength(words.hashes[at], dimension);
      if (strength <= 0.05) continue;
      let place = strongest.length;
      while (place > 0 && strengths[place - 1] < strength) place -= 1;
      if (place >= most) continue;
      strongest.splice(place, 0, at);
      strengths.splice(place, 0, strength);
      strongest.length = Math.min(most, strongest.length);
      strengths.length = strongest.length;
    }
    return strongest;
  }

  #strength(hash: number, dimension: number): number {
    let sum = this.#scores.wordStrength(hash, dimension);
    for (const { from, scale, fixed } of this.#parts) {
      if (from === null || fixed || from.byDimension[dimension] < 0) continue;
      const head = from.columns[from.byDimension[dimension]];
      // A head's word weight on the scale of the head's own spread over sentences.
      sum += (0.05 * from.bank.wordWeight(hash, head)) / scale[dimension].spread;
    }
    return sum;
  }
}

function between(most: number, value: number): number {
  return value > most ? most : value < -most ? -most : value;
}
