/** A cell of a notebook in percent format, before it is run. */
export interface SourceCell {
  readonly kind: "markdown" | "code";
  /** Without the marks of the format, and without a line end behind the last line. */
  readonly source: string;
}

const CODE = "// %%";
const MARKDOWN = "// %% [markdown]";

/**
 * Reads a notebook in percent format: a TypeScript file in which `// %%` opens a cell of code and
 * `// %% [markdown]` a cell of words, each line of them a comment. An empty line stands before every
 * cell but the first.
 *
 * @param where  the file's name, which begins every error
 * @throws SyntaxError that names the line
 * @example
 * readPercent("// %% [markdown]\n// # Title\n\n// %%\n1 + 1;\n", "a.ts").map((cell) => cell.source); // => ["# Title", "1 + 1;"]
 * readPercent("1 + 1;\n", "a.ts"); // throws /a.ts:1: a notebook begins with/
 */
export function readPercent(text: string, where: string): SourceCell[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const refuse = (line: number, problem: string): never => {
    throw new SyntaxError(`${where}:${line + 1}: ${problem}`);
  };
  if (lines.pop() !== "") refuse(lines.length, "the last line needs a line end");
  if (!isMark(lines[0] ?? ""))
    refuse(0, `a notebook begins with "${CODE}" or "${MARKDOWN}"; got ${JSON.stringify(lines[0])}`);
  const starts = lines.flatMap((line, n) => (isMark(line) ? [n] : []));
  return starts.map((start, n) => {
    const next = starts[n + 1];
    if (next !== undefined && lines[next - 1] !== "")
      refuse(next, "an empty line stands before a cell; there is none");
    const mark = lines[start];
    if (mark !== CODE && mark !== MARKDOWN)
      refuse(start, `a cell opens with "${CODE}" or "${MARKDOWN}"; got ${JSON.stringify(mark)}`);
    const body = lines.slice(start + 1, next === undefined ? undefined : next - 1);
    if (mark === CODE) return { kind: "code", source: body.join("\n") };
    const words = body.map((line, row) => {
      if (line !== "//" && !line.startsWith("// "))
        refuse(start + 1 + row, `words are comments: begin the line with "// "; got ${line}`);
      return line.slice("// ".length);
    });
    return { kind: "markdown", source: words.join("\n") };
  });
}

/**
 * Writes cells in percent format; `readPercent` gives the same cells back.
 *
 * @throws SyntaxError for a cell that the format cannot hold
 * @example
 * writePercent([{ kind: "code", source: "1 + 1;" }]); // => "// %%\n1 + 1;\n"
 */
export function writePercent(cells: readonly SourceCell[]): string {
  return cells
    .map(({ kind, source }, n) => {
      const lines = source.split("\n");
      if (kind === "code" && lines.some(isMark))
        throw new SyntaxError(
          `cell ${n + 1}: a line of code begins with "${CODE}"; split the cell`,
        );
      const words = kind === "code" ? lines : lines.map((line) => `// ${line}`.trimEnd());
      if (kind === "markdown" && words.some(isMark))
        throw new SyntaxError(
          `cell ${n + 1}: a line of words begins with "%%", which would open a cell; reword it`,
        );
      if (kind === "markdown" && lines.some((line) => /\s$/.test(line)))
        throw new SyntaxError(`cell ${n + 1}: a line of words ends in a blank; remove it`);
      return `${[kind === "code" ? CODE : MARKDOWN, ...words].join("\n")}\n`;
    })
    .join("\n");
}

function isMark(line: string): boolean {
  return line.startsWith(CODE);
}
