import { inspect } from "node:util";
import type { Json } from "../figures/figure.js";
import { cutCells } from "./cut-cells.js";
import { visibleControls } from "./visible-controls.js";

/** One result in several forms, by MIME type. */
export type RichResult = Readonly<Record<string, Json>>;

/** What a class implements to say how a notebook shows its values. */
export const JUPYTER_DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** As many levels as a reader takes in; tslab and Node print as many. */
const DEPTH = 3;

/**
 * How a value is shown as the result of a cell: as it says itself through `Symbol.for("Jupyter.display")`,
 * as a Plotly drawing where it has `data` and `layout`, as a table where it is a data frame, else as
 * Node prints it.
 */
export async function richResult(value: unknown): Promise<RichResult> {
  const plain = { "text/plain": plainText(value) };
  if (typeof value !== "object" || value === null) return plain;
  const display = Reflect.get(value, JUPYTER_DISPLAY);
  if (typeof display === "function") {
    const bundle: unknown = await display.call(value);
    if (isBundle(bundle)) return "text/plain" in bundle ? bundle : { ...plain, ...bundle };
    return plain;
  }
  const { data, layout } = value as { data?: unknown; layout?: unknown };
  if (Array.isArray(data) && typeof layout === "object" && layout !== null) {
    const drawing = JSON.parse(JSON.stringify({ data, layout }));
    return { ...plain, "application/vnd.plotly.v1+json": drawing };
  }
  const frame = frameTable(value);
  return frame === null ? plain : { ...plain, ...frame };
}

/** As Node prints a value, without colours. */
export function plainText(value: unknown): string {
  return typeof value === "string" ? inspect(value) : inspect(value, { depth: DEPTH });
}

function isBundle(value: unknown): value is RichResult {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many rows of a frame are shown. */
const ROWS = 30;

/** A danfojs frame: it prints its insides and has no picture of its own. */
function frameTable(value: object): RichResult | null {
  const { $data, $columns } = value as { $data?: unknown; $columns?: unknown };
  if (!Array.isArray($data) || !Array.isArray($columns) || !$data.every(Array.isArray)) return null;
  const data = $data.slice(0, ROWS) as readonly (readonly unknown[])[];
  const [names, ...rows] = cutCells([
    $columns.map(String),
    ...data.map((row) => row.map((cell) => String(cell ?? "-"))),
  ]);
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const more = $data.length > ROWS ? `and ${$data.length - ROWS} more rows` : "";
  const html = `<table>${row(names, "th")}${rows.map((one) => row(one, "td")).join("")}</table>${more}`;
  const lines = [names, ...rows].map((cells) => cells.join("  "));
  const text = [...lines, ...(more ? [more] : [])].join("\n");
  return { "text/html": html, "text/plain": visibleControls(text) };
}

function escaped(cell: string): string {
  const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return cell.replace(/[&<>]/g, (mark) => marks[mark]);
}
