import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fileNameFor } from "../../src/run/file-name-for.js";
import { cli } from "../cli/in-process.js";
import { testFolder } from "../run/small-study.js";

/** Ids that want to be somewhere else, somebody else, or nothing that a disk can hold. */
const HOSTILE = [
  ...["..", "../evil", "../../evil", "..\\evil", "a/../../evil", "/etc/passwd", "/evil", "./evil"],
  ...[
    "C:\\evil",
    "\\\\host\\share",
    "file:///evil",
    "evil\0.txt",
    "\0",
    "evil\n",
    "a\rb",
    "\u0007",
  ],
  ...[
    "con",
    "CON",
    "nul",
    "aux.txt",
    "com1",
    "LPT9",
    "evil.",
    "evil ",
    " evil",
    ".",
    "...",
    ".evil",
  ],
  ...["caf\u00e9", "cafe\u0301", "Caf\u00e9", "x".repeat(300), "%2e%2e%2fevil", "%2e", "a%00b"],
  ...["evil\u202egnp", "\u200bevil", "-rf", "$(touch evil)", "~/evil"],
];

describe("A6: forty hostile ids", () => {
  test("make names in their own folder, and no two the same, whatever the case", () => {
    expect(HOSTILE).toHaveLength(40);
    const ids = [...HOSTILE, "evil", "EVIL", "Evil", "sim:a", "sim_a", "a.b", "a:b", "a_b"];
    const names = ids.map(fileNameFor);
    for (const name of names) {
      expect(name).toMatch(/^[a-z0-9_-][a-z0-9_.~-]{0,59}$/);
      expect(name).not.toMatch(/\.$|^(con|nul|aux|com1|lpt9)(\.|$)/);
    }
    expect(new Set(names).size).toBe(ids.length);
    for (const id of ["gpt-4o", "llama-3.1-8b", "a.b", "evil"]) expect(fileNameFor(id)).toBe(id);
  });

  test("as names of recorded examinees write nothing outside the study's folder", async () => {
    const root = testFolder();
    const file = join(root, "replies.jsonl");
    const rows = HOSTILE.map((examinee) =>
      JSON.stringify({ examinee, item: "Why help?", reply: "It is right.", system: "mft" }),
    );
    writeFileSync(file, `${rows.join("\n")}\n`);
    const flags = ["--replies", file, "--system", "mft", "--skip-bad-rows", "--quiet"];
    expect((await cli("run", join(root, "study"), ...flags)).code).toBe(0);
    expect(readdirSync(root).sort()).toEqual(["replies.jsonl", "study"]);
    const all = readdirSync(join(root, "study"), { recursive: true }) as string[];
    expect(all.filter((path) => /evil|passwd|\.\./.test(path))).toEqual([]);
  });

  test("as names of examinees behind endpoints are refused, each in one line", async () => {
    const taken: string[] = [];
    for (const id of HOSTILE) {
      const folder = testFolder();
      const examinees = [{ kind: "endpoint", id, baseUrl: "http://127.0.0.1:9/v1", model: "m" }];
      const study = { format: 1, name: "a", systems: ["mft"], examinees, budget: { rounds: 0 } };
      writeFileSync(join(folder, "study.json"), JSON.stringify(study));
      const { code, err } = await cli("plan", folder);
      if (code === 0) taken.push(id);
      else expect([code, err.trim().split("\n").length]).toEqual([2, 1]);
      expect(readdirSync(folder)).toEqual(["study.json"]);
    }
    // Plain words; as file names they get a name of their own where a disk minds.
    expect(taken).toEqual(["con", "CON", "nul", "aux.txt", "com1", "LPT9", "evil."]);
  });
});

describe("A8: files from others that are no replies", () => {
  const refused = async (name: string, content: Buffer | string, flags: string[] = []) => {
    const root = testFolder();
    const file = join(root, name);
    writeFileSync(file, content);
    const said = await cli("run", join(root, "study"), "--replies", file, "--quiet", ...flags);
    expect([said.code, said.out, said.err.trim().split("\n").length]).toEqual([2, "", 1]);
    expect(readdirSync(root)).toEqual([name]);
    return said.err;
  };
  /** A gzip file may have several members: so many times ten megabytes. */
  const bomb = (piece: string, times: number): Buffer => {
    const member = gzipSync(Buffer.from(piece.repeat(10_000_000 / piece.length)));
    return Buffer.concat(Array.from({ length: times }, () => member));
  };

  test("a line that unpacks to ten gigabytes is refused before it fills the memory", async () => {
    expect(await refused("bomb.jsonl.gz", bomb(" ", 1000))).toContain(
      "line 1 is longer than 10000000 characters",
    );
    expect(await refused("bomb.csv.gz", bomb("a", 1000))).toContain(
      "the cell in line 1 is longer than 10000000 characters",
    );
  });

  test("ten gigabytes of blank lines are refused at one", async () => {
    expect(await refused("bomb.jsonl.gz", bomb("\n".padStart(1000), 1000))).toContain(
      "is larger than 1 GiB unpacked",
    );
  }, 300_000);

  test("millions of bad rows are refused, not listed", async () => {
    expect(await refused("rows.jsonl.gz", bomb("{}\n{}\n{}\n ", 1), ["--skip-bad-rows"])).toContain(
      "has more than 100000 bad rows",
    );
  });

  test("an archive is no file of replies: nothing in it is unpacked", async () => {
    const header = Buffer.alloc(512);
    header.write("../../evil.txt");
    const tar = Buffer.concat([header, Buffer.alloc(1024)]);
    expect(await refused("archive.jsonl.gz", gzipSync(tar))).toContain("line 1: not JSON");
    for (const name of ["archive.tar.gz", "archive.zip", "archive.tgz"])
      expect(await refused(name, gzipSync(tar))).toContain("is of no known kind");
  });

  test("results of a batch are held to the same bounds", async () => {
    const folder = testFolder();
    const examinees = [{ kind: "endpoint", id: "a", baseUrl: "http://127.0.0.1:9/v1", model: "m" }];
    const study = { format: 1, name: "a", systems: ["mft"], examinees, budget: { rounds: 0 } };
    writeFileSync(join(folder, "study.json"), JSON.stringify(study));
    const file = join(folder, "results.jsonl.gz");
    writeFileSync(file, bomb(" ", 1000));
    const said = await cli("batch", folder, "--read", file);
    expect(said.code).toBe(2);
    expect(said.err).toContain("line 1 is longer than 10000000 characters");
    expect(said.err.trim().split("\n")).toHaveLength(1);
    expect(readFileSync(join(folder, "study.json"), "utf8")).toBe(JSON.stringify(study));
  });
});
