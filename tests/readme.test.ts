import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

describe("the README", () => {
  it("prints what its example says it prints", () => {
    const [, code] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    expect(promised.length).toBeGreaterThan(0);
    expect(printed.trim().split("\n")).toEqual(promised);
  });

  it("names only files that exist", () => {
    const maps = ["docs", "notebooks"].map((of) => readFileSync(`${root}${of}/README.md`, "utf8"));
    const text = [readme, ...maps].join("\n");
    const named = [...text.matchAll(/`((?:src|data|docs|tests|notebooks|bench)\/[\w./-]*)`/g)];
    const pictures = [...readme.matchAll(/\]\((docs\/[^)]+)\)/g)];
    const paths = [...named, ...pictures].map(([, path]) => path);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(10);
  });
});
