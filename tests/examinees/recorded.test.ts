import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { csvRows } from "../../src/examinees/csv-rows.js";
import { readReplies } from "../../src/examinees/read-replies.js";
import { recordedExaminees } from "../../src/examinees/recorded.js";

const folder = mkdtempSync(join(tmpdir(), "recorded-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const row = (more: object) =>
  JSON.stringify({ examinee: "a", item: "Why?", reply: "So.", ...more });

describe("reading recorded replies", () => {
  test("a broken line is reported with its number, and every other row is used", async () => {
    const path = file(
      "broken.jsonl",
      [row({}), '{"examinee": "a", "item"', "", row({ reply: 7 }), row({ reply: "" })].join("\n"),
    );
    const { rows, bad } = await readReplies(path, { onBadRow: "skip" });
    expect(rows.map((each) => [each.line, each.reply])).toEqual([
      [1, "So."],
      [5, ""],
    ]);
    expect(bad.map((each) => each.line)).toEqual([2, 4]);
    expect(bad[0].problem).toMatch(/^not JSON/);
    expect(bad[1].problem).toBe(
      "no reply: received 7. Give it as text under reply, response, answer",
    );
  });

  test("a broken line stops the reading unless bad rows are skipped", async () => {
    const path = file("fatal.jsonl", `${row({})}\n[]\n`);
    await expect(readReplies(path)).rejects.toThrow(`${path}, line 2: not an object: []`);
  });

  test("columns go by several names, and a reply of several models belongs to each", async () => {
    const path = file(
      "aliases.jsonl",
      [
        { model: "m", prompt: "P", response: "R" },
        { meta: { model: "m" }, question: "P", answer: "R", dimensions: ["power"] },
        { meta: { models: ["m", "n"] }, prompt: "P", response: "R", labels: { power: -1 } },
      ]
        .map((each) => JSON.stringify(each))
        .join("\n"),
    );
    const { rows } = await readReplies(path);
    expect(rows.map((each) => [each.examinee, each.line])).toEqual([
      ["m", 1],
      ["m", 2],
      ["m", 3],
      ["n", 3],
    ]);
    expect(rows[1].targets).toEqual(["power"]);
    expect(rows[3].labels).toEqual({ power: -1 });
  });

  test.each([
    [{ examinee: " " }, "no examinee"],
    [{ item: "" }, "no item"],
    [{ sample: 1.5 }, "sample must be a whole number from 0 to 999: received 1.5"],
    [{ labels: { power: 2 } }, "the label of power must be -1, 0 or 1: received 2"],
    [{ targets: "power;;care" }, "targets must be"],
    [{ system: 3 }, "system must be"],
    [{ finish: "stop" }, "finish must be complete, truncated or filtered"],
  ])("%j says what is wrong with it", async (more, problem) => {
    const path = file("wrong.jsonl", row(more));
    const { rows, bad } = await readReplies(path, { onBadRow: "skip" });
    expect(rows).toEqual([]);
    expect(bad[0].problem).toContain(problem);
  });

  test("CSV keeps quotes, line ends and formulas in cells as they are", async () => {
    const path = file(
      "quotes.csv",
      "\uFEFFexaminee,item,reply,targets,label_power,label_care\r\n" +
        'a,"Say ""hi"",\nplease","=1+1",power;care,1,\r\n' +
        "a,Short,row\r\n" +
        "a,Why?,-5,,,-1\r\n",
    );
    const { rows, bad } = await readReplies(path, { onBadRow: "skip" });
    expect(rows[0]).toMatchObject({
      item: 'Say "hi",\nplease',
      reply: "=1+1",
      targets: ["power", "care"],
      labels: { power: 1 },
      line: 2,
    });
    expect(rows[1]).toMatchObject({ reply: "-5", targets: null, labels: { care: -1 }, line: 5 });
    expect(bad).toEqual([{ line: 4, problem: expect.stringContaining("3 cells") }]);
  });

  test("CSV with an open quote, a stray quote or a bad header is refused with a line", async () => {
    const open = file("open.csv", 'examinee,item,reply\na,"never ends,x\n');
    await expect(readReplies(open)).rejects.toThrow("line 2: a quoted cell never ends");
    const stray = file("stray.csv", 'examinee,item,reply\na,b"c,x\n');
    await expect(readReplies(stray)).rejects.toThrow("line 2: a quote stands in the middle");
    const header = file("header.csv", "examinee;item;reply\n");
    await expect(readReplies(header)).rejects.toThrow("Separate columns with commas");
    const labels = file("labels.csv", "examinee,item,reply,labels\n");
    await expect(readReplies(labels)).rejects.toThrow("label_power");
  });

  test("any table written by RFC 4180 comes back, wherever the text is cut", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", "=", " ") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => `${cells.map(quoted).join()}\r\n`).join("");
        const chunks = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
        const read: string[][] = [];
        for await (const each of csvRows(chunks)) read.push([...each.cells]);
        expect(read).toEqual(rows);
      }),
    );
  });

  test("packed files are read, and a cut one is refused", async () => {
    const packed = gzipSync(Array.from({ length: 500 }, () => row({})).join("\n"));
    expect((await readReplies(file("whole.jsonl.gz", packed))).rows).toHaveLength(500);
    const cut = file("cut.jsonl.gz", packed.subarray(0, packed.length - 20));
    await expect(readReplies(cut)).rejects.toThrow("is cut");
    await expect(readReplies(file("not.jsonl.gz", row({})))).rejects.toThrow("is not gzip");
    const table = gzipSync("model,prompt,answer\na,Why?,So.\n");
    expect((await readReplies(file("table.csv.gz", table))).rows).toHaveLength(1);
  });

  test("a file that is missing, of no known kind or not UTF-8 says so", async () => {
    await expect(readReplies(join(folder, "none.csv"))).rejects.toThrow("does not exist");
    await expect(readReplies(join(folder, "none.csv.gz"))).rejects.toThrow("does not exist");
    await expect(readReplies(join(folder, "none.txt"))).rejects.toThrow("is of no known kind");
    const latin = file("latin.jsonl", Buffer.from(row({ reply: "né" }), "latin1"));
    await expect(readReplies(latin)).rejects.toThrow("is not UTF-8");
  });

  test("line separators inside JSON texts do not end a line", async () => {
    const path = file("separators.jsonl", row({ reply: "one\u2028two\u0085three" }));
    expect((await readReplies(path)).rows[0].reply).toBe("one\u2028two\u0085three");
  });
});

describe("recorded examinees", () => {
  const read = async (...lines: object[]) =>
    recordedExaminees(
      (await readReplies(file("panel.jsonl", lines.map((each) => row(each)).join("\n")))).rows,
    );
  const text = async (panel: Awaited<ReturnType<typeof read>>, sample: number, system = "mft") => {
    const answer = await panel.examinees[0].ask({ system, text: "Why?", sample });
    return answer.kind === "answered" ? answer.reply.text : answer;
  };
  const missing = { kind: "failed", why: "notRecorded", attempts: 0 };

  test("the nth sample is the nth recorded reply, and one too many is not recorded", async () => {
    const panel = await read({ reply: "one" }, { reply: "two" }, { examinee: "b" });
    expect(await text(panel, 2000)).toBe("one");
    expect(await text(panel, 2001)).toBe("two");
    expect(await text(panel, 1)).toBe("two");
    expect(await text(panel, 2002)).toEqual(missing);
    expect(panel.examinees.map((each) => each.card.id)).toEqual(["a", "b"]);
    expect(panel.examinees[0].card).toMatchObject({
      origin: "recorded",
      label: "recorded replies",
    });
  });

  test("sample numbers in the file decide the order", async () => {
    const panel = await read({ reply: "late", sample: 1 }, { reply: "early", sample: 0 });
    expect(await text(panel, 2000)).toBe("early");
  });

  test("a reply for one system answers only there; one for none answers everywhere", async () => {
    const bound = await read({ system: "schwartz" });
    expect(await text(bound, 2000)).toEqual(missing);
    expect(await text(bound, 2000, "schwartz")).toBe("So.");
    expect(bound.examinees[0].card.systems).toEqual(["schwartz"]);
    const free = await read({});
    expect(await text(free, 2000)).toBe("So.");
    expect(free.examinees[0].card.systems).toBeNull();
  });

  test("other replies are another identity; another order of questions is not", async () => {
    const identity = async (...lines: object[]) => (await read(...lines)).examinees[0].identity;
    const [one, two] = [{ item: "1" }, { item: "2" }];
    expect(await identity(one, two)).toEqual(await identity(two, one));
    expect(await identity(one, two)).not.toEqual(await identity(one, { item: "2", reply: "No." }));
    expect(await identity(one)).not.toEqual(await identity({ ...one, finish: "truncated" }));
  });

  test("items take their targets from the file, else from the labels", async () => {
    const { items, labels } = await read(
      { targets: ["power"], labels: { care: 1 } },
      { examinee: "b", labels: { power: 0 } },
      { item: "Labelled?", labels: { care: 1 } },
      { item: "Bare?", topic: "work" },
    );
    expect(items.map(({ text: words, targets, topic }) => [words, targets, topic])).toEqual([
      ["Why?", ["power"], "recorded"],
      ["Labelled?", ["care"], "recorded"],
      ["Bare?", null, "work"],
    ]);
    expect(labels).toContainEqual({
      examinee: "b",
      system: null,
      item: "Why?",
      sample: 0,
      labels: { power: 0 },
    });
  });

  test("recordings of a simulated examinee still say that they are simulated", async () => {
    const panel = await read({ examinee: "sim:a" });
    expect(panel.examinees[0].card.label).toBe("recorded replies of a simulated examinee");
  });
});

const shared = join(import.meta.dirname, "../../../shared/data/recognition");
const present = (() => {
  try {
    return readFileSync(join(shared, "platform-cases.dev.jsonl.gz")).length > 0;
  } catch {
    return false;
  }
})();

test.runIf(present)("the published case studies and FULCRA are read as they are", async () => {
  const cases = await readReplies(join(shared, "platform-cases.dev.jsonl.gz"));
  const panel = recordedExaminees(cases.rows);
  expect([cases.rows.length, panel.examinees.length, panel.items.length]).toEqual([2100, 35, 1220]);
  const fulcra = await readReplies(join(shared, "schwartz-fulcra.dev.jsonl.gz"));
  expect(recordedExaminees(fulcra.rows).items).toHaveLength(1199);
  expect(fulcra.rows[0].labels).toMatchObject({ benevolence: 1, universalism: -1 });
});
