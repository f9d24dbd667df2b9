import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { isRemote } from "../examinees/remote.js";
import type { CompletionRequest } from "../ports/complete.js";
import { InputError } from "../ports/input-error.js";
import type { Recognizer } from "../ports/judge.js";
import { chatConcepts } from "../recognizer/concepts/chat-concepts.js";
import type { ConceptSource } from "../recognizer/concepts/concept.js";
import { parseConceptModel } from "../recognizer/concepts/concept-model.js";
import { conceptRecognizer } from "../recognizer/concepts/concept-recognizer.js";
import { recordedConcepts } from "../recognizer/concepts/recorded-concepts.js";
import { sentenceConcepts } from "../recognizer/concepts/sentence-concepts.js";
import { embeddedRecognizer } from "../recognizer/embedded-recognizer.js";
import { judgeRecognizer } from "../recognizer/judge/judge-recognizer.js";
import { panelRecognizer } from "../recognizer/panel.js";
import { templateVersions } from "../recognizer/prompting/prompt-template.js";
import { publishedVerdicts } from "../recognizer/published-verdicts.js";
import type { ValueSystem } from "../values/value-system.js";
import type { ModelEntry } from "./endpoint-schema.js";
import type { RecognizerEntry, SingleRecognizerEntry } from "./recognizer-schema.js";
import type { Member } from "./study.js";
import type { StudyCalls } from "./study-calls.js";

/** What a study's recognizer is made with. */
export interface RecognizerContext {
  readonly calls: StudyCalls;
  /** Where files that the entry names are looked for. */
  readonly folder: string;
  readonly systems: readonly ValueSystem[];
  readonly members: readonly Member[];
}

const WHERE = "roles.recognizer";

/**
 * The recognizer that a study names.
 *
 * @throws InputError for a prompt, a model file or a recording that cannot be used, and for a model that would
 *   judge its own replies without being told that it may
 */
export function studyRecognizer(entry: RecognizerEntry, context: RecognizerContext): Recognizer {
  if (typeof entry === "string" || !("panel" in entry)) return single(entry, WHERE, context);
  const members = entry.panel.map((one, n) => single(one, `${WHERE}.panel.${n}`, context));
  const ids = members.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw new InputError({
      where: `study.json: ${WHERE}.panel`,
      problem: "has one recognizer twice",
      arrived: twice,
      fix: 'name each once; the same model under another "id" counts as another',
    });
  return panelRecognizer(members, { pooling: entry.pooling });
}

function single(
  entry: SingleRecognizerEntry,
  where: string,
  context: RecognizerContext,
): Recognizer {
  if (entry === "embedded") return embeddedRecognizer();
  if ("judge" in entry) {
    const { judge, prompt, samples, judgesItself } = entry;
    refuseUnknownPrompt(prompt, where);
    const chat = context.calls.chat("recognizer", `${where}.judge`, judge);
    if (!judgesItself) refuseSelf(chat.model.endpoint, where, context);
    return judgeRecognizer(chat, { template: prompt, samples });
  }
  if ("published" in entry) {
    const verdicts = at(context.folder, entry.published);
    return publishedVerdicts(readNamed(verdicts, `${where}.published`), verdicts);
  }
  const source = sourceOf(entry, where, context);
  const path = at(context.folder, entry.model);
  const text = readNamed(path, `${where}.model`);
  const [system, ...others] = context.systems;
  if (others.length > 0)
    throw new InputError({
      where: `study.json: ${where}.model`,
      problem: "reads one value system, and this study has several",
      arrived: context.systems.map(({ id }) => id).join(", "),
      fix: "make one study for each system",
    });
  return conceptRecognizer(parseConceptModel(text, path, system), source);
}

function sourceOf(
  {
    concepts,
    judgesItself,
  }: Exclude<SingleRecognizerEntry, "embedded" | { judge: ModelEntry } | { published: string }>,
  where: string,
  context: RecognizerContext,
): ConceptSource {
  if (concepts === "sentences") return sentenceConcepts();
  if ("recorded" in concepts) {
    const path = at(context.folder, concepts.recorded);
    return recordedConcepts(readNamed(path, `${where}.concepts.recorded`), path);
  }
  const place = `${where}.concepts.extractor`;
  const chat = context.calls.chat("recognizer", place, concepts.extractor);
  if (!judgesItself) refuseSelf(chat.model.endpoint, where, context);
  return chatConcepts(chat);
}

/** No examinee judges itself unless told so (design, decision 8). */
function refuseSelf(
  endpoint: CompletionRequest["endpoint"],
  where: string,
  { members }: RecognizerContext,
): void {
  const place = ({ provider, baseUrl, route, model }: CompletionRequest["endpoint"]) =>
    JSON.stringify([provider, baseUrl, route, model]);
  const own = members.find(
    ({ examinee }) => isRemote(examinee) && place(examinee.remote.endpoint) === place(endpoint),
  );
  if (own)
    throw new InputError({
      where: `study.json: ${where}`,
      problem: `would let the examinee ${own.examinee.card.id} judge itself`,
      arrived: endpoint.model,
      fix: 'name another model, or allow it with "judgesItself": true',
    });
}

function refuseUnknownPrompt(prompt: string, where: string): void {
  const known = templateVersions("judge");
  if (!known.includes(prompt))
    throw new InputError({
      where: `study.json: ${where}.prompt`,
      problem: "names a prompt that does not exist",
      arrived: prompt,
      fix: `there are: ${known.join(", ")}`,
    });
}

function at(folder: string, file: string): string {
  return isAbsolute(file) ? file : join(folder, file);
}

function readNamed(path: string, where: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? null;
    throw new InputError(
      {
        where: `study.json: ${where}`,
        problem: "names a file that cannot be read",
        arrived: `${path} (${code})`,
        fix: "check the path; it is looked for in the study's folder",
      },
      { cause: error },
    );
  }
}
