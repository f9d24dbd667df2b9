import ts from "typescript";

/** One `@example` block of a doc comment. */
export interface Example {
  /** Line of the file on which the block begins, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The `@example` blocks of a source text, in order. */
export function examplesIn(text: string): readonly Example[] {
  const examples: Example[] = [];
  for (const { 0: comment, index } of text.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)) {
    const firstLine = text.slice(0, index).split("\n").length;
    const lines = comment.split("\n").map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*) ?/, ""));
    let open: string[] | null = null;
    for (const [offset, raw] of lines.entries()) {
      const line = raw.replace(/\s*\*\/\s*$/, "");
      if (line.startsWith("@")) open = null;
      if (line.startsWith("@example")) {
        open = [];
        const code = open;
        examples.push({
          line: firstLine + offset,
          get code() {
            return code.join("\n");
          },
        });
      } else open?.push(line);
    }
  }
  return examples;
}

type Scope = Readonly<Record<string, unknown>>;

const EXPECTATION =
  /^\/\/ (?:=> (?<value>.*?)(?: \(± (?<tolerance>[\d.e+-]+)\))?|throws \/(?<error>.*)\/)$/;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/**
 * Runs one example with names in scope, statement by statement: `expr; // => value` compares (numbers
 * within `(± tolerance)`), `expr; // throws /pattern/` must throw, all else runs for its effect.
 *
 * @returns how many expectations were checked
 * @throws Error that says which statement gave what
 */
export async function runExample(code: string, scope: Scope): Promise<number> {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  let checked = 0;
  const body = file.statements.map((statement) => {
    const text = statement.getText(file);
    const comment = ts
      .getTrailingCommentRanges(code, statement.end)
      ?.map(({ pos, end }) => code.slice(pos, end))
      .find((candidate) => EXPECTATION.test(candidate));
    const groups = comment?.match(EXPECTATION)?.groups;
    if (groups === undefined) return text;
    checked += 1;
    const source = JSON.stringify(text);
    if (groups.error !== undefined)
      return `await __throws(${source}, async () => { ${text} }, ${JSON.stringify(groups.error)});`;
    if (!ts.isExpressionStatement(statement)) throw new Error(`not an expression: ${text}`);
    const expression = statement.expression.getText(file);
    const tolerance = groups.tolerance ?? "0";
    return `__same(${source}, await (${expression}), (${groups.value}), ${tolerance});`;
  });
  const expectations = code.split("\n").filter((line) => /\/\/ (=>|throws)/.test(line)).length;
  if (expectations !== checked)
    throw new Error(
      `${expectations} expectations written, ${checked} understood; write each behind its statement`,
    );
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const script = ts.transpile(body.join("\n"), options);
  const inScope = { ...scope, __same: expectSame, __throws: expectThrows };
  await new AsyncFunction(...Object.keys(inScope), `{\n${script}\n}`)(...Object.values(inScope));
  return checked;
}

function expectSame(source: string, got: unknown, expected: unknown, tolerance: number): void {
  if (!isSame(got, expected, tolerance))
    throw new Error(`${source} gave ${shown(got)}, the example says ${shown(expected)}`);
}

async function expectThrows(
  source: string,
  run: () => Promise<unknown>,
  pattern: string,
): Promise<void> {
  let message: string;
  try {
    await run();
  } catch (error) {
    if (error instanceof ReferenceError) throw error;
    message = error instanceof Error ? error.message : String(error);
    if (new RegExp(pattern).test(message)) return;
    throw new Error(`${source} threw "${message}", the example says /${pattern}/`);
  }
  throw new Error(`${source} threw nothing, the example says /${pattern}/`);
}

/** Equality of what two values hold: lists of any kind by entry, objects by key, numbers within. */
function isSame(got: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof got === "number" && typeof expected === "number")
    return Object.is(got, expected) || Math.abs(got - expected) <= tolerance;
  if (typeof got !== "object" || typeof expected !== "object") return Object.is(got, expected);
  if (got === null || expected === null) return got === expected;
  if (isList(got) !== isList(expected)) return false;
  if (
    got instanceof Map ||
    got instanceof Set ||
    expected instanceof Map ||
    expected instanceof Set
  )
    return (
      got.constructor === expected.constructor &&
      isSame([...(got as Set<unknown>)], [...(expected as Set<unknown>)], tolerance)
    );
  const gotFields = definedFields(got);
  const expectedFields = definedFields(expected);
  return (
    gotFields.size === expectedFields.size &&
    [...expectedFields].every(
      ([key, value]) => gotFields.has(key) && isSame(gotFields.get(key), value, tolerance),
    )
  );
}

function isList(value: object): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function definedFields(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
}

function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_, entry) =>
      typeof entry === "number" && !Number.isFinite(entry) ? String(entry) : entry,
    ) ?? String(value)
  );
}
