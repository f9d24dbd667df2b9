import type { ValueSystem } from "../../values/value-system.js";
import { readData } from "../assets.js";
import { type BankWeights, HeadBank } from "../head-bank.js";
import { combineSentences } from "../reply-reader.js";
import { type ReaderAssets, SystemReader } from "../system-reader.js";
import { tokens } from "../text/tokens.js";
import type { JudgementFile } from "./authored-rows.js";
import type { BankRecipe } from "./bank-recipe.js";
import { type CrossFit, FOLDS } from "./cross-fit.js";
import { type FloorFigure, floorFigures } from "./floor-figures.js";
import type { LabelledRow } from "./labelled-row.js";
import { type FoldReading, foldReadings } from "./reading-skill.js";
import { type Scored, type Skill, skill } from "./skill.js";
import type { VoiceComparison } from "./voice-skill.js";

/** A bank with all that its training left behind. */
export interface TrainedBank {
  readonly recipe: BankRecipe;
  readonly rows: readonly LabelledRow[];
  readonly cross: CrossFit;
  readonly weights: BankWeights;
}

/** A skill with what it is the skill of. */
export interface NamedSkill extends Skill {
  readonly of: string;
}

/** data/recognizer/metrics.json. */
export interface RecognizerMetrics {
  readonly kind: "value-compass recognizer metrics";
  readonly how: string;
  /** Calibrated heads, on the texts they were trained for. */
  readonly heads: readonly NamedSkill[];
  /** The unsafe head by source. */
  readonly safetyBySet: readonly NamedSkill[];
  /** Share of XSTest replies whose refusal the head gets right at probability one half. */
  readonly refusalAccuracy: number;
  /** Figures that a floor is set for, of calibrated heads out of fold. */
  readonly floors: readonly FloorFigure[];
  /** What the recognizer itself says (sentences, competition, sign). */
  readonly reading: readonly NamedSkill[];
  /** Our own sentences: dimension and sign, on the half not looked at while setting cues. */
  readonly authored: readonly NamedSkill[];
  /** Each voice of data/authored/, read by hand-set weights alone and by a model that never heard it. */
  readonly voices: readonly VoiceComparison[];
}

/** Values need this many positive rows before a figure of theirs is reported. */
const FEWEST_POSITIVES = 60;

/** Opposing replies are rare in the labels: a sign figure needs this many. */
const FEWEST_OPPOSED = 40;

/** Measures heads, the full reading and the sign; everything out of fold. */
export function measure(
  trained: readonly TrainedBank[],
  untrained: Omit<ReaderAssets, "banks">,
  authoredBanks: readonly BankWeights[],
  systems: readonly ValueSystem[],
): Omit<RecognizerMetrics, "voices"> {
  const heads = trained.flatMap(headSkills);
  const by = (name: string): TrainedBank => {
    const bank = trained.find(({ recipe }) => recipe.name === name);
    if (bank === undefined) throw new Error(`no bank was trained under the name ${name}`);
    return bank;
  };
  const system = (id: string): ValueSystem => {
    const found = systems.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no value system ${id} was given`);
    return found;
  };
  const schwartzFolds = [by("fulcra").cross.banks, by("valueeval").cross.banks];
  // Authored sentences hold no labelled row, so that every fold may use what they taught.
  const unseen = authoredBanks.map((bank) => Array.from({ length: FOLDS }, () => bank));
  const read = (id: string, bank: string, folds: readonly (readonly BankWeights[])[]) =>
    foldReadings(system(id), by(bank).rows, untrained, [...folds, ...unseen]);
  const fulcra = read("schwartz", "fulcra", schwartzFolds);
  const reading = [
    ...presenceSkills("fulcra", system("schwartz"), fulcra),
    ...signSkills("fulcra", system("schwartz"), fulcra),
    ...presenceSkills(
      "valueeval",
      system("schwartz"),
      read("schwartz", "valueeval", schwartzFolds),
    ),
    ...presenceSkills("mfrc", system("mft"), read("mft", "mfrc", [by("mfrc").cross.banks])),
    unsafeSkill(read("safety", "safety", [by("safety").cross.banks, by("refusal").cross.banks])),
  ];
  const safetyBySet = unsafeBySet(by("safety"));
  const refusalAccuracy = accuracy(by("refusal"));
  const all = [...trained.map(({ weights }) => weights), ...authoredBanks];
  const banks = new Map(all.map((weights) => [weights.name, new HeadBank(weights)]));
  const authored = systems.flatMap((one) => authoredSkills(one, { ...untrained, banks }));
  return {
    kind: "value-compass recognizer metrics",
    how: "five folds by prompt group; intervals from 500 resamples of groups; nats",
    heads,
    safetyBySet,
    refusalAccuracy,
    floors: floorFigures(trained),
    reading,
    authored,
  };
}

/** Metrics as lines for a person. */
export function metricsLines(metrics: RecognizerMetrics): readonly string[] {
  const { heads, safetyBySet, floors, reading, authored, refusalAccuracy } = metrics;
  return [
    ...[...heads, ...safetyBySet, ...reading, ...authored].map(line),
    `refusal accuracy ${refusalAccuracy.toFixed(3)}`,
    ...floors.map(({ of, value, low, high }) =>
      [of.padEnd(42), ...[value, low, high].map((one) => one.toFixed(3))].join(" "),
    ),
  ];
}

function headSkills({ recipe, rows, cross }: TrainedBank): readonly NamedSkill[] {
  return recipe.heads.flatMap(({ name, label }, head) => {
    const scored = rows.flatMap((row, at) => {
      const positive = label(row);
      if (positive === null) return [];
      const probability = cross.probabilities[at][head];
      return [{ score: cross.scores[at][head], probability, positive, group: row.group }];
    });
    return named(`${recipe.name} head ${name}`, scored);
  });
}

function unsafeBySet({ recipe, rows, cross }: TrainedBank): readonly NamedSkill[] {
  return [...new Set(rows.map((row) => row.source))].flatMap((source) =>
    named(
      `unsafe head on ${source}`,
      rows.flatMap((row, at) => {
        if (row.source !== source) return [];
        const positive = recipe.heads[0].label(row) === true;
        const probability = cross.probabilities[at][0];
        return [{ score: cross.scores[at][0], probability, positive, group: row.group }];
      }),
    ),
  );
}

function accuracy({ recipe, rows, cross }: TrainedBank): number {
  const right = rows.filter(
    (row, at) => recipe.heads[0].label(row) === cross.probabilities[at][0] >= 0.5,
  );
  return right.length / rows.length;
}

function presenceSkills(
  source: string,
  system: ValueSystem,
  readings: readonly FoldReading[],
): readonly NamedSkill[] {
  return system.dimensions.flatMap(({ id }, at) =>
    named(
      `${source} reading ${id}`,
      readings.flatMap(({ row, adhere, oppose }) => {
        if (!(id in row.labels)) return [];
        const score = adhere[at] + oppose[at];
        return [{ score, probability: score, positive: row.labels[id] !== 0, group: row.group }];
      }),
    ),
  );
}

/** Opposing against adhering: over all labelled pairs of reply and value, and where a value has enough. */
function signSkills(
  source: string,
  system: ValueSystem,
  readings: readonly FoldReading[],
): readonly NamedSkill[] {
  const byValue = system.dimensions.map(({ id }, at) =>
    readings.flatMap(({ row, adhere, oppose }) => {
      if ((row.labels[id] ?? 0) === 0) return [];
      const score = oppose[at] / (adhere[at] + oppose[at] + 1e-9);
      return [{ score, probability: score, positive: row.labels[id] < 0, group: row.group }];
    }),
  );
  return [
    ...named(`${source} reading sign`, byValue.flat(), FEWEST_OPPOSED),
    ...system.dimensions.flatMap(({ id }, at) =>
      named(`${source} reading sign ${id}`, byValue[at], FEWEST_OPPOSED),
    ),
  ];
}

/** Any domain opposed, against rows labelled unsafe. */
function unsafeSkill(readings: readonly FoldReading[]): NamedSkill {
  const scored = readings.map(({ row, oppose }) => {
    const score = Math.max(...oppose);
    const positive = Object.values(row.labels).some((label) => label < 0);
    return { score, probability: score, positive, group: row.group };
  });
  return { of: "safety reading unsafe", ...skill("safety reading unsafe", scored) };
}

/** Which dimension, and which side, of the authored sentences; each sentence is its own group. */
function authoredSkills(system: ValueSystem, assets: ReaderAssets): readonly NamedSkill[] {
  const { sentences } = readData<JudgementFile>("recognizer/authored-signs.json");
  const own = sentences.filter((one) => one.system === system.id && one.part === "check");
  const reader = new SystemReader(system, assets);
  const ids = system.dimensions.map(({ id }) => id);
  const signs = own.map(({ text, dimension, sign }) => {
    const at = ids.indexOf(dimension);
    const { adhere, oppose } = combineSentences(
      [reader.read(text)],
      at,
      reader.tilt(tokens(text)),
      reader.curve,
    );
    const score = oppose / (adhere + oppose + 1e-9);
    return { score, probability: score, positive: sign < 0, group: text };
  });
  const which = own.flatMap(({ text, dimension }) => {
    const { presence } = reader.read(text);
    return ids.map((id, at) => ({
      score: presence[at],
      probability: presence[at],
      positive: id === dimension,
      group: text,
    }));
  });
  return [
    { of: `authored ${system.id} sign`, ...skill(`authored sign ${system.id}`, signs) },
    { of: `authored ${system.id} dimension`, ...skill(`authored which ${system.id}`, which) },
  ];
}

function named(
  of: string,
  scored: readonly Scored[],
  fewest = FEWEST_POSITIVES,
): readonly NamedSkill[] {
  if (scored.filter((row) => row.positive).length < fewest) return [];
  return [{ of, ...skill(of, scored) }];
}

function line({ of, rows, positives, auroc, low, high, logLoss, baseline }: NamedSkill): string {
  const number = (value: number): string => value.toFixed(3);
  return (
    `${of.padEnd(42)} ${positives}/${rows}  auroc ${number(auroc)} ` +
    `[${number(low)}, ${number(high)}]  log-loss ${number(logLoss)} (baseline ${number(baseline)})`
  );
}
