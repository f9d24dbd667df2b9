import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { examineKernel, nodeFinding } from "../../src/kernel/doctor.js";
import { installSpec, specFolder, userDataFolder } from "../../src/kernel/kernel-spec.js";
import { cli } from "../cli/in-process.js";
import { root } from "./optional-part.js";

const folder = mkdtempSync(join(tmpdir(), "value-compass-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("kernel", () => {
  const prefix = join(folder, "prefix");
  const spec = join(prefix, "share/jupyter/kernels/value-compass");

  test("install writes a kernel.json that names this Node.js and this copy", async () => {
    const { code, out } = await cli("kernel", "install", "--prefix", prefix, "--json");
    expect([code, JSON.parse(out)]).toEqual([0, { kernel: "value-compass", folder: spec }]);
    const { argv, language } = JSON.parse(readFileSync(join(spec, "kernel.json"), "utf8"));
    expect(language).toBe("typescript");
    expect([argv[0], argv[2]]).toEqual([process.execPath, "{connection_file}"]);
    expect(existsSync(argv[1])).toBe(true);
  });

  test("doctor finds all of that, starts the kernel, and says that nothing is wrong", async () => {
    const { code, out } = await cli("kernel", "doctor", "--prefix", prefix, "--json");
    const { healthy, findings } = JSON.parse(out);
    expect(findings.filter(({ state }: { state: string }) => state === "bad")).toEqual([]);
    expect([code, healthy]).toEqual([0, true]);
    expect(findings.map(({ what }: { what: string }) => what)).toContain("the kernel starts");
  });

  test("doctor says what to do about a kernel.json that starts what is gone", async () => {
    const argv = [process.execPath, "/gone/main.js", "{connection_file}"];
    writeFileSync(join(spec, "kernel.json"), JSON.stringify({ argv }));
    const findings = await examineKernel({ prefix }, async () => "");
    expect(findings.find(({ state }) => state === "bad")).toMatchObject({
      what: "Jupyter knows the kernel",
      found: expect.stringContaining("/gone/main.js, which is gone"),
      fix: "run `value-compass kernel install` again",
    });
  });

  test("uninstall takes it back, and says when there was none", async () => {
    const first = await cli("kernel", "uninstall", "--prefix", prefix);
    expect([first.code, first.out, existsSync(spec)]).toEqual([0, `removed ${spec}\n`, false]);
    expect((await cli("kernel", "uninstall", "--prefix", prefix)).out).toContain("nothing to do");
  });

  test("a place that cannot be used is told in one line", async () => {
    const two = await cli("kernel", "install", "--user", "--prefix", prefix);
    expect([two.code, two.err.trim().split("\n").length]).toEqual([2, 1]);
    writeFileSync(join(folder, "file"), "");
    expect(() => installSpec({ prefix: join(folder, "file") })).toThrow(
      /cannot be written.*--prefix/,
    );
    expect(() => specFolder({ sysPrefix: true }, {})).toThrow(/--sys-prefix needs an active/);
  });

  test("the folder for one user follows Jupyter's rules", () => {
    expect(userDataFolder({ JUPYTER_DATA_DIR: "/a" }, "linux")).toBe("/a");
    expect(userDataFolder({ XDG_DATA_HOME: "/b" }, "linux")).toBe(join("/b", "jupyter"));
    expect(userDataFolder({}, "darwin")).toMatch(/Library.Jupyter$/);
    expect(userDataFolder({ APPDATA: "/c" }, "win32")).toBe(join("/c", "jupyter"));
    expect(specFolder({ sysPrefix: true }, { VIRTUAL_ENV: "/env" })).toBe(
      join("/env/share/jupyter/kernels/value-compass"),
    );
  });

  test("an old Node.js is named", () => {
    expect(nodeFinding("20.19.0").state).toBe("good");
    expect(nodeFinding("22.1.0").state).toBe("good");
    expect(nodeFinding("20.18.1")).toMatchObject({ state: "bad", found: "20.18.1" });
  });
});

describe("notebooks", () => {
  const home = join(folder, "notebooks");
  mkdirSync(join(home, "node_modules"), { recursive: true });
  symlinkSync(root, join(home, "node_modules/value-compass"), "junction");
  const source = (alpha: string) =>
    "// %% [markdown]\n// # Alpha\n\n// %%\n" +
    `import * as vc from "value-compass";\n\nconst alpha = ${alpha};\n\n` +
    '// %%\nvc.showTable(["mix"], [[(1 - alpha) * 0.2 + alpha * 0.6]], { digits: 4 });\n';
  const at = (name: string) => join(home, name);
  const verb = (...args: readonly string[]) =>
    cli("notebooks", ...args, "--folder", home, "--kernel", "value-compass");

  test("run writes the .ipynb, check finds it as committed", async () => {
    writeFileSync(at("a.ts"), source("0.5"));
    expect((await verb("run", "a")).out).toMatch(/^a: written to a\.ipynb/);
    expect(readFileSync(at("a.ipynb"), "utf8")).toContain("0.4000");
    expect(await verb("check", "a")).toMatchObject({
      code: 0,
      out: expect.stringContaining("as com"),
    });
  });

  test("check notices another alpha in the source, and writes nothing", async () => {
    const before = readFileSync(at("a.ipynb"), "utf8");
    writeFileSync(at("a.ts"), source("0.6"));
    const { code, out } = await verb("check", "a");
    expect(code).toBe(1);
    expect(out).toMatch(
      /^a: differs from the committed one: line \d+ was .*alpha = 0\.5.*alpha = 0\.6/,
    );
    expect(readFileSync(at("a.ipynb"), "utf8")).toBe(before);
    await verb("sync", "a");
    const { out: outputs } = await verb("check", "a");
    expect(outputs).toMatch(/differs from the committed one: line \d+ was .*0\.4000.*0\.4400/);
  });

  test("sync keeps the outputs of cells that stay, and takes edits back from the .ipynb", async () => {
    writeFileSync(at("a.ts"), source("0.5"));
    await verb("run", "a");
    const ran = readFileSync(at("a.ipynb"), "utf8");
    writeFileSync(at("a.ts"), `${source("0.5")}\n// %%\n1;\n`);
    expect((await verb("sync", "a")).out).toContain("written to a.ipynb");
    expect(readFileSync(at("a.ipynb"), "utf8")).toContain("0.4000");
    writeFileSync(at("a.ipynb"), ran.replace("alpha = 0.5", "alpha = 0.7"));
    expect((await verb("sync", "--back", "a")).out).toContain("written to a.ts");
    expect(readFileSync(at("a.ts"), "utf8")).toBe(source("0.7"));
  });

  test.each(["tslab", "value-compass"])(
    "a cell that fails on %s is named, and why",
    async (kernel) => {
      writeFileSync(
        at("b.ts"),
        '// %%\nfunction draw(): void {\n  throw new Error("out of ink");\n}\n\n' +
          "// %%\ntype A = { a: number };\n\ndraw();\n",
      );
      writeFileSync(at("c.ts"), '// %%\nconst one = 1;\nconst n: number = "one";\n');
      const { code, out } = await cli(
        "notebooks",
        "run",
        "b",
        "c",
        "--folder",
        home,
        "--kernel",
        kernel,
      );
      expect(code).toBe(1);
      expect(out).toMatch(/b: b\.ts, cell 2 \(type A = \{ a: number \};\) failed:\n/);
      expect(out).toContain("out of ink");
      expect(out).toMatch(kernel === "tslab" ? / 3 \| draw\(\);\n +\| \^+/ : / 2 \| {3}throw new/);
      expect(out).toMatch(/c: c\.ts, cell 1 .* failed:\n.*2:7 - Type 'string' is not assignable/);
      expect(out).toMatch(/ 2 \| const n: number = "one";\n +\| {7}\^/);
      expect(out).not.toContain("node_modules");
    },
  );

  test("a name that is not there is told with those that are", async () => {
    const { code, err } = await verb("run", "z");
    expect([code, err]).toEqual([2, expect.stringContaining("there are: a, b, c")]);
  });
});
