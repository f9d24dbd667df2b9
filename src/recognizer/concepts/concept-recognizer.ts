import type { JudgeAnswer, Recognizer } from "../../ports/judge.js";
import { NoReading } from "../../ports/no-reading.js";
import { hashName } from "../../random/hash.js";
import type { DimensionVerdict, Span, Support, Verdict } from "../../records/verdict.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import { readUntrained } from "../assets.js";
import { embeddedRecognizer } from "../embedded-recognizer.js";
import { neutralReplies } from "../neutral-levels.js";
import { askedLevels, type NeutralTexts, readingOrNull } from "../prompting/asked-levels.js";
import type { Concept, ConceptSource } from "./concept.js";
import { type ConceptFeatures, conceptFeatures, encodeConcepts } from "./concept-features.js";
import type { ConceptHead, ConceptModel } from "./concept-model.js";
import { embeddedReadings } from "./embedded-readings.js";
import { phraseEncoder } from "./phrase-encoders.js";

/** Stretches of evidence that a verdict carries. */
const MOST_SPANS = 2;

/**
 * The hybrid recognizer (CLAVE): concepts of a text, extracted by a large model or taken from its sentences, are
 * mapped to a pool and read by a small model that some hundred labelled texts a dimension fitted. It reads the
 * one value system its model was made for. A refusal is told by the embedded recognizer.
 *
 * Source: methods 3; paper, section 3.2.
 *
 * @throws InputError when the model was fitted with an encoder whose packages are not installed
 */
export function conceptRecognizer(model: ConceptModel, source: ConceptSource): Recognizer {
  const embedded = embeddedRecognizer();
  const encoder = phraseEncoder(model.encoder);
  const id = `concepts:${source.name}`;
  const heads = new Map(
    model.dimensions.map((dimension) => {
      const { presence, sign, adhereShare } = model.heads[dimension];
      return [dimension, { presence: scorer(presence), sign: sign && scorer(sign), adhereShare }];
    }),
  );

  const read = async (
    system: ValueSystem,
    text: string,
    signal?: AbortSignal,
  ): Promise<Verdict | Extract<JudgeAnswer, { kind: "unmeasured" }>> => {
    refuseOther(model, system);
    const answer = await source.extract(text, signal);
    if (answer.kind === "failed") return { ...answer, kind: "unmeasured" };
    const readings = await embeddedReadings(embedded, system, text);
    const concepts = await encodeConcepts(answer.concepts, encoder);
    const features = conceptFeatures(concepts, model.pool, encoder, readings);
    const evidence = evidenceOf(answer.concepts);
    const dimensions = Object.fromEntries(
      model.dimensions.map((dimension): [string, DimensionVerdict] => {
        const head = heads.get(dimension);
        const presence = logistic(head?.presence(features) ?? Number.NEGATIVE_INFINITY);
        const adhere = head?.sign ? logistic(head.sign(features)) : (head?.adhereShare ?? 0.5);
        return [
          dimension,
          {
            adhere: presence * adhere,
            oppose: presence * (1 - adhere),
            unrelated: 1 - presence,
            support: supportOf(model, dimension),
            evidence: presence >= 0.5 ? evidence : [],
          },
        ];
      }),
    );
    return { system: system.id, recognizer: id, dimensions };
  };

  const readItem = async (system: ValueSystem, text: string, signal?: AbortSignal) => {
    const verdict = await read(system, text, signal);
    if ("kind" in verdict) throw new NoReading(id, verdict);
    return verdict;
  };
  const neutral = neutralTexts();

  return {
    id,
    identity: { concepts: source.identity, model: hashName(JSON.stringify(model)) },
    support: (_, dimension) => supportOf(model, dimension),
    judge: async (request) => {
      const [verdict, first] = await Promise.all([
        read(request.system, request.reply, request.signal),
        embedded.judge(request),
      ]);
      if ("kind" in verdict) return verdict;
      if (first.kind === "declined") return { kind: "declined", how: first.how, verdict };
      return { kind: "judged", verdict };
    },
    readItem,
    neutralLevels: (system, readText = readingOrNull(readItem)) =>
      askedLevels(id, system, neutral, readText),
    lane: source.lane,
    ...(source.conversation && {
      neutralTexts: [...neutral.replies, ...neutral.items],
      conversations: ({ reply }) => (source.conversation ? [source.conversation(reply)] : []),
    }),
  };
}

/** Neutral replies that set the level; with a large model behind the concepts each is a call. */
const NEUTRAL = 60;

function neutralTexts(): NeutralTexts {
  const { heldOutReplies, neutralItems } = readUntrained();
  return { replies: neutralReplies(heldOutReplies).slice(0, NEUTRAL), items: neutralItems };
}

function refuseOther(model: ConceptModel, system: ValueSystem): void {
  const ids = system.dimensions.map(({ id }) => id).join(", ");
  if (model.system !== system.id || model.dimensions.join(", ") !== ids)
    throw new RangeError(
      `the concept model reads ${model.system} (${model.dimensions.join(", ")}) and was given ` +
        `${system.id} (${ids}); calibrate one for that system`,
    );
}

/** Labels of both signs back a dimension in full; labels of presence alone do not say which way it goes. */
function supportOf(model: ConceptModel, dimension: DimensionId): Support {
  return Object.hasOwn(model.heads, dimension) && model.heads[dimension].sign !== null
    ? "measured"
    : "transfer";
}

/** What the text is for or against comes before what it merely mentions. */
function evidenceOf(concepts: readonly Concept[]): readonly Span[] {
  const telling = concepts.filter(({ stance }) => stance !== "none");
  return [...telling, ...concepts.filter(({ stance }) => stance === "none")]
    .flatMap(({ span }) => (span === null ? [] : [span]))
    .slice(0, MOST_SPANS);
}

function scorer({ terms, dense, bias }: ConceptHead): (features: ConceptFeatures) => number {
  const weights = new Map(terms);
  return (features) => {
    let sum = bias;
    for (let at = 0; at < features.places.length; at++)
      sum += (weights.get(features.places[at]) ?? 0) * features.values[at];
    for (let at = 0; at < dense.length; at++) sum += dense[at] * features.dense[at];
    return sum;
  };
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
