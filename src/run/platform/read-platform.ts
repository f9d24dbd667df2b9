import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { valueSystem } from "../../facts/value-systems.js";
import { InputError } from "../../ports/input-error.js";
import type { DimensionId, SystemId } from "../../values/value-system.js";
import { modelKey, SITE_SYSTEMS, siteDimension } from "./platform-names.js";
import {
  casesFile,
  heatmapFile,
  modelsFile,
  type SiteCase,
  scoresFile,
} from "./platform-schema.js";

/** A model as the site describes it. */
export interface PlatformModel {
  readonly id: string;
  readonly name: string;
  readonly developer: string | null;
  readonly access: string | null;
  readonly released: string | null;
}

/** One published score, on its own scale and from 0 to 1. */
export interface PlatformScore {
  readonly model: string;
  readonly system: SystemId;
  readonly dimension: DimensionId;
  readonly score: number;
  readonly scaled: number;
}

/** One published case, with where it stands. */
export interface PlatformCase extends SiteCase {
  readonly system: SystemId;
  readonly dimension: DimensionId;
  /** `Schwartz_cases.json: data[3]`. */
  readonly where: string;
}

/** One square of the site's heatmap. */
export interface PlatformSquare {
  readonly model: string;
  readonly culture: string;
  readonly rho: number;
}

/** Everything that was read from a folder of the site's files, checked against each other. */
export interface PlatformFiles {
  readonly models: readonly PlatformModel[];
  readonly scores: readonly PlatformScore[];
  readonly cases: readonly PlatformCase[];
  readonly heatmap: readonly PlatformSquare[];
  /** What must be said. */
  readonly warnings: readonly string[];
}

const MODELS = "models_info.json";
const HEATMAP = "value_sim_heatmap.json";
const NAMED = /^(.+)_(scores|cases)\.json$/;
const CHANGED = "the site may have changed its format; nothing was imported";

/**
 * Reads the files that the platform's public site serves: `models_info.json`, `<System>_scores.json`, `<System>_cases.json`
 * and, where it is there, `value_sim_heatmap.json`. Other files are left alone.
 *
 * @throws InputError naming file and place: a missing file, an unknown system or dimension, a model without a card or
 *   without scores, a score outside its scale, a changed format
 */
export function readPlatform(folder: string): PlatformFiles {
  const names = listed(folder);
  const models = readModels(folder, names);
  const files = names.flatMap((file) => {
    const [, prefix, kind] = NAMED.exec(file) ?? [];
    return prefix === undefined ? [] : [{ file, kind, system: systemOf(folder, file, prefix) }];
  });
  const of = (kind: string) => files.filter((one) => one.kind === kind);
  for (const kind of ["scores", "cases"])
    if (of(kind).length === 0)
      throw new InputError({
        where: folder,
        problem: `has no ${kind}`,
        arrived: names.join(", ") || "an empty folder",
        fix: `copy the site's data folder there: Schwartz_${kind}.json and its like`,
      });
  const scores = of("scores").flatMap(({ file, system }) =>
    readScores(join(folder, file), system, models),
  );
  const cases = of("cases").flatMap(({ file, system }) => readCases(join(folder, file), system));
  const heatmap = names.includes(HEATMAP) ? readHeatmap(join(folder, HEATMAP), models) : [];
  return { models, scores, cases, heatmap, warnings: warningsOf(models, cases, names) };
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    const arrived = `${folder} (${(error as NodeJS.ErrnoException).code})`;
    throw new InputError(
      {
        where: "import",
        problem: "names a folder that cannot be read",
        arrived,
        fix: "check the path",
      },
      { cause: error },
    );
  }
}

function systemOf(folder: string, file: string, prefix: string): SystemId {
  const system = SITE_SYSTEMS[prefix];
  if (system !== undefined) return system;
  throw new InputError({
    where: join(folder, file),
    problem: "is for a value system that is not known",
    arrived: prefix,
    fix: `known are: ${Object.keys(SITE_SYSTEMS).join(", ")}; move the file away to import the others`,
  });
}

/** Reads one file of the site and holds it to its format. */
function parsed<T>(path: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const arrived = error instanceof Error ? error.message : String(error);
    throw new InputError(
      { where: path, problem: "is not valid JSON", arrived, fix: "fetch it again" },
      { cause: error },
    );
  }
  const found = schema.safeParse(data);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new InputError({
    where: `${path}: ${placeOf(issue.path)}`,
    problem: "is not what the site serves",
    arrived: issue.message,
    fix: CHANGED,
  });
}

/** `data[3].score`. */
function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return text.join("").replace(/^\./, "") || "the file";
}

function readModels(folder: string, names: readonly string[]): PlatformModel[] {
  const path = join(folder, MODELS);
  if (!names.includes(MODELS) || !existsSync(path))
    throw new InputError({
      where: folder,
      problem: `has no ${MODELS}`,
      arrived: names.join(", ") || "an empty folder",
      fix: "copy the site's data folder there",
    });
  const models = parsed(path, modelsFile).data.map((row) => ({
    id: modelKey(row.model),
    name: row.model.trim(),
    developer: row.developer?.trim() || null,
    access: /^open/i.test(row.type ?? "") ? "open" : row.type ? "closed" : null,
    released: row["release date"]?.slice(0, 10) || null,
  }));
  refuseTwice(
    path,
    models.map(({ id }) => id),
  );
  return models;
}

function refuseTwice(where: string, ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === undefined) return;
  const fix = "leave one row of it; nothing was imported";
  throw new InputError({ where, problem: "has a model twice", arrived: twice, fix });
}

function readScores(
  path: string,
  system: SystemId,
  models: readonly PlatformModel[],
): PlatformScore[] {
  const { data } = parsed(path, scoresFile);
  refuseTwice(
    path,
    data.map(({ model }) => modelKey(String(model))),
  );
  const rows = data.flatMap((row, at) => scoreRows(row, `${path}: data[${at}]`, system));
  const scored = new Set(rows.map(({ model }) => model));
  refuseOthers(
    path,
    [...scored],
    models.map(({ id }) => id),
    `has a model without a card in ${MODELS}`,
  );
  refuseOthers(
    path,
    models.map(({ id }) => id),
    [...scored],
    `lacks a model that has a card in ${MODELS}`,
  );
  const scale = scaleOf(
    system,
    rows.map(({ score }) => score),
  );
  return rows.map(({ where, ...row }) => {
    const scaled = (row.score - scale.from) / (scale.to - scale.from);
    if (scaled >= 0 && scaled <= 1) return { ...row, scaled };
    throw new InputError({
      where,
      problem: `lies outside the scale of the other scores, ${scale.from} to ${scale.to}`,
      arrived: String(row.score),
      fix: "mend the row at the source, or leave the model out; nothing was imported",
    });
  });
}

function scoreRows(
  row: Readonly<Record<string, string | number>>,
  where: string,
  system: SystemId,
): (Omit<PlatformScore, "scaled"> & { readonly where: string })[] {
  const model = modelKey(String(row.model));
  const cells = Object.entries(row)
    .filter(([name]) => name !== "model")
    .map(([name, score]) => {
      const dimension = siteDimension(system, name);
      const place = `${where}["${name}"]`;
      if (dimension === null) throw unknownDimension(place, system, name);
      if (typeof score === "number") return { model, system, dimension, score, where: place };
      const problem = "is not a number";
      throw new InputError({ where: place, problem, arrived: score, fix: CHANGED });
    });
  const missing = valueSystem(system).dimensions.find(
    ({ id }) => !cells.some(({ dimension }) => dimension === id),
  );
  if (missing === undefined) return cells;
  const problem = `has no score on ${missing.name}`;
  throw new InputError({ where, problem, arrived: String(row.model), fix: CHANGED });
}

function unknownDimension(where: string, system: SystemId, name: string): InputError {
  const known = valueSystem(system)
    .dimensions.map((one) => one.name)
    .join(", ");
  const fix = `${system} has: ${known}; nothing was imported`;
  return new InputError({ where, problem: "names an unknown dimension", arrived: name, fix });
}

function refuseOthers(
  where: string,
  ids: readonly string[],
  known: readonly string[],
  problem: string,
): void {
  const other = ids.find((id) => !known.includes(id));
  if (other === undefined) return;
  const fix = "fetch all files of one release; nothing was imported";
  throw new InputError({ where, problem, arrived: other, fix });
}

/** Releases of January 2025 ran from 0 to 1, Schwartz from -1 to 1; later ones run from 0 to 100. */
function scaleOf(system: SystemId, scores: readonly number[]): { from: number; to: number } {
  const middle = scores.toSorted((a, b) => a - b)[scores.length >> 1];
  if (Math.abs(middle) > 1) return { from: 0, to: 100 };
  return { from: system === "schwartz" ? -1 : 0, to: 1 };
}

function readCases(path: string, system: SystemId): PlatformCase[] {
  return parsed(path, casesFile).data.map((row, at) => {
    const where = `${path}: data[${at}]`;
    const dimension = siteDimension(system, row.value);
    if (dimension === null) throw unknownDimension(`${where}.value`, system, row.value);
    if (row.prompt.trim() !== "") return { ...row, system, dimension, where };
    const problem = "is an empty prompt";
    throw new InputError({ where: `${where}.prompt`, problem, arrived: null, fix: CHANGED });
  });
}

function readHeatmap(path: string, models: readonly PlatformModel[]): PlatformSquare[] {
  const { models: rows, countries, cosine_sim_matrix: matrix } = parsed(path, heatmapFile);
  const ids = rows.map(modelKey);
  refuseOthers(
    path,
    ids,
    models.map(({ id }) => id),
    `has a model without a card in ${MODELS}`,
  );
  const wrong = matrix.findIndex((row) => row.length !== countries.length);
  if (matrix.length !== rows.length || wrong >= 0)
    throw new InputError({
      where: wrong < 0 ? path : `${path}: cosine_sim_matrix[${wrong}]`,
      problem: `must have ${rows.length} rows of ${countries.length} numbers`,
      arrived: wrong < 0 ? `${matrix.length} rows` : `${matrix[wrong].length} numbers`,
      fix: CHANGED,
    });
  return ids.flatMap((model, i) =>
    countries.map((culture, j) => ({ model, culture, rho: matrix[i][j] })),
  );
}

function warningsOf(
  models: readonly PlatformModel[],
  cases: readonly PlatformCase[],
  names: readonly string[],
): string[] {
  const known = new Set(models.map(({ id }) => id));
  const strangers = [...new Set(cases.map(({ model }) => modelKey(model)))].filter(
    (id) => !known.has(id),
  );
  const count = cases.filter(({ model }) => strangers.includes(modelKey(model))).length;
  return [
    ...(strangers.length > 0
      ? [`${count} cases are of models without a card (${strangers.join(", ")}): kept`]
      : []),
    ...(names.includes(HEATMAP) ? [] : [`there is no ${HEATMAP}: no heatmap was imported`]),
  ];
}
