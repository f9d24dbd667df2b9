/** What the line magics are, and how each is written in TypeScript. */
const MAGICS: Readonly<Record<string, { readonly about: string; write(rest: string): string }>> = {
  lsmagic: {
    about: "lists the magics",
    write: () => `console.log(${JSON.stringify(list())});`,
  },
  plotly: {
    about: "puts plotly.js into the page, so that figures answer to the pointer",
    write: () => `require("value-compass").loadPlotly();`,
  },
  time: {
    about: "runs the rest of the line and prints how long it took",
    write: (rest) =>
      // Behind a parenthesis TypeScript would read await as the name of a function.
      `{ const began = performance.now(); const done = ${rest.replace(/;\s*$/, "")}; await done; ` +
      'console.log("took " + (performance.now() - began).toFixed(1) + " ms"); }',
  },
};

function list(): string {
  return Object.entries(MAGICS)
    .map(([name, { about }]) => `%${name}: ${about}`)
    .join("\n");
}

/** The top of a cell: blank lines, comments and magics. */
const TOP = /^\s*(\/\/.*)?$/;

/**
 * Rewrites the line magics at the top of a cell, each to one line, so that all lines keep their number.
 * They are sugar for the keyboard: no compiler, linter or stock kernel reads them.
 *
 * @throws SyntaxError for a magic that does not exist
 * @example
 * rewriteMagics("%plotly\n1 + 1"); // => "require(\"value-compass\").loadPlotly();\n1 + 1"
 * rewriteMagics("const a = 7\n%2"); // => "const a = 7\n%2"
 * rewriteMagics("%matplotlib inline"); // throws /%matplotlib is no magic.*%lsmagic/
 */
export function rewriteMagics(source: string): string {
  if (!source.includes("%")) return source;
  const lines = source.split("\n");
  for (const [n, line] of lines.entries()) {
    const [, name, rest] = /^%(\w+)[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      if (!TOP.test(line)) break;
      continue;
    }
    const magic = Object.hasOwn(MAGICS, name) ? MAGICS[name] : undefined;
    if (magic === undefined)
      throw new SyntaxError(`%${name} is no magic here; %lsmagic lists those that there are`);
    if (name === "time" && rest.trim() === "")
      throw new SyntaxError("%time runs the rest of its line, and there is none");
    lines[n] = magic.write(rest);
  }
  return lines.join("\n");
}
