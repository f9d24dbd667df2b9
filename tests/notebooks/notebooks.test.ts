import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { firstDifference } from "../../src/notebook/first-difference.js";
import { readPercent } from "../../src/notebook/percent-notebook.js";
import { runNotebook } from "../../src/notebook/run-notebook.js";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .sort();

interface Committed {
  readonly cells: readonly {
    readonly cell_type: "markdown" | "code";
    readonly source: readonly string[];
    readonly outputs?: readonly {
      readonly output_type: string;
      readonly name?: string;
      readonly text?: readonly string[];
      readonly data?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

const textOf = (name: string, ending: "ts" | "ipynb") =>
  readFileSync(join(folder, `${name}.${ending}`), "utf8");
const committed = (name: string): Committed => JSON.parse(textOf(name, "ipynb"));
const joined = (value: unknown) => (Array.isArray(value) ? value.join("") : String(value));

test("every notebook that is executed has a source, and the other way round", () => {
  const executed = readdirSync(folder).filter((file) => file.endsWith(".ipynb"));
  expect(executed.sort()).toEqual(names.map((name) => `${name}.ipynb`));
});

describe.each(names)("the committed %s", (name) => {
  const { cells } = committed(name);
  const outputs = cells.flatMap((cell) => cell.outputs ?? []);

  test("holds the cells of its source, word for word", () => {
    const source = readPercent(textOf(name, "ts"), name);
    const kept = cells.map((cell) => ({ kind: cell.cell_type, source: cell.source.join("") }));
    expect(kept).toEqual(source);
  });

  test("is small, and says that what is simulated is simulated", () => {
    expect(Buffer.byteLength(textOf(name, "ipynb"))).toBeLessThan(500_000);
    expect(cells[0].source.join("")).toMatch(/^# /);
    expect(textOf(name, "ts").slice(0, 1500)).toMatch(/simulated/);
    expect(textOf(name, "ts")).toMatch(/no\s+(\/\/ )?evidence|nothing\s+(\/\/ )?about real models/);
  });

  test("shows no failure, no path, no clock and no key", () => {
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
    expect(outputs.filter((output) => output.name === "stderr")).toEqual([]);
    const shown = JSON.stringify(outputs).replace(/base64,[A-Za-z0-9+/=]+/g, "");
    expect(shown).not.toMatch(/\/(home|root|tmp|Users|work)\/|[A-Z]:\\\\/);
    expect(shown).not.toMatch(/\b20\d\d-\d\d-\d\d[T ]\d\d:\d\d|\b\d\d:\d\d:\d\d\b/);
    expect(shown).not.toMatch(/\b(sk|hf)[-_][A-Za-z0-9]{16}/);
  });

  test("has words for every output, a text for every picture, and keeps what it shows", () => {
    for (const { data, text } of outputs) {
      if (data) expect(joined(data["text/plain"]).trim()).not.toBe("");
      for (const [tag] of joined(data?.["text/html"] ?? "").matchAll(/<img [^>]{0,300}/g))
        expect(tag).toMatch(/alt="[^"]{10,}"/);
      expect(joined(text ?? "")).not.toContain("is not kept in this file");
    }
  });
});

// The tour has a test of its own, and nbclient runs another notebook; all of them are run here with VALUE_COMPASS_FULL.
const full = process.env.VALUE_COMPASS_FULL === "1";
const others = names.filter((name) => name !== "00-tour");

test.skipIf(!full).each(others)(
  "%s runs on the stock kernel and shows what is committed",
  async (name) => {
    const { ipynb } = await runNotebook(join(folder, `${name}.ts`), textOf(name, "ts"));
    // On a difference: npm run notebooks, look at it, commit it.
    expect(firstDifference(textOf(name, "ipynb"), ipynb)).toBe("");
  },
);

test.runIf(full)("a changed alpha in a source is noticed", async () => {
  const name = "04-evolving-rounds";
  const source = textOf(name, "ts");
  const changed = source.replace("  alpha: 0.5,", "  alpha: 0.9,");
  expect(changed).not.toBe(source);
  const { cells } = await runNotebook(join(folder, `${name}.ts`), changed);
  const before = committed(name).cells.flatMap((cell) => cell.outputs ?? []);
  const texts = cells.flatMap((cell) =>
    cell.outputs.map((one) => ("data" in one ? one.data["text/plain"] : "text" in one && one.text)),
  );
  expect(texts).toHaveLength(before.length);
  expect(texts).not.toEqual(before.map(({ text, data }) => joined(text ?? data?.["text/plain"])));
});
