import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderReport } from "../../src/dashboard/render-report.js";
import { writeReport } from "../../src/dashboard/write-report.js";
import type { StudyResults } from "../../src/records/results.js";
import { deepFreeze } from "../figures/deep-freeze.js";
import { sampleResults, sampleSystems } from "./sample-results.js";

const HOSTILE =
  `</mark></title></style></script><script>alert("1")</script>` + `<img src=x onerror='a'>`;
const CAUTION = "picked cases, not a sample: no ranking";

/** The same results with every text of theirs, ids and closed sets of words apart, made hostile. */
function hostile<T>(value: T, key = ""): T {
  const kept = ["id", "examinee", "system", "systems", "dimension", "kind", "origin", "support"];
  const sets = ["circularOrder", "reading"];
  if (kept.includes(key) || sets.includes(key)) return value;
  if (typeof value === "string") return `${value}${HOSTILE}\u202e\ud800` as T;
  if (Array.isArray(value)) return value.map((entry) => hostile(entry, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, hostile(inner, name)]);
  return Object.fromEntries(entries) as T;
}

describe("the report", () => {
  it("is the same text for the same results and changes nothing in them", () => {
    const page = renderReport(deepFreeze(sampleResults()), deepFreeze(sampleSystems()));
    expect(page).toBe(renderReport(sampleResults(), sampleSystems()));
  });

  it("shows hostile text from every field, only ever escaped", () => {
    const results = sampleResults();
    const study = { ...results.study, caution: CAUTION };
    const page = renderReport(hostile({ ...results, study }), hostile(sampleSystems()));
    expect(page).not.toMatch(/<script|<img|onerror='/i);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(Buffer.from(page, "utf8").toString("utf8")).toBe(page);
    const escaped = page.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g) ?? [];
    expect(escaped.length).toBeGreaterThan(100);
    expect(page.match(/<\/style>/g)?.length).toBe(1 + (page.match(/<svg /g)?.length ?? 0));
    expect(page.match(/<\/title>/g)?.length).toBe(page.match(/<title/g)?.length);
  });

  it("keeps hostile ids inside their attributes", () => {
    const id = `x" onload="a`;
    const results = sampleResults();
    const system = { ...sampleSystems()[0], id };
    const rename = <T extends { readonly system: string }>(row: T): T => ({ ...row, system: id });
    const page = renderReport(
      {
        ...results,
        systems: [id],
        scores: results.scores.map(rename),
        welfare: results.welfare.map(rename),
      },
      [system],
    );
    expect(page).not.toContain(`onload="`);
  });

  it("loads nothing and runs nothing", () => {
    const page = renderReport(sampleResults(), sampleSystems());
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/<(script|link|iframe|object|embed|img|form|base)\b/i);
    expect(page).not.toMatch(/\b(src|srcset|action|poster|data|xlink:href)=/i);
    expect(page).not.toMatch(/@import|\son\w+=/i);
    for (const [, target] of page.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#/);
    for (const [, target] of page.matchAll(/url\(([^)]*)\)/g)) expect(target).toMatch(/^#/);
    const addresses = new Set(page.match(/https?:[^"'\s<]*/g));
    expect([...addresses]).toEqual(["http://www.w3.org/2000/svg"]);
  });

  it("has one element for every id, and a place for every link", () => {
    const page = renderReport(sampleResults(), sampleSystems());
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.length).toBe(new Set(ids).size);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    for (const [, labels] of page.matchAll(/aria-labelledby="([^"]*)"/g))
      for (const label of labels.split(" ")) expect(ids).toContain(label);
  });

  it("says in its first lines that examinees are simulated, and warns before it shows", () => {
    const page = renderReport(sampleResults(), sampleSystems());
    expect(page.indexOf("Simulated.")).toBeLessThan(page.indexOf("What this shows"));
    expect(page.indexOf("144 cells of Willow")).toBeLessThan(page.indexOf("were judged"));
  });

  it("counts a warning that came more than once and says it once", () => {
    const page = renderReport(sampleResults({ warnings: ["slow", "slow"] }), sampleSystems());
    expect(page).toContain("<li>slow (2 times)</li>");
  });

  it("says not measured where nothing was measured, never 0", () => {
    const page = renderReport(sampleResults(), sampleSystems());
    const tradition = page.slice(page.indexOf("Scores for Tradition"));
    const willow = tradition.slice(tradition.indexOf("Willow"), tradition.indexOf("</tr>"));
    const row =
      tradition.match(/<tr><th[^>]*>Willow \(simulated\)<\/th>(.*?)<\/tr>/s)?.[1] ?? willow;
    const [score, interval] = row.split("</td>");
    expect(score).toContain("not measured");
    expect(interval).not.toContain("0.0");
    expect(page).toContain("not ranked");
  });

  it("shows no rank and orders by name where the results carry a caution", () => {
    const results = sampleResults();
    const page = renderReport(
      { ...results, study: { ...results.study, caution: CAUTION } },
      sampleSystems(),
    );
    expect(page.indexOf(CAUTION)).toBeLessThan(page.indexOf("What this shows"));
    expect(page).not.toMatch(/>rank<|Leaderboard|stands highest|>not ranked</);
    const table = page.slice(page.indexOf("Means by name, not ranked"));
    const names = ["Granite", "Harbour", "Lantern", "Meadow", "Willow"];
    const places = names.map((name) => table.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("draws radars in groups of eight where there are more examinees", () => {
    const results = sampleResults();
    const copies = ["a", "b"].flatMap((copy) =>
      results.examinees.map((card) => ({
        ...card,
        id: `${card.id}-${copy}`,
        name: copy + card.name,
      })),
    );
    const twice = <T extends { readonly examinee: string }>(rows: readonly T[]): readonly T[] =>
      ["a", "b"].flatMap((copy) =>
        rows.map((row) => ({ ...row, examinee: `${row.examinee}-${copy}` })),
      );
    const many: StudyResults = {
      ...results,
      examinees: copies,
      scores: twice(results.scores),
      welfare: twice(results.welfare),
      cases: [],
    };
    const page = renderReport(many, sampleSystems());
    expect(page).toMatch(/Profiles of examinees 9 to 10/);
  });

  it("shows results with nothing in them but their frame", () => {
    const empty = sampleResults({
      examinees: [],
      scores: [],
      welfare: [],
      rounds: [],
      cases: [],
      recovery: [],
      agreement: [],
      warnings: [],
      counts: { judged: 0, declined: 0, unmeasured: 0 },
    });
    const page = renderReport(empty, sampleSystems());
    expect(page).toContain("No means were computed");
    expect(page).not.toMatch(/id="recovery"|id="agreement"|NaN|Infinity|undefined/);
  });

  it("repeats the licence of published scores where examinees are made from them", () => {
    const results = sampleResults();
    const line = "CC BY-NC-SA";
    const label = "simulated from published scores of Harbour";
    const examinees = results.examinees.map((card) => ({ ...card, label }));
    expect(renderReport(results, sampleSystems())).not.toContain(line);
    expect(renderReport({ ...results, examinees }, sampleSystems())).toContain(line);
  });

  it("names the system whose description is missing, and those that were given", () => {
    expect(() => renderReport(sampleResults(), sampleSystems().slice(0, 1))).toThrow(
      /description of system mft; given: schwartz/,
    );
  });
});

describe("writeReport", () => {
  it("writes the site and the printable page whole and leaves nothing else behind", async () => {
    const folder = await mkdtemp(join(tmpdir(), "report-"));
    try {
      await writeReport(folder, sampleResults(), sampleSystems());
      const path = await writeReport(folder, sampleResults(), sampleSystems());
      expect(path).toBe(join(folder, "report", "index.html"));
      const printed = await readFile(join(folder, "report", "print.html"), "utf8");
      expect(printed).toBe(renderReport(sampleResults(), sampleSystems()));
      const names = await readdir(join(folder, "report"), { recursive: true });
      const cases = sampleResults().examinees.map((_, at) => `data/cases-${at}.js`);
      const releases = names.filter((name) => /^data\/(published|surveys)-\d+\.js$/.test(name));
      expect(releases.length).toBeGreaterThan(0);
      expect(names.filter((name) => !releases.includes(name)).sort()).toEqual(
        [
          "assets",
          "assets/data.js",
          "assets/plotly.js",
          "assets/site.js",
          "data",
          ...cases,
          "index.html",
          "print.html",
        ].sort(),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("keeps the old page where the new one cannot be made", async () => {
    const folder = await mkdtemp(join(tmpdir(), "report-"));
    try {
      const path = await writeReport(folder, sampleResults(), sampleSystems());
      await expect(writeReport(folder, sampleResults(), [])).rejects.toThrow(/description/);
      expect(await readFile(path, "utf8")).toContain("</html>");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
