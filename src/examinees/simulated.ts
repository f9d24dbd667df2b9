import type { AskAnswer, AskRequest, Examinee } from "../ports/ask.js";
import type { DimensionId, SystemId } from "../values/value-system.js";
import { composeReply } from "./compose-reply.js";
import { drawLabels } from "./draw-labels.js";
import { type ReplyStyle, replyStyle } from "./reply-style.js";
import { simulatorPhrases, simulatorWordsName } from "./simulator-words.js";
import { defaultWorld, type World } from "./world.js";

/** What to plant in a simulated examinee. */
export interface SimulatedOptions {
  /** Begins with `sim:`. */
  readonly id: string;
  /** Planted scores in [0, 1]: every dimension of each system it can be measured on. */
  readonly profile: Readonly<Record<SystemId, Readonly<Record<DimensionId, number>>>>;
  /** Names all its luck; another seed, other replies. */
  readonly seed: number;
  /** The constants of the world it lives in; `defaultWorld` unless given. */
  readonly world?: World;
  /** How it talks; what is left out comes with the id (see `replyStyle`). */
  readonly style?: Partial<ReplyStyle>;
  /** For people; the id without `sim:` unless given. */
  readonly name?: string;
  /** One line that every face repeats; must say "simulated". */
  readonly label?: string;
  readonly family?: string;
  readonly developer?: string;
  readonly access?: string;
  readonly released?: string;
}

/** A simulated examinee: what it answers is drawn from what was planted in it. */
export interface SimulatedExaminee extends Examinee {
  readonly setting: {
    readonly seed: number;
    readonly world: World;
    readonly style: ReplyStyle;
    /** Planted scores by system, in the order of the simulator's dimensions. */
    readonly planted: ReadonlyMap<SystemId, readonly number[]>;
  };
}

/** Whether an examinee is simulated by this program, so that its truth is known. */
export function isSimulated(examinee: Examinee): examinee is SimulatedExaminee {
  return examinee.card.origin === "simulated" && "setting" in examinee;
}

/**
 * An examinee with a known truth. It reads an item's words, decides by its planted scores which
 * values to show, to speak against or to leave aside, and words a reply. The same request always
 * gets the same reply.
 *
 * It tests and teaches the instrument; it is no evidence about any real model (design, decision
 * 10).
 *
 * @throws RangeError for an id or label that hides the simulation, or a profile that is incomplete
 *   or outside [0, 1]
 */
export function simulatedExaminee(options: SimulatedOptions): SimulatedExaminee {
  const { id, profile, seed, world = defaultWorld } = options;
  if (!id.startsWith("sim:"))
    throw new RangeError(
      `a simulated examinee's id begins with sim:, for example sim:${id}: "${id}"`,
    );
  const name = options.name ?? id.slice("sim:".length);
  const label = options.label ?? `simulated: ${name}`;
  if (!label.includes("simulated"))
    throw new RangeError(`a simulated examinee's label says "simulated": "${label}"`);
  const style = { ...replyStyle(id), ...options.style };
  const planted = new Map(
    Object.entries(profile).map(([system, scores]) => [system, ordered(id, system, scores)]),
  );
  const systems = [...planted.keys()];

  const examinee: SimulatedExaminee = {
    card: {
      id,
      name,
      origin: "simulated",
      label,
      family: options.family ?? null,
      developer: options.developer ?? null,
      access: options.access ?? null,
      released: options.released ?? null,
      systems,
      planted: profile,
    },
    identity: { kind: "simulated", words: simulatorWordsName(), seed, world, style, profile },
    setting: { seed, world, style, planted },
    ask: (request) => Promise.resolve(answer(examinee, request)),
  };
  return examinee;
}

function answer(examinee: SimulatedExaminee, request: AskRequest): AskAnswer {
  if (!examinee.setting.planted.has(request.system))
    return { kind: "failed", why: "systemNotCovered", attempts: 0 };
  const text = composeReply(drawLabels(examinee, request), request.system, examinee.setting.style);
  return { kind: "answered", reply: { text, finish: "complete", served: examinee.card.id } };
}

function ordered(
  id: string,
  system: SystemId,
  scores: Readonly<Record<DimensionId, number>>,
): readonly number[] {
  const { dimensions } = simulatorPhrases(system);
  const unknown = Object.keys(scores).find((dimension) => !dimensions.includes(dimension));
  if (unknown !== undefined)
    throw new RangeError(
      `${id}: ${system} has no dimension "${unknown}"; it has: ${dimensions.join(", ")}`,
    );
  return dimensions.map((dimension) => {
    const score = scores[dimension];
    if (!(score >= 0 && score <= 1))
      throw new RangeError(`${id}: ${system}.${dimension} must be planted from 0 to 1: ${score}`);
    return score;
  });
}
