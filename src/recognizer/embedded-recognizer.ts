import type { JudgeAnswer, JudgeRequest, NeutralLevels, Recognizer } from "../ports/judge.js";
import type { DimensionVerdict, Verdict } from "../records/verdict.js";
import type { ValueSystem } from "../values/value-system.js";
import { recognizerAssets } from "./assets.js";
import { howDeclined, refusalProbability } from "./declining.js";
import { neutralLevels } from "./neutral-levels.js";
import { readSentences } from "./read-sentences.js";
import { type CutReply, cutReply, readReply } from "./reply-reader.js";
import { SentenceCache } from "./sentence-cache.js";
import { systemKey } from "./shipped-levels.js";
import { embeddedSupport } from "./support-grades.js";
import { SystemReader } from "./system-reader.js";

export interface EmbeddedOptions {
  /** Sentences whose readings are kept, for each system; 0 switches the cache off. Default 50,000. */
  readonly cachedSentences?: number;
}

interface SystemState {
  readonly reader: SystemReader;
  readonly cache: SentenceCache;
}

const CACHED_SENTENCES = 50_000;

/**
 * The embedded recognizer F: reads values in a reply with a small model that ships with the package, without
 * key or network. English only. It is a screening signal; an LLM judge is the measurement
 * (docs/design/recognizer.md says how well it reads what).
 *
 * It judges each sentence for itself, lets the values of a system compete for it, reads whether the
 * sentence speaks for or against, and combines the sentences. A verdict depends on the reply alone: not on
 * the item, nor on other replies. Its files are read at the first verdict.
 *
 * @throws Error when data/recognizer/ is missing or damaged (at the first verdict)
 */
export function embeddedRecognizer(options: EmbeddedOptions = {}): Recognizer {
  const most = options.cachedSentences ?? CACHED_SENTENCES;
  if (!Number.isInteger(most) || most < 0)
    throw new RangeError(`cachedSentences must be a whole number from 0: ${most}`);
  const states = new Map<string, SystemState>();

  const stateOf = (system: ValueSystem): SystemState => {
    const key = systemKey(system);
    const known = states.get(key);
    if (known !== undefined) return known;
    const state: SystemState = {
      reader: new SystemReader(system, recognizerAssets()),
      cache: new SentenceCache(most),
    };
    states.set(key, state);
    return state;
  };
  const stateBy = new WeakMap<ValueSystem, SystemState>();
  const find = (system: ValueSystem): SystemState => {
    const known = stateBy.get(system);
    if (known !== undefined) return known;
    const state = stateOf(system);
    stateBy.set(system, state);
    return state;
  };

  const readCut = (system: ValueSystem, text: string, cut: CutReply): Verdict => {
    const { reader, cache } = find(system);
    const { parts, words, firsts } = cut;
    const readings = readSentences(text, cut, (first, last) =>
      cache.read(text, parts[first].start, parts[last].end, () =>
        reader.readWords(text, words, firsts[first], firsts[last + 1]),
      ),
    );
    const found = readReply(reader, cut, readings, system.dimensions.length);
    const dimensions: Record<string, DimensionVerdict> = {};
    for (let at = 0; at < found.length; at++) {
      const { id } = system.dimensions[at];
      const { adhere, oppose, unrelated, evidence } = found[at];
      const support = embeddedSupport(system, id);
      dimensions[id] = { adhere, oppose, unrelated, support, evidence };
    }
    return { system: system.id, recognizer: embeddedId(), dimensions };
  };
  const read = (system: ValueSystem, text: string): Verdict =>
    readCut(system, text, cutReply(text));

  const judge = ({ system, item, reply }: JudgeRequest): JudgeAnswer => {
    const cut = cutReply(reply);
    const verdict = readCut(system, reply, cut);
    const { banks, vectors } = recognizerAssets();
    const bank = banks.get("refusal");
    const how = howDeclined(item, reply, cut.parts, cut.words, () =>
      bank === undefined ? 1 : refusalProbability(cut.words, bank, vectors),
    );
    return how === null ? { kind: "judged", verdict } : { kind: "declined", how, verdict };
  };

  return {
    get id() {
      return embeddedId();
    },
    get identity() {
      return embeddedIdentity();
    },
    support: embeddedSupport,
    judge: async (request) => judge(request),
    readItem: async (system, text) => read(system, text),
    neutralLevels: async (system) => {
      const key = systemKey(system);
      const levels =
        knownLevels.get(key) ??
        shippedLevels(key) ??
        neutralLevels(system, recognizerAssets(), (text) => read(system, text));
      knownLevels.set(key, levels);
      return levels;
    },
  };
}

/** Neutral levels follow from the files that ship and the system's words: they are worked out once a process. */
const knownLevels = new Map<string, NeutralLevels>();

/** The levels that ship, where they are this version's. */
function shippedLevels(key: string): NeutralLevels | null {
  const { levels, version } = recognizerAssets();
  return levels.version === version && Object.hasOwn(levels.systems, key)
    ? levels.systems[key]
    : null;
}

let id: string | null = null;

function embeddedId(): string {
  id ??= `embedded@${recognizerAssets().version}`;
  return id;
}

let identity: Readonly<Record<string, unknown>> | null = null;

/** One frozen object for all, so that whoever hashes it need do so only once. */
function embeddedIdentity(): Readonly<Record<string, unknown>> {
  identity ??= Object.freeze({ kind: "embedded", version: recognizerAssets().version });
  return identity;
}
