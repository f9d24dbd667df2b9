import type { EmulatedAsk, EmulatedModel } from "../endpoints/emulator/emulator.js";
import { CONSENSUS_PRESSURE, withClosedAnswers } from "../examinees/closed-answers.js";
import { closedKeys } from "../examinees/closed-items.js";
import { demoPanel } from "../examinees/demo-panel.js";
import { pushedByPrompt } from "../examinees/instruction.js";
import { likeliestSystem } from "../examinees/likeliest-system.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { builtInSystems, valueSystem } from "../facts/value-systems.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import { stream } from "../random/stream.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
import { hiddenText } from "../recognizer/prompting/visible-text.js";
import type { DimensionVerdict } from "../records/verdict.js";
import { parseValueSystem } from "../values/parse-value-system.js";
import { dimensionIds, type ValueSystem } from "../values/value-system.js";

/** The models that write items and judge replies on an emulated endpoint. */
export const EMULATED_WRITER = "emulated-writer";
export const EMULATED_JUDGE = "emulated-judge";

/**
 * The models of `value-compass emulate`: the examinees of the demo under their ids, a writer that words items by the
 * grammar, and a judge that is the embedded recognizer behind a chat. Everything they say is simulated.
 *
 * @param seed  names the luck of the examinees, as in a study
 */
export function emulatedModels(seed: number): Readonly<Record<string, EmulatedModel>> {
  return Object.fromEntries([
    ...demoPanel(seed).map((examinee) => [examinee.card.id, examineeModel(examinee)] as const),
    [EMULATED_WRITER, writerModel(seed)],
    [EMULATED_JUDGE, judgeModel()],
  ]);
}

/** Closed questions of ours are answered under the usual consensus pressure; a system prompt may push values. */
function examineeModel(examinee: SimulatedExaminee): EmulatedModel {
  const systems = examinee.card.systems ?? [];
  return async (ask) => {
    const text = lastWords(ask);
    const closed = closedKeys().get(text);
    const system = closed?.system ?? likeliestSystem(text, systems, examinee.setting.world);
    const prompt = ask.messages.find(({ role }) => role === "system" || role === "developer");
    const pushed = pushedByPrompt(examinee, valueSystem(system), prompt?.content ?? "");
    const options = { consensusPressure: CONSENSUS_PRESSURE, keys: closedKeys() };
    const answers = withClosedAnswers(pushed, options);
    const answer = await answers.ask({ system, text, sample: ask.sample });
    return answer.kind === "answered" ? answer.reply.text : "";
  };
}

/**
 * Answers in the role that the prompt gives it, as the in-context writer wants it: a fact, an item by the grammar with its
 * values, or suggestions. Without a role it answers with the bare words of an item, for the value system that the prompt
 * names, else for the first.
 */
function writerModel(seed: number): EmulatedModel {
  const writer = grammarWriter();
  return (ask) => {
    const [first] = ask.messages;
    const prompt = ask.messages.find(({ role }) => role === "user")?.content ?? "";
    const role = /^ROLE: (\w+)/.exec(first?.content ?? "")?.[1] ?? null;
    const system = systemNamed({ ...ask, messages: ask.messages.slice(-2) });
    const draft = writer.compose(
      system,
      stream(seed, "emulated writer", lastWords(ask), ask.sample),
    );
    if (role === "explore") return JSON.stringify({ fact: draft.text.split(". ")[0] });
    if (role === "reflect") return JSON.stringify({ suggestions: "Make the stakes plainer." });
    if (role !== "compose" && role !== "refine") return draft.text;
    const listed = systemListed(prompt) ?? system;
    const own = writer.compose(listed, stream(seed, "emulated item", prompt, ask.sample));
    return JSON.stringify({ item: own.text, values: own.targets });
  };
}

/**
 * Answers as the judge's prompt wants it: one JSON object with a stance, a confidence and a quote for each dimension that the prompt
 * lists, as the embedded recognizer reads the reply between the fences.
 */
function judgeModel(): EmulatedModel {
  const recognizer = embeddedRecognizer();
  return async (ask) => {
    const prompt = ask.messages.find(({ role }) => role === "user")?.content ?? "";
    const system = systemListed(prompt) ?? systemNamed(ask);
    const reply = hiddenText(fenced(prompt, "REPLY") ?? prompt);
    const item = hiddenText(fenced(prompt, "QUESTION") ?? "");
    const answer = await recognizer.judge({ system, item, reply });
    if (answer.kind === "unmeasured") return "{}";
    const rows = dimensionIds(system).map((id) => [
      id,
      spokenVerdict(answer.verdict.dimensions[id], reply),
    ]);
    return JSON.stringify({
      refusal: answer.kind === "declined" ? "full" : "none",
      dimensions: Object.fromEntries(rows),
    });
  };
}

/** A verdict as a judge would word it: the likeliest stance, how sure, and where it stands. */
function spokenVerdict({ adhere, oppose, unrelated, evidence }: DimensionVerdict, reply: string) {
  const most = Math.max(adhere, oppose, unrelated);
  const confidence = Math.round(100 * Math.max(0, (3 * most - 1) / 2)) / 100;
  if (unrelated === most) return { stance: "unrelated", confidence, quote: "" };
  const stance = adhere === most ? "adhere" : "oppose";
  const [span] = evidence;
  const quote = span ? reply.slice(span.start, span.end) : reply.slice(0, 40);
  return { stance, confidence, quote };
}

function lastWords({ messages }: EmulatedAsk): string {
  return messages.at(-1)?.content ?? "";
}

/** What stands between the last two lines of a fence of this name. */
function fenced(prompt: string, name: string): string | null {
  const opening = [...prompt.matchAll(new RegExp(`<<<${name} ([0-9a-f]{32})>>>\\n`, "g"))].at(-1);
  if (!opening) return null;
  const from = opening.index + opening[0].length;
  const to = prompt.indexOf(`\n<<<END OF ${name} ${opening[1]}>>>`, from - 1);
  return to < 0 ? null : prompt.slice(from, Math.max(from, to));
}

/** The value system whose dimensions a judge's prompt lists: a built-in one, or one of the user's own. */
function systemListed(prompt: string): ValueSystem | null {
  const rows = [...prompt.matchAll(/^- "([^"]+)" \(([^)]*)\): (.*)$/gm)];
  const dimensions = rows.map(([, id, name, definition]) => ({ id, name, definition }));
  if (dimensions.length === 0) return null;
  const ids = dimensions.map(({ id }) => id).join();
  const known = builtInSystems.find((system) => dimensionIds(system).join() === ids);
  return known ?? ownSystem(dimensions);
}

const ownSystems = new Map<string, ValueSystem>();

/** One object for one system, since a recognizer prepares itself for each. */
function ownSystem(dimensions: ValueSystem["dimensions"]): ValueSystem {
  const words = JSON.stringify(dimensions);
  const about = { id: "listed", name: "Listed", source: "a prompt", reading: "adherence" };
  const system = ownSystems.get(words) ?? parseValueSystem({ ...about, dimensions }, "the prompt");
  ownSystems.set(words, system);
  return system;
}

function systemNamed({ messages }: EmulatedAsk): ValueSystem {
  const prompt = messages.map(({ content }) => content).join("\n");
  const named = builtInSystems.find(({ id, name }) => prompt.includes(id) || prompt.includes(name));
  return named ?? valueSystem("schwartz");
}
