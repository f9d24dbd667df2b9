import type { Board } from "../aggregation/board.js";
import { cultureRounds } from "../facts/culture-rounds.js";
import { foundationCultures } from "../facts/moral-foundations.js";
import { publishedHeatmap } from "../facts/published-heatmap.js";
import { csvLine } from "../run/csv.js";
import { writeWhole } from "../run/write-file.js";
import { EXIT } from "./exit-code.js";
import { type ReadingSourceFlags, readingSource } from "./reading-source.js";
import type { VerbContext } from "./verb-context.js";

/** What `export` can write. */
export const EXPORTS = ["scores", "heatmap", "cultures", "foundations"] as const;

/** Flags of `export`. */
export interface ExportFlags extends ReadingSourceFlags {
  readonly json?: boolean;
  readonly what: (typeof EXPORTS)[number];
  readonly out?: string;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Writes scores or facts as CSV that no spreadsheet takes for a formula, or as JSON. */
export async function exportTable(
  name: string,
  flags: ExportFlags,
  { out }: VerbContext,
): Promise<number> {
  const table = flags.what === "scores" ? await scoresOf(name, flags) : factsOf(flags.what);
  const { columns, rows } = table;
  const text = flags.json
    ? `${JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((column, k) => [column, row[k]]))))}\n`
    : `${[csvLine(columns), ...rows.map(csvLine)].join("\n")}\n`;
  if (flags.out === undefined) out(text);
  else {
    writeWhole(flags.out, text);
    out(`wrote ${rows.length} rows to ${flags.out}\n`);
  }
  return EXIT.done;
}

async function scoresOf(name: string, flags: ReadingSourceFlags): Promise<Table> {
  const { board, source } = await readingSource(name, flags);
  return {
    columns: ["examinee", "name", "system", "dimension", "score", "flag", "source"],
    rows: board.rows.flatMap((row: Board["rows"][number]) =>
      board.dimensions.map(({ system, dimension }, k) => [
        row.id,
        row.name,
        system,
        dimension,
        row.scores[k],
        row.flag,
        source,
      ]),
    ),
  };
}

function factsOf(what: Exclude<ExportFlags["what"], "scores">): Table {
  if (what === "heatmap") return heatmapTable();
  return what === "foundations" ? foundationsTable() : culturesTable();
}

function heatmapTable(): Table {
  const snapshots = ["2025-01-07", "2025-03-04", "2025-05-26"] as const;
  return {
    columns: ["snapshot", "model", "culture", "rho", "scores", "hedonism"],
    rows: snapshots
      .map((snapshot) => publishedHeatmap(snapshot))
      .flatMap(({ snapshot, version, hedonism, cells }) =>
        cells.map(({ model, culture, rho }) => [snapshot, model, culture, rho, version, hedonism]),
      ),
  };
}

function foundationsTable(): Table {
  const facts = [...foundationCultures("MFQ-30"), ...foundationCultures("MFQ-2")];
  const about = ["country", "name", "instrument", "year", "respondents"];
  return {
    columns: [...about, "foundation", "mean", "error", "licence"],
    rows: facts.flatMap(
      ({ id, name, instrument, year, respondents, profile, standardErrors, licence }) =>
        Object.entries(profile).map(([foundation, mean]) => [
          ...[id, name, instrument, year, respondents],
          ...[foundation, mean, standardErrors?.[foundation] ?? null, licence],
        ]),
    ),
  };
}

function culturesTable(): Table {
  const about = ["country", "name", "survey", "round", "year", "respondents"];
  return {
    columns: [...about, "value", "mean", "error", "licence"],
    rows: cultureRounds().flatMap(
      ({ id, name, survey, round, year, respondents, profile, standardErrors, licence }) =>
        Object.entries(profile).map(([value, mean]) => [
          ...[id, name, survey, round, year, respondents],
          ...[value, mean, standardErrors?.[value] ?? null, licence],
        ]),
    ),
  };
}
