import { stream } from "../../random/stream.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import { type BenchReading, benchReaders, readsAsRefusal } from "./bench-reader.js";
import { type BenchCell, type Figures, figureNames, figuresOf } from "./figures-of.js";
import type { BenchRow, LabelledFolder } from "./labelled-folder.js";
import { type Robustness, robustness } from "./robustness.js";

/** A figure with its 95 % interval over resampled prompt groups; null where the labels cannot say. */
export interface BenchFigure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One line of the table. */
export interface BenchLine {
  readonly source: string;
  readonly system: string;
  readonly reader: string;
  /** `null`: all dimensions of the source, each counting alike. */
  readonly dimension: DimensionId | null;
  readonly rows: number;
  readonly adhering: number;
  readonly opposing: number;
  readonly figures: Readonly<Record<keyof Figures, BenchFigure | null>>;
}

/** Share of replies whose refusal the refusal head gets right, beside always saying the commoner answer. */
export interface RefusalLine {
  readonly source: string;
  readonly rows: number;
  readonly refusals: number;
  readonly accuracy: BenchFigure;
  readonly majority: number;
}

/** What a bench finds out. */
export interface Bench {
  readonly kind: "value-compass recognizer bench";
  readonly files: readonly string[];
  readonly rows: number;
  readonly withoutReply: number;
  /** Systems in the labels that do not ship, with their rows: nothing was measured there. */
  readonly unknownSystems: Readonly<Record<string, number>>;
  readonly lines: readonly BenchLine[];
  readonly refusal: readonly RefusalLine[];
  readonly robustness: readonly Robustness[];
}

const RESAMPLES = 200;

/** Measures the embedded recognizer on labelled replies, source by source. */
export async function benchLabelled(
  folder: LabelledFolder,
  systems: readonly ValueSystem[],
  say: (line: string) => void,
): Promise<Bench> {
  const unknownSystems: Record<string, number> = {};
  for (const { system } of folder.rows)
    if (!systems.some(({ id }) => id === system))
      unknownSystems[system] = (unknownSystems[system] ?? 0) + 1;
  const sources = [...new Set(folder.rows.map(({ source }) => source))].sort();
  const lines: BenchLine[] = [];
  const refusal: RefusalLine[] = [];
  const shifts: Robustness[] = [];
  for (const source of sources) {
    for (const system of systems) {
      const rows = folder.rows.filter((row) => row.source === source && row.system === system.id);
      if (rows.length === 0) continue;
      say(`${source}, ${system.id}: ${rows.length} rows`);
      lines.push(...(await sourceLines(source, system, rows)));
      shifts.push(...(await robustness(source, system, rows)));
    }
    const asked = folder.rows.filter((row) => row.source === source && row.refusal !== null);
    if (asked.length > 0) refusal.push(refusalLine(source, asked));
  }
  return {
    kind: "value-compass recognizer bench",
    files: folder.files,
    rows: folder.rows.length,
    withoutReply: folder.withoutReply,
    unknownSystems,
    lines,
    refusal,
    robustness: shifts,
  };
}

async function sourceLines(
  source: string,
  system: ValueSystem,
  rows: readonly BenchRow[],
): Promise<readonly BenchLine[]> {
  const groups = new Map<string, number>();
  for (const { group } of rows) if (!groups.has(group)) groups.set(group, groups.size);
  const found: BenchLine[] = [];
  for (const reader of benchReaders(system)) {
    const cells = new Map<DimensionId, BenchCell[]>();
    for (const row of rows) {
      const readings: Readonly<Record<DimensionId, BenchReading>> = await reader.read(
        system,
        row.response,
      );
      for (const [id, label] of Object.entries(row.labels)) {
        if (!Object.hasOwn(readings, id)) continue;
        const { adhere, oppose } = readings[id];
        const own = cells.get(id) ?? [];
        own.push({ adhere, oppose, label, group: groups.get(row.group) ?? 0 });
        cells.set(id, own);
      }
    }
    if (cells.size > 0)
      found.push(...readerLines({ source, system, reader: reader.name }, cells, groups.size));
  }
  return found;
}

function readerLines(
  { source, system, reader }: { source: string; system: ValueSystem; reader: string },
  cells: ReadonlyMap<DimensionId, readonly BenchCell[]>,
  groups: number,
): readonly BenchLine[] {
  const measured = [...cells].map(([id, own]) => ({ id, own, of: figuresOf(own, system.reading) }));
  const at = (weights: Float64Array): readonly Figures[] => {
    const each = measured.map(({ of }) => of(weights));
    return [meanFigures(each), ...each];
  };
  const whole = at(new Float64Array(groups).fill(1));
  const random = stream("recognizer bench", source, system.id, reader);
  const draws = Array.from({ length: RESAMPLES }, () => at(resampled(groups, random)));
  const ids = [null, ...measured.map(({ id }) => id)];
  return ids.map((dimension, line) => {
    const own = measured
      .filter(({ id }) => dimension === null || id === dimension)
      .flatMap((one) => one.own);
    return {
      source,
      system: system.id,
      reader,
      dimension,
      rows: own.length,
      adhering: own.filter(({ label }) => label > 0).length,
      opposing: own.filter(({ label }) => label < 0).length,
      figures: Object.fromEntries(
        figureNames.map((name) => [
          name,
          interval(
            whole[line][name],
            draws.map((draw) => draw[line][name]),
          ),
        ]),
      ) as BenchLine["figures"],
    };
  });
}

function resampled(groups: number, random: { integer(below: number): number }): Float64Array {
  const weights = new Float64Array(groups);
  for (let draw = 0; draw < groups; draw++) weights[random.integer(groups)] += 1;
  return weights;
}

/** The mean of each figure over the dimensions that have it. */
function meanFigures(each: readonly Figures[]): Figures {
  const mean = (name: keyof Figures): number => {
    const known = each.map((one) => one[name]).filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return Object.fromEntries(figureNames.map((name) => [name, mean(name)])) as unknown as Figures;
}

function interval(value: number, draws: readonly number[]): BenchFigure | null {
  if (Number.isNaN(value)) return null;
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort((one, other) => one - other);
  return {
    value,
    low: sorted[Math.floor(0.025 * sorted.length)],
    high: sorted[Math.ceil(0.975 * sorted.length) - 1],
  };
}

function refusalLine(source: string, rows: readonly BenchRow[]): RefusalLine {
  const groups = new Map<string, number>();
  for (const { group } of rows) if (!groups.has(group)) groups.set(group, groups.size);
  const right = rows.map((row) => readsAsRefusal(row.response) === row.refusal);
  const accuracy = (weights: Float64Array): number => {
    let hits = 0;
    let all = 0;
    for (const [at, { group }] of rows.entries()) {
      const weight = weights[groups.get(group) ?? 0];
      all += weight;
      if (right[at]) hits += weight;
    }
    return hits / all;
  };
  const random = stream("recognizer bench refusal", source);
  const draws = Array.from({ length: RESAMPLES }, () => accuracy(resampled(groups.size, random)));
  const value = accuracy(new Float64Array(groups.size).fill(1));
  const refusals = rows.filter(({ refusal }) => refusal === true).length;
  const share = refusals / rows.length;
  const sorted = [...draws].sort((one, other) => one - other);
  return {
    source,
    rows: rows.length,
    refusals,
    accuracy: {
      value,
      low: sorted[Math.floor(0.025 * RESAMPLES)],
      high: sorted[Math.ceil(0.975 * RESAMPLES) - 1],
    },
    majority: Math.max(share, 1 - share),
  };
}
