import type { ValueSystem } from "../values/value-system.js";
import type { RecognizerAssets } from "./assets.js";
import { Attitude } from "./attitude.js";
import { hasRefusingWords } from "./declining.js";
import type { HeadBank } from "./head-bank.js";
import { Meaning, type MeaningScores } from "./meaning.js";
import { type AlarmWeight, type ReadingWeights, readingWeights } from "./reading-weights.js";
import { type ReplyTilt, replyTilt } from "./reply-tilt.js";
import { dimensionSeeds } from "./seed-words.js";
import { type Tokens, tokens } from "./text/tokens.js";
import { vectorLength } from "./word-vectors.js";

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
  "vectors" | "banks" | "seeds" | "cues" | "opinions" | "neutralReplies"
>;

/** One scoring part: where its numbers are, and how it is put on the common scale. */
interface Part {
  readonly weight: number;
  readonly scores: Float64Array;
  readonly mean: Float64Array;
  readonly spread: Float64Array;
}

/** A bank of heads and, for each of its heads, the dimension it reads (-1: none). */
interface BankPart {
  readonly bank: HeadBank;
  readonly raw: Float64Array;
  readonly dimension: Int32Array;
  readonly part: Part;
}

/** A head that was trained to see opposition as such, on its own standard scale. */
interface Alarm {
  /** The bank to ask; `null` where its scores are there already. */
  readonly bank: HeadBank | null;
  readonly raw: Float64Array;
  readonly at: number;
  readonly weight: number;
  mean: number;
  spread: number;
}

/** Presence under which the sign of a sentence is not worked out. */
const NEGLIGIBLE = 0.005;

/** Most standard deviations of an alarm head that count, either way. */
const ALARM_CAP = 3;

/**
 * Reads sentences for one value system. Every part (seed words, vectors, anchors, trained heads) is put on a
 * standard scale by the everyday opinions and neutral sentences that ship; the sum is standardised again, and
 * the values of the system compete for the sentence with each other and with "none of these".
 */
export class SystemReader {
  readonly #vectors: ReaderAssets["vectors"];
  readonly #assets: ReaderAssets;
  readonly #weights: ReadingWeights;
  readonly #meaning: Meaning;
  readonly #meaningScores: MeaningScores;
  readonly #parts: Part[];
  readonly #banks: BankPart[];
  readonly #alarms: readonly Alarm[];
  readonly #base: number;
  /** What a whole reply adds to the log-odds of opposing. */
  readonly tilt: ReplyTilt;
  readonly #dimensions: number;
  readonly #mean = new Float64Array(vectorLength);
  readonly #sum: Float64Array;
  readonly #sumMean: Float64Array;
  readonly #sumSpread: Float64Array;

  constructor(system: ValueSystem, assets: ReaderAssets, weights: ReadingWeights = readingWeights) {
    const count = system.dimensions.length;
    this.#assets = assets;
    this.#vectors = assets.vectors;
    this.#weights = weights;
    this.#dimensions = count;
    const everyday = [...assets.opinions, ...assets.neutralReplies].map((text) => tokens(text));
    const common = this.#commonDirection(everyday);
    this.#meaning = new Meaning(assets.vectors, dimensionSeeds(assets.seeds, system), common);
    const list = (): Float64Array => new Float64Array(count);
    this.#meaningScores = { hits: list(), soft: list(), anchor: list() };
    const part = (weight: number, scores: Float64Array): Part => ({
      weight,
      scores,
      mean: list(),
      spread: list().fill(1),
    });
    this.#banks = [...assets.banks.values()].flatMap((bank) => {
      const weight = weights.banks[bank.name] ?? 0;
      const dimension = Int32Array.from(bank.heads, (head) =>
        system.dimensions.findIndex(({ id }) => head === `${system.id}.${id}`),
      );
      if (weight === 0 || dimension.every((at) => at < 0)) return [];
      const raw = new Float64Array(bank.heads.length);
      return [{ bank, raw, dimension, part: part(weight, list()) }];
    });
    this.#parts = [
      part(weights.hits, this.#meaningScores.hits),
      part(weights.soft, this.#meaningScores.soft),
      part(weights.anchor, this.#meaningScores.anchor),
      ...this.#banks.map((bank) => bank.part),
    ];
    this.#alarms = (weights.alarms[system.id] ?? []).flatMap((alarm) => this.#findAlarm(alarm));
    this.#base = weights.base.bySystem[system.id] ?? weights.base.usual;
    this.tilt = this.#findTilt(system.id);
    this.#sum = list();
    this.#sumMean = list();
    this.#sumSpread = list().fill(1);
    this.#standardise(everyday);
  }

  #findAlarm({ head, weight }: AlarmWeight): readonly Alarm[] {
    for (const bank of this.#assets.banks.values()) {
      const at = bank.heads.indexOf(head);
      if (at < 0) continue;
      // A bank that is read anyway is not read twice.
      const part = this.#banks.find((one) => one.bank === bank);
      const raw = part?.raw ?? new Float64Array(bank.heads.length);
      return [{ bank: part === undefined ? bank : null, raw, at, weight, mean: 0, spread: 1 }];
    }
    return [];
  }

  #findTilt(system: string): ReplyTilt {
    const { vectors, banks, opinions, neutralReplies } = this.#assets;
    const tilt = this.#weights.tilts[system];
    const bank = [...banks.values()].find(({ heads }) => heads.includes(tilt?.head ?? ""));
    if (tilt === undefined || bank === undefined) return () => 0;
    return replyTilt(tilt, bank, vectors, opinions, neutralReplies);
  }

  #commonDirection(texts: readonly Tokens[]): Float64Array {
    const common = new Float64Array(vectorLength);
    for (const words of texts) {
      this.#vectors.mean(words, 0, words.count, this.#mean);
      for (let at = 0; at < vectorLength; at++) common[at] += this.#mean[at] / texts.length;
    }
    return common;
  }

  /** Sets the scale of every part, then of their sum, by everyday text. */
  #standardise(texts: readonly Tokens[]): void {
    const alarms = this.#alarms.map(() => [] as Float64Array[]);
    const seen = this.#parts.map(() => [] as Float64Array[]);
    for (const words of texts) {
      this.#scoreParts(words);
      for (const [at, part] of this.#parts.entries()) seen[at].push(part.scores.slice());
      for (const [at, alarm] of this.#alarms.entries())
        alarms[at].push(Float64Array.of(this.#alarmScore(alarm, words)));
    }
    for (const [at, part] of this.#parts.entries()) scale(seen[at], part.mean, part.spread);
    const sums = texts.map((words) => {
      this.#scoreSum(words);
      return this.#sum.slice();
    });
    scale(sums, this.#sumMean, this.#sumSpread);
    for (const [at, alarm] of this.#alarms.entries()) {
      const mean = new Float64Array(1);
      const spread = new Float64Array(1);
      scale(alarms[at], mean, spread);
      alarm.mean = mean[0];
      alarm.spread = spread[0];
    }
  }

  /** The raw score of an alarm head, for words whose parts have just been scored. */
  #alarmScore({ bank, raw, at }: Alarm, words: Tokens): number {
    bank?.score(words, 0, words.count, this.#mean, raw);
    return raw[at];
  }

  /** Log-odds of opposing that the alarm heads add to a sentence just scored. */
  #alarmed(words: Tokens): number {
    let sum = 0;
    for (const alarm of this.#alarms) {
      const score = (this.#alarmScore(alarm, words) - alarm.mean) / alarm.spread;
      sum += alarm.weight * Math.max(-ALARM_CAP, Math.min(ALARM_CAP, score));
    }
    return sum;
  }

  #scoreParts(words: Tokens): void {
    this.#vectors.mean(words, 0, words.count, this.#mean);
    this.#meaning.score(words, 0, words.count, this.#mean, this.#meaningScores);
    for (const { bank, raw, dimension, part } of this.#banks) {
      bank.score(words, 0, words.count, this.#mean, raw);
      for (let head = 0; head < raw.length; head++)
        if (dimension[head] >= 0) part.scores[dimension[head]] = raw[head];
    }
  }

  #scoreSum(words: Tokens): void {
    this.#scoreParts(words);
    this.#sum.fill(0);
    const { cap } = this.#weights;
    const sum = this.#sum;
    for (const part of this.#parts) {
      const { weight, scores, mean, spread } = part;
      for (let at = 0; at < sum.length; at++) {
        const standard = (scores[at] - mean[at]) / spread[at];
        sum[at] += weight * (standard > cap ? cap : standard);
      }
    }
  }

  /** Standard scores of a sentence: how many standard deviations above everyday text, by dimension. */
  standardScores(sentence: string): Float64Array {
    return this.#standardScores(tokens(sentence)).slice();
  }

  #standardScores(words: Tokens): Float64Array {
    this.#scoreSum(words);
    for (let at = 0; at < this.#dimensions; at++)
      this.#sum[at] = (this.#sum[at] - this.#sumMean[at]) / this.#sumSpread[at];
    return this.#sum;
  }

  /** Reads one sentence; depends on nothing but its words. */
  read(sentence: string): SentenceReading {
    const words = tokens(sentence);
    const count = this.#dimensions;
    const presence = new Float64Array(count);
    const opposed = new Float64Array(count).fill(0.5);
    if (words.count === 0) return { presence, opposed };
    const { slope, threshold, floor, signSlope, refusing } = this.#weights;
    const scores = this.#standardScores(words);
    let total = 1;
    for (let at = 0; at < count; at++) {
      // Capped, so that hostile text cannot overflow the exponential.
      presence[at] = Math.exp(Math.min(60, slope * (scores[at] - threshold)));
      total += presence[at];
    }
    const refuses = hasRefusingWords(sentence) ? refusing : 0;
    const alarm = this.#alarmed(words) - refuses;
    let attitude: Attitude | null = null;
    for (let at = 0; at < count; at++) {
      const share = presence[at] / total;
      presence[at] = (share * share) / (share + floor);
      if (presence[at] < NEGLIGIBLE) continue;
      attitude ??= new Attitude(this.#assets.cues, sentence, words, 0, words.count);
      const { token, violation } = this.#focus(words, at);
      const support = attitude.towards(token, violation, this.#base) - alarm;
      opposed[at] = 1 / (1 + Math.exp(Math.max(-5, Math.min(5, signSlope * support))));
    }
    return { presence, opposed };
  }

  /** The word that speaks most for a dimension, and whether a violation is named near it. */
  #focus(words: Tokens, dimension: number): { token: number; violation: boolean } {
    let token = 0;
    let best = Number.NEGATIVE_INFINITY;
    let violation = -1;
    for (let at = 0; at < words.count; at++) {
      const side = this.#meaning.side(words.hashes[at], dimension);
      if (side < 0 && violation < 0) violation = at;
      const strength = this.#wordStrength(words.hashes[at], dimension);
      if (strength > best) {
        best = strength;
        token = at;
      }
    }
    return violation < 0 ? { token, violation: false } : { token: violation, violation: true };
  }

  #wordStrength(hash: number, dimension: number): number {
    const side = this.#meaning.side(hash, dimension);
    const match = this.#meaning.wordMatch(hash);
    return (side === 0 ? 0 : 0.4) + (match === null ? 0 : match[dimension]);
  }

  /** The words that speak most for a dimension: offsets into the sentence, strongest first. */
  strongestWords(
    sentence: string,
    dimension: number,
    most: number,
  ): readonly { readonly start: number; readonly end: number }[] {
    const words = tokens(sentence);
    const strength = words.hashes.map((hash) => {
      let sum = this.#wordStrength(hash, dimension);
      for (const { bank, dimension: reads, part } of this.#banks) {
        const head = reads.indexOf(dimension);
        // A head's word weight on the scale of the head's own spread over sentences.
        if (head >= 0) sum += (0.05 * bank.wordWeight(hash, head)) / part.spread[dimension];
      }
      return sum;
    });
    return Array.from(strength.keys())
      .filter((at) => strength[at] > 0.05)
      .sort((one, other) => strength[other] - strength[one] || one - other)
      .slice(0, most)
      .map((at) => ({ start: words.starts[at], end: words.ends[at] }));
  }
}

/** Mean and standard deviation of each column; a column without spread keeps the spread 1. */
function scale(rows: readonly Float64Array[], mean: Float64Array, spread: Float64Array): void {
  for (let at = 0; at < mean.length; at++) {
    let sum = 0;
    for (const row of rows) sum += row[at];
    mean[at] = sum / rows.length;
    let square = 0;
    for (const row of rows) square += (row[at] - mean[at]) ** 2;
    const deviation = Math.sqrt(square / rows.length);
    spread[at] = deviation > 1e-9 ? deviation : 1;
  }
}
