import type { Json } from "../figures/figure.js";

/** One output of a code cell, as nbformat 4.5 keeps it; text is kept whole, not in lines. */
export type CellOutput =
  | { readonly kind: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      /** What a cell shows on its way, or what its last expression gives. */
      readonly kind: "display" | "result";
      readonly data: Readonly<Record<string, Json>>;
      readonly metadata: Readonly<Record<string, Json>>;
    }
  | {
      readonly kind: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** A cell of a notebook: words or code, and what running it gave. */
export interface NotebookCell {
  readonly kind: "markdown" | "code";
  readonly source: string;
  readonly outputs: readonly CellOutput[];
}

/**
 * A notebook as the text of an .ipynb file (nbformat 4.5). The same cells always give the same
 * text: ids count the cells, and nothing in it knows a clock.
 */
export function writeNotebook(cells: readonly NotebookCell[]): string {
  let run = 0;
  const document = {
    cells: cells.map(({ kind, source, outputs }, n) => {
      const cell = { cell_type: kind, id: `cell-${n + 1}`, metadata: {}, source: lines(source) };
      if (kind === "markdown") return cell;
      run++;
      return {
        ...cell,
        execution_count: run,
        outputs: outputs.map((output) => outputOf(output, run)),
      };
    }),
    metadata: {
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: {
        file_extension: ".ts",
        mimetype: "text/typescript",
        name: "typescript",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function outputOf(output: CellOutput, run: number): object {
  if (output.kind === "stream")
    return { name: output.name, output_type: "stream", text: lines(output.text) };
  if (output.kind === "error") {
    const { ename, evalue, traceback } = output;
    return { ename, evalue, output_type: "error", traceback };
  }
  const data = Object.keys(output.data)
    .sort()
    .map((type) => {
      const value = output.data[type];
      return [type, typeof value === "string" && !isBinary(type) ? lines(value) : value] as const;
    });
  const shown = { data: Object.fromEntries(data), metadata: output.metadata };
  if (output.kind === "display") return { ...shown, output_type: "display_data" };
  return { ...shown, execution_count: run, output_type: "execute_result" };
}

/** Pictures other than SVG are base64 text, which is one line. */
function isBinary(type: string): boolean {
  return /^(image|audio|video)\//.test(type) && type !== "image/svg+xml";
}

/** nbformat keeps text as lines, each with its end. */
function lines(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
