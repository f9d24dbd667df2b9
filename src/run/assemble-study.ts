import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { chosen } from "../catalogue/choice.js";
import { divergence } from "../catalogue/divergences.js";
import { simulatedArchetype } from "../examinees/archetypes.js";
import { simulatedFromPublished } from "../examinees/published-panel.js";
import { readReplies } from "../examinees/read-replies.js";
import {
  type RecordedItem,
  type RecordedLabels,
  recordedExaminees,
} from "../examinees/recorded.js";
import type { RecordedRow } from "../examinees/recorded-row.js";
import { seedItems } from "../facts/seeds.js";
import { valueSystem } from "../facts/value-systems.js";
import { itemId } from "../generator/candidate.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import { InputError } from "../ports/input-error.js";
import type { Item } from "../records/item.js";
import { parseValueSystem } from "../values/parse-value-system.js";
import { dimensionIds, type SystemId, type ValueSystem } from "../values/value-system.js";
import { type Member, type Study, searchPanel } from "./study.js";
import { type AssembleOptions, studyCalls } from "./study-calls.js";
import { studyRecognizer } from "./study-recognizer.js";
import type { StudyConfig } from "./study-schema.js";
import { studyWriting } from "./study-writing.js";

type ExamineeEntry = StudyConfig["examinees"][number];

/** Tells bad input apart from everything else: says where in study.json it came from. */
function fromStudy<T>(where: string, arrived: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    throw new InputError(
      { where: `study.json: ${where}`, problem: "cannot be used", arrived, fix: error.message },
      { cause: error },
    );
  }
}

/**
 * Builds everything a study names: its value systems, examinees, static items, writer and recognizer.
 *
 * @param folder  where study.json stands; files it names are looked for there
 * @throws InputError for an unknown system, examinee or file
 */
export async function assembleStudy(
  config: StudyConfig,
  folder: string,
  options: AssembleOptions = {},
): Promise<Study> {
  const systems = config.systems.map((entry, n) =>
    fromStudy(`systems.${n}`, JSON.stringify(entry), () => systemOf(entry, folder)),
  );
  refuseRepeats(
    "systems",
    systems.map((system) => system.id),
  );
  const warnings: string[] = [];
  const members: Member[] = [];
  const recordings: Recording[] = [];
  const remote = studyCalls(config, folder, options);
  for (const [n, entry] of config.examinees.entries())
    if (entry.kind === "recorded") {
      const recording = await recordingOf(entry, folder);
      recordings.push(recording);
      warnings.push(...recording.warnings);
      members.push(...recording.members(systems));
    } else if (entry.kind === "endpoint")
      members.push({ examinee: remote.examinee(n, entry), since: entry.since, recorded: null });
    else
      members.push({
        examinee: fromStudy(`examinees.${n}`, JSON.stringify(entry), () =>
          entry.kind === "published"
            ? simulatedFromPublished(entry.model, { seed: config.seed })
            : simulatedArchetype(entry.id, { seed: config.seed }),
        ),
        since: entry.since,
        recorded: null,
      });
  warnings.push(...unusedItems(systems, recordings), ...arrangementTaken(config, systems));
  const ids = members.map(({ examinee }) => examinee.card.id);
  refuseRepeats("examinees", ids);
  const writer = grammarWriter(undefined, config.roles.wording);
  const { search, heldOut } = config.roles;
  for (const [role, named] of [
    ["search", search],
    ["heldOut", heldOut],
  ] as const)
    if (named !== "all")
      for (const id of named)
        if (!ids.includes(id)) throw unknownExaminee(`roles.${role}`, id, ids);
  const study = {
    config,
    systems,
    members,
    search: ids.filter((id) => !heldOut.includes(id) && (search === "all" || search.includes(id))),
    heldOut: [...heldOut],
    recognizer: studyRecognizer(config.roles.recognizer, {
      calls: remote,
      folder,
      systems,
      members,
    }),
    writer,
    writing: studyWriting(config, remote),
    staticItems: new Map(
      systems.map((system, n) => [
        system.id,
        fromStudy(`systems.${n}`, system.id, () => staticItems(system, recordings)),
      ]),
    ),
    labels: recordings.flatMap((recording) => recording.labels),
    calibration: await labelledReplies(config, folder),
    warnings,
    chats: remote.chats(),
    endpoints: remote.endpoints(),
    price: remote.price,
  };
  if (config.budget.rounds > 0) for (const n of systems.keys()) refuseUnsearchable(study, n);
  return study;
}

/** Items can evolve only where the writer knows the system and somebody's replies can choose. */
function refuseUnsearchable(study: Study, n: number): void {
  const system = study.systems[n];
  fromStudy(`systems.${n}`, system.id, () => study.writer.slots(system));
  if (searchPanel(study, system.id, 1).length === 0)
    throw new InputError({
      where: "study.json: roles.search",
      problem: `leaves nobody whose replies could choose items for ${system.id}`,
      arrived: null,
      fix: "add an examinee that answers new items, or set budget.rounds to 0",
    });
}

function systemOf(entry: StudyConfig["systems"][number], folder: string): ValueSystem {
  if (typeof entry === "string") return valueSystem(entry);
  const path = isAbsolute(entry.file) ? entry.file : join(folder, entry.file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new RangeError(`${path} cannot be read (${code}): check the path`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new RangeError(`${path} is not valid JSON (${(error as Error).message}): mend it`);
  }
  return parseValueSystem(data, path);
}

/** The replies that people labelled, if the study names any. */
async function labelledReplies({ roles }: StudyConfig, folder: string): Promise<RecordedRow[]> {
  if (roles.labels === undefined) return [];
  const path = isAbsolute(roles.labels) ? roles.labels : join(folder, roles.labels);
  const { rows } = await readReplies(path);
  const labelled = rows.filter(({ labels }) => labels !== null);
  if (labelled.length === 0)
    throw new InputError({
      where: "study.json: roles.labels",
      problem: "names a file without labels",
      arrived: path,
      fix: 'give each row "labels", such as { "care": 1 }',
    });
  return labelled;
}

interface Recording {
  readonly items: readonly RecordedItem[];
  readonly labels: readonly RecordedLabels[];
  readonly warnings: readonly string[];
  members(systems: readonly ValueSystem[]): Member[];
}

async function recordingOf(
  entry: Extract<ExamineeEntry, { kind: "recorded" }>,
  folder: string,
): Promise<Recording> {
  const path = isAbsolute(entry.file) ? entry.file : join(folder, entry.file);
  const file = await readReplies(path, { onBadRow: entry.onBadRow });
  const panel = recordedExaminees(file.rows);
  const often = timesRecorded(file.rows);
  return {
    items: panel.items,
    labels: panel.labels,
    warnings:
      file.bad.length === 0
        ? []
        : [
            `${entry.file}: ${file.bad.length} rows were skipped; the first is line ` +
              `${file.bad[0].line}: ${file.bad[0].problem}`,
          ],
    members: () =>
      panel.examinees.map((examinee) => ({
        examinee,
        since: Number.POSITIVE_INFINITY,
        recorded: (item) => often(examinee.card.id, item),
      })),
  };
}

/** How often an examinee answered an item, under the item's system or under none. */
function timesRecorded(rows: readonly RecordedRow[]): (examinee: string, item: Item) => number {
  const key = (examinee: string, system: SystemId | null, text: string) =>
    JSON.stringify([examinee, system, text]);
  const times = new Map<string, number>();
  for (const row of rows) {
    const name = key(row.examinee, row.system, row.item);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return (examinee, item) =>
    times.get(key(examinee, item.system, item.text)) ??
    times.get(key(examinee, null, item.text)) ??
    0;
}

/** Whether an item can count for a system: what it says to target, if anything, must be there. */
function isFor({ system: own, targets }: RecordedItem, system: ValueSystem): boolean {
  const ids = dimensionIds(system);
  return (own === null || own === system.id) && (targets?.some((id) => ids.includes(id)) ?? true);
}

function staticItems(system: ValueSystem, recordings: readonly Recording[]): Item[] {
  const given = recordings
    .flatMap((recording) => recording.items)
    .filter((item) => item.system === null || item.system === system.id);
  const known = dimensionIds(system);
  const bare = { system: system.id, round: 0, born: 0, slots: null };
  const terms = { search: null, fresh: null, heldOut: null };
  if (given.length > 0)
    return given
      .filter((item) => isFor(item, system))
      .map(({ text, targets, topic }) => ({
        ...bare,
        id: itemId(system.id, text),
        text,
        targets: targets?.filter((id) => known.includes(id)) ?? known,
        topic,
        lineage: { parent: null, operator: "given", writer: "recorded" },
        terms,
      }));
  if (recordings.length > 0) return [];
  return seedItems(system.id).map(({ text, targets, topic }) => ({
    ...bare,
    id: itemId(system.id, text),
    text,
    targets,
    topic,
    lineage: { parent: null, operator: "seed", writer: "static seeds" },
    terms,
  }));
}

/** Recorded items that the study cannot use are said, never dropped in silence. */
function unusedItems(systems: readonly ValueSystem[], recordings: readonly Recording[]): string[] {
  const items = recordings.flatMap((recording) => recording.items);
  const known = new Map(systems.map((system) => [system.id, new Set(dimensionIds(system))]));
  const foreign = items.filter((item) => item.system !== null && !known.has(item.system));
  const names = [...new Set(foreign.map((item) => item.system))].join(", ");
  const strange = items.flatMap((item) => {
    const own = item.system === null ? undefined : known.get(item.system);
    return own ? (item.targets?.filter((id) => !own.has(id)) ?? []) : [];
  });
  const lost = items.filter(
    (item) => item.system === null && !systems.some((system) => isFor(item, system)),
  );
  return [
    ...(foreign.length > 0
      ? [`${foreign.length} recorded items are for systems outside this study (${names}): left out`]
      : []),
    ...(strange.length > 0
      ? [`recorded rows name unknown dimensions (${[...new Set(strange)].join(", ")}): left out`]
      : []),
    ...(lost.length > 0
      ? [`${lost.length} recorded items target no dimension of this study: left out`]
      : []),
  ];
}

/** A divergence that knows neighbours makes do with a system that has none: that is said. */
function arrangementTaken(config: StudyConfig, systems: readonly ValueSystem[]): string[] {
  const { id, arrangement } = chosen(divergence, config.objective.divergence);
  if (!arrangement) return [];
  return systems
    .filter(({ circularOrder }) => circularOrder === null)
    .map(
      ({ id: system }) =>
        `${id} takes the dimensions of ${system} for a ${arrangement} in their listed order, ` +
        "which no theory backs",
    );
}

function refuseRepeats(where: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new InputError({
      where: `study.json: ${where}`,
      problem: "names one twice",
      arrived: twice,
      fix: "name each once",
    });
}

function unknownExaminee(where: string, id: string, ids: readonly string[]): InputError {
  return new InputError({
    where: `study.json: ${where}`,
    problem: "names an examinee that the study does not have",
    arrived: id,
    fix: `the study has: ${ids.join(", ")}`,
  });
}
