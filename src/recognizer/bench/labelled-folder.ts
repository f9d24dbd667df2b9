import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { InputError } from "../../ports/input-error.js";

/** One labelled reply of a folder: what a bench needs of the rows of shared/data/recognition. */
export interface BenchRow {
  readonly id: string;
  readonly response: string;
  readonly prompt: string;
  readonly system: string;
  readonly labels: Readonly<Record<string, -1 | 0 | 1>>;
  readonly source: string;
  readonly group: string;
  /** Whether people called the reply a full refusal; `null` where nobody was asked. */
  readonly refusal: boolean | null;
}

/** The labelled rows of a folder, and what was left out. */
export interface LabelledFolder {
  readonly files: readonly string[];
  readonly rows: readonly BenchRow[];
  /** Rows that hold no reply with labels, such as pairs of replies. */
  readonly withoutReply: number;
}

const NAMES = /\.jsonl(\.gz)?$/;

/**
 * Reads every `.jsonl` and `.jsonl.gz` file of a folder: one JSON object a line with `response`, `system`,
 * `labels` ({dimension: -1, 0 or 1}) and, if there are any, `prompt`, `source`, `group`, `id` and `meta.refusal`.
 *
 * @throws InputError when there is no such folder, no such file in it, no labelled reply, or a line that cannot be read
 */
export function readLabelledFolder(folder: string): LabelledFolder {
  const files = listFiles(folder);
  let withoutReply = 0;
  const rows = files.flatMap((file) =>
    readText(folder, file).flatMap((line, at) => {
      const row = benchRow(line, join(folder, file), at + 1);
      if (row === null) withoutReply += 1;
      return row === null ? [] : [row];
    }),
  );
  if (rows.length === 0)
    throw new InputError({
      where: folder,
      problem: "holds no labelled reply",
      arrived: `${withoutReply} rows without response and labels`,
      fix: "each line needs response, system and labels",
    });
  return { files, rows, withoutReply };
}

function listFiles(folder: string): readonly string[] {
  const fix = "give a folder of .jsonl or .jsonl.gz files of labelled replies";
  if (!existsSync(folder))
    throw new InputError({ where: folder, problem: "does not exist", arrived: null, fix });
  if (!statSync(folder).isDirectory())
    throw new InputError({ where: folder, problem: "must be a folder", arrived: "a file", fix });
  const files = readdirSync(folder)
    .filter((name) => NAMES.test(name))
    .sort();
  if (files.length === 0)
    throw new InputError({ where: folder, problem: "holds no labelled file", arrived: null, fix });
  return files;
}

function readText(folder: string, file: string): readonly string[] {
  const path = join(folder, file);
  try {
    const bytes = readFileSync(path);
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return text.split("\n").filter((line) => line.trim() !== "");
  } catch (error) {
    throw new InputError(
      {
        where: path,
        problem: "cannot be read",
        arrived: (error as Error).message,
        fix: "copy the file anew",
      },
      { cause: error },
    );
  }
}

function benchRow(line: string, path: string, number: number): BenchRow | null {
  const where = `${path}: line ${number}`;
  const fail = (problem: string, arrived: unknown, fix: string): never => {
    throw new InputError({ where, problem, arrived: JSON.stringify(arrived) ?? null, fix });
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail("is not JSON", line.slice(0, 40), "write one JSON object a line");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail("must be an object", value, "write one JSON object a line");
  const row = value as Readonly<Record<string, unknown>>;
  if (row.response === undefined || row.labels === undefined) return null;
  if (typeof row.response !== "string")
    return fail("response must be text", row.response, "quote it");
  if (typeof row.system !== "string")
    return fail("system must be text", row.system, "name a value system such as schwartz");
  if (typeof row.labels !== "object" || row.labels === null)
    return fail("labels must be an object", row.labels, 'write {"security": 1}');
  for (const label of Object.values(row.labels))
    if (label !== -1 && label !== 0 && label !== 1)
      fail("labels must be -1, 0 or 1", label, "leave out what was not judged");
  const text = (name: string, otherwise: string): string =>
    typeof row[name] === "string" ? row[name] : otherwise;
  const meta = (row.meta ?? {}) as Readonly<Record<string, unknown>>;
  const prompt = text("prompt", "");
  return {
    id: text("id", where),
    response: row.response.replaceAll("&#039;", "'").replaceAll("&amp;", "&"),
    prompt,
    system: row.system,
    labels: { ...row.labels } as BenchRow["labels"],
    source: text("source", path),
    group: text("group", prompt === "" ? row.response : prompt),
    refusal: typeof meta.refusal === "string" ? meta.refusal === "full" : null,
  };
}
