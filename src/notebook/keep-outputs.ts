import type { CellOutput } from "./notebook-document.js";
import { isUnkept } from "./unkept.js";

/** A larger output does not belong into a repository. */
const LARGEST_BYTES = 100_000;

/**
 * The outputs that a notebook file keeps: those marked as not to keep are dropped, and of those above
 * 100 kB only a line is left that says so. Of a widget its text is kept: its state lives in a kernel.
 */
export function keepOutputs(outputs: readonly CellOutput[]): CellOutput[] {
  return outputs.flatMap((output): CellOutput[] => {
    if ("metadata" in output && isUnkept(output.metadata)) return [];
    const kept = withoutWidget(output);
    const bytes = Buffer.byteLength(JSON.stringify(kept));
    if (bytes <= LARGEST_BYTES) return [kept];
    const text = `(an output of ${Math.round(bytes / 1000)} kB is not kept in this file; run the cell)\n`;
    return [{ kind: "stream", name: "stdout", text }];
  });
}

const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

function withoutWidget(output: CellOutput): CellOutput {
  if (!("data" in output) || !(WIDGET_VIEW in output.data)) return output;
  const { [WIDGET_VIEW]: _, ...data } = output.data;
  return { ...output, data };
}
