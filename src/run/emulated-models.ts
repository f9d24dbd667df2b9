import type { EmulatedAsk, EmulatedModel } from "../endpoints/emulator/emulator.js";
import { demoPanel } from "../examinees/demo-panel.js";
import { likeliestSystem } from "../examinees/likeliest-system.js";
import type { SimulatedExaminee } from "../examinees/simulated.js";
import { builtInSystems, valueSystem } from "../facts/value-systems.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import { stream } from "../random/stream.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
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

function examineeModel(examinee: SimulatedExaminee): EmulatedModel {
  const systems = examinee.card.systems ?? [];
  return async (ask) => {
    const text = lastWords(ask);
    const system = likeliestSystem(text, systems, examinee.setting.world);
    const answer = await examinee.ask({ system, text, sample: ask.sample });
    return answer.kind === "answered" ? answer.reply.text : "";
  };
}

/** Answers with an item for the value system that the prompt names, else for the first. */
function writerModel(seed: number): EmulatedModel {
  const writer = grammarWriter();
  return (ask) => {
    const random = stream(seed, "emulated writer", lastWords(ask), ask.sample);
    return writer.compose(systemNamed(ask), random).text;
  };
}

/**
 * Answers with a JSON object: for each dimension of the system that the prompt names, the probabilities that the reply adheres, opposes,
 * or does neither. What is judged is the text inside the last `<reply>` of the prompt, else all of it.
 */
function judgeModel(): EmulatedModel {
  const recognizer = embeddedRecognizer();
  return async (ask) => {
    const system = systemNamed(ask);
    const prompt = lastWords(ask);
    const item = between(prompt, "item") ?? "";
    const reply = between(prompt, "reply") ?? prompt;
    const answer = await recognizer.judge({ system, item, reply });
    if (answer.kind === "unmeasured") return "{}";
    const { dimensions } = answer.verdict;
    const rows = dimensionIds(system).map((id) => {
      const { adhere, oppose, unrelated } = dimensions[id];
      return [id, { adhere, oppose, unrelated }];
    });
    return JSON.stringify(Object.fromEntries(rows));
  };
}

function lastWords({ messages }: EmulatedAsk): string {
  return messages.at(-1)?.content ?? "";
}

/** What stands in the last element of this name; its tags may carry a nonce: `<reply-8f3a>`. */
function between(text: string, name: string): string | null {
  const opening = [...text.matchAll(new RegExp(`<(${name}(?:[-_ ][^<>]{0,80})?)>`, "gi"))].at(-1);
  if (!opening) return null;
  const from = opening.index + opening[0].length;
  const to = text.indexOf("</", from);
  return text.slice(from, to < 0 ? undefined : to).trim();
}

function systemNamed({ messages }: EmulatedAsk): ValueSystem {
  const prompt = messages.map(({ content }) => content).join("\n");
  const named = builtInSystems.find(({ id, name }) => prompt.includes(id) || prompt.includes(name));
  return named ?? valueSystem("schwartz");
}
