import { setMaxListeners } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Chat } from "../ports/chat.js";
import type { PhraseEncoderId } from "../ports/encode.js";
import { InputError } from "../ports/input-error.js";
import { readLabelledFolder } from "../recognizer/bench/labelled-folder.js";
import { chatConcepts } from "../recognizer/concepts/chat-concepts.js";
import type { ConceptSource } from "../recognizer/concepts/concept.js";
import type { ConceptModel } from "../recognizer/concepts/concept-model.js";
import { learnConceptModel } from "../recognizer/concepts/learn-concept-model.js";
import { recordedConcepts } from "../recognizer/concepts/recorded-concepts.js";
import { sentenceConcepts } from "../recognizer/concepts/sentence-concepts.js";
import { modelSchema } from "../run/endpoint-schema.js";
import { readStudy } from "../run/read-study.js";
import { studyCalls } from "../run/study-calls.js";
import { writeWhole } from "../run/write-file.js";
import type { ValueSystem } from "../values/value-system.js";
import { EXIT } from "./exit-code.js";
import { namedSystem } from "./named-system.js";
import { runFolder } from "./run-folder.js";
import { textTable } from "./text-table.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `recognizer calibrate`. */
export interface CalibrateFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly labels?: string;
  readonly system?: string;
  readonly data?: string;
  readonly model?: string;
  readonly concepts?: string;
  readonly extractor?: string;
  readonly encoder?: PhraseEncoderId;
}

/**
 * With a study and `--labels`: what people's labels say of the study's recognizer, and its scores corrected by them. With
 * `--system`, `--data` and `--model`: fits the small model of the concept recognizer to a value system of one's own.
 */
export async function calibrate(
  folder: string | undefined,
  flags: CalibrateFlags,
  context: VerbContext,
): Promise<number> {
  if (folder !== undefined && flags.labels !== undefined)
    return calibrateStudy(folder, flags.labels, flags, context);
  const { system, data, model } = flags;
  if (system !== undefined && data !== undefined && model !== undefined)
    return learn({ system, data, model }, flags, context);
  throw new InputError({
    where: "recognizer calibrate",
    problem: "needs a study with --labels, or --system with --data and --model",
    arrived: null,
    fix: "see --help for both",
  });
}

/** Names the labels in study.json and scores the study anew; no examinee is asked. */
async function calibrateStudy(
  folder: string,
  labels: string,
  { json, quiet }: CalibrateFlags,
  context: VerbContext,
): Promise<number> {
  if (!existsSync(labels))
    throw new InputError({
      where: "--labels",
      problem: "names a file that is not there",
      arrived: labels,
      fix: "check the path",
    });
  const config = readStudy(folder);
  const instead = { ...config, roles: { ...config.roles, labels: resolve(labels) } };
  const options = { instead, asking: false };
  return runFolder(folder, { json, quiet, concurrency: 8 }, context, options);
}

async function learn(
  files: { readonly system: string; readonly data: string; readonly model: string },
  flags: CalibrateFlags,
  context: VerbContext,
): Promise<number> {
  const system = namedSystem(files.system);
  const { rows } = readLabelledFolder(files.data);
  const own = rows.filter((row) => row.system === system.id);
  if (own.length === 0)
    throw new InputError({
      where: files.data,
      problem: `holds no row of the system ${system.id}`,
      arrived: [...new Set(rows.map((row) => row.system))].join(", "),
      fix: `write "system": "${system.id}" in the rows to learn from`,
    });
  const { source, close } = sourceOf(flags);
  // Every text that is asked about listens for the end.
  setMaxListeners(0, context.signal);
  try {
    const { model, unread } = await learnConceptModel(system, source, own, {
      encoder: flags.encoder,
      signal: context.signal,
    });
    writeWhole(files.model, `${JSON.stringify(model)}\n`);
    context.out(
      flags.json
        ? `${JSON.stringify({ model: files.model, rows: own.length, unread, skill: model.skill })}\n`
        : `${skillText(system, model, own.length, unread)}\n\n${howToUse(files)}\n`,
    );
    return EXIT.done;
  } finally {
    await close();
  }
}

function sourceOf({ concepts, extractor }: CalibrateFlags): {
  readonly source: ConceptSource;
  close(): Promise<void>;
} {
  const close = async () => {};
  if (concepts !== undefined)
    return { source: recordedConcepts(textOf(concepts, "--concepts"), concepts), close };
  if (extractor === undefined) return { source: sentenceConcepts(), close };
  const parsed = modelSchema.safeParse(jsonOf(extractor));
  if (!parsed.success)
    throw new InputError({
      where: extractor,
      problem: `describes no model (${z.prettifyError(parsed.error).split("\n")[0]})`,
      arrived: null,
      fix: "write it as under concepts.extractor in study.json",
    });
  const calls = studyCalls({ prices: {} }, ".", {});
  const chat: Chat = calls.chat("recognizer", "extractor", parsed.data);
  calls.endpoints()?.check();
  return { source: chatConcepts(chat), close: async () => calls.endpoints()?.close() };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path, "--extractor"));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      { where: path, problem: "is not valid JSON", arrived: null, fix: "mend it" },
      { cause: error },
    );
  }
}

function textOf(path: string, flag: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const arrived = `${path} (${(error as NodeJS.ErrnoException).code})`;
    const fix = "check the path";
    throw new InputError(
      { where: flag, problem: "names a file that cannot be read", arrived, fix },
      { cause: error },
    );
  }
}

function skillText(system: ValueSystem, model: ConceptModel, rows: number, unread: number): string {
  const right = (title: string) => ({ title, align: "right" as const });
  const shown = (value: number | null) => (value === null ? "-" : value.toFixed(2));
  const table = textTable(
    [
      { title: "dimension", align: "left" },
      right("labelled"),
      right("+1"),
      right("-1"),
      right("presence AUROC"),
      right("sign AUROC"),
      right("accuracy"),
      right("commonest"),
    ],
    system.dimensions.map(({ id }) => {
      const {
        rows: labelled,
        adhere,
        oppose,
        presence,
        sign,
        accuracy,
        majority,
      } = model.skill[id];
      return [
        id,
        String(labelled),
        String(adhere),
        String(oppose),
        shown(presence),
        shown(sign),
        shown(accuracy),
        shown(majority),
      ];
    }),
  );
  const left = unread === 0 ? "" : `; ${unread} without concepts were left out`;
  return (
    `${system.name}: learned from ${rows} labelled texts, ${model.pool.length} clusters of concepts` +
    `${left}\nout of fold, over groups of texts that were never parted:\n${table}`
  );
}

function howToUse({ system, model }: { readonly system: string; readonly model: string }): string {
  const roles = { recognizer: { concepts: "sentences", model } };
  return `in study.json: "systems": [${JSON.stringify({ file: system })}], "roles": ${JSON.stringify(roles)}`;
}
