import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shownText } from "../../src/cli/shown-text.js";
import { sampleResults } from "../dashboard/sample-results.js";
import { smallStudy } from "../run/small-study.js";
import { cli } from "./in-process.js";

const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const CSI = String.fromCharCode(155);

/** Colours, a cleared screen, a link (OSC 8), the clipboard (OSC 52), a line written over, a title. */
const TRICKS = [
  `${ESC}[31mred${ESC}[0m`,
  `${ESC}[2J${ESC}[H`,
  `${ESC}]8;;http://x.example${BEL}link${ESC}]8;;${BEL}`,
  `${ESC}]52;c;cm0gLXJm${BEL}`,
  "first\rlast",
  `${ESC}]0;title${BEL}`,
  `${CSI}31mred`,
  `${ESC}P1$r0m${ESC}\\`,
  `back${String.fromCharCode(8, 8, 8, 8)}`,
  `nul${String.fromCharCode(0)}del${String.fromCharCode(127)}`,
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

describe("A3: nothing in the output of the command line moves the terminal", () => {
  const folder = mkdtempSync(join(tmpdir(), "terminal-"));
  beforeAll(() => {
    const sample = sampleResults();
    const examinees = sample.examinees.map((card, n) => ({
      ...card,
      name: `${TRICKS[n % TRICKS.length]}${TRICKS[(n + 1) % TRICKS.length]}`,
      developer: TRICKS[(n + 2) % TRICKS.length],
    }));
    const study = { ...sample.study, name: TRICKS.join(""), caution: null };
    mkdirSync(join(folder, "results"), { recursive: true });
    writeFileSync(join(folder, "study.json"), JSON.stringify(smallStudy));
    const systems = smallStudy.systems;
    const results = { ...sample, systems, examinees, study, warnings: TRICKS };
    writeFileSync(join(folder, "results/scores.json"), JSON.stringify(results));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("each trick is shown as it is written in JSON, and what our progress line does stays", () => {
    for (const trick of TRICKS) {
      expect(shownText(trick)).not.toMatch(OBEYED);
      expect(JSON.parse(`"${shownText(trick).replace(/\\(?!u)/g, "\\\\")}"`)).toBe(trick);
    }
    expect(shownText(`\r${ESC}[2K${ESC}[31m1 of 2`)).toBe(`\r${ESC}[2K\\u001b[31m1 of 2`);
    expect(shownText("a\tb\nc")).toBe("a\tb\nc");
  });

  test.each([
    ["rank", []],
    ["rank", ["--json"]],
    ["you", ["--ratings", "power=1,security=5,benevolence=9"]],
    ["cultures", ["--model", TRICKS[0]]],
    ["export", []],
    ["export", ["--json"]],
    ["report", []],
    ["quality", []],
  ] as const)("%s %j on names full of them", async (verb, flags) => {
    const { out, err } = await cli(verb, folder, ...flags);
    expect(`${out}${err}`).not.toBe("");
    expect(out).not.toMatch(OBEYED);
    expect(err).not.toMatch(OBEYED);
  });

  test.each(TRICKS)("an error that repeats %j", async (trick) => {
    const named = trick.replaceAll(String.fromCharCode(0), "");
    for (const words of [[named], ["rank", named], ["rank", "published", "--rule", named]]) {
      const { code, err } = await cli(...words);
      expect(code).not.toBe(0);
      expect(err).not.toMatch(OBEYED);
    }
  });
});
