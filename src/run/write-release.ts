import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";
import { productVersion } from "./product-version.js";
import { readStudy } from "./read-study.js";
import { studyItems, type WrittenRound } from "./study-items.js";
import { writeWhole } from "./write-file.js";

/** What a release holds. */
export interface Release {
  readonly folder: string;
  readonly rounds: readonly number[];
  readonly items: number;
  readonly embargoed: number;
  readonly licence: string;
}

/** The licence of what no model of anybody else wrote. */
const OWN_LICENCE = "MIT";
const OWN_WRITERS = ["grammar", "static seeds"];

/**
 * Writes every round but the newest into a folder that can be handed on: items with their lineage and terms, the rounds'
 * manifests, a licence, SHA-256 sums, and the sum of the newest round's items, which shows later that they were what
 * they are then said to be. The newest round itself stays closed; there is no option that opens it. An open item that
 * descends from a closed one says "embargoed" for its parent.
 *
 * @param licence  of the items; may be left out where the grammar and the static seeds wrote all of them
 * @throws InputError when only one round exists, a licence is needed, or the folder holds something
 */
export function writeRelease(folder: string, to: string, licence: string | null): Release {
  const { name } = readStudy(folder);
  const rounds = studyItems(folder);
  const newest = Math.max(...rounds.map(({ round }) => round));
  const open = rounds.filter(({ round }) => round < newest);
  if (open.length === 0) throw nothingOpen(folder);
  if (existsSync(join(to, "release.json")) || existsSync(join(to, "study.json"))) throw taken(to);
  const chosen = licence ?? ownLicence(open);
  const embargoed = itemsText(folder, newest);
  refuseLeaks(rounds, newest);
  const closed = rounds.filter(({ round }) => round === newest).flatMap(({ items }) => items);
  const sums = new Map<string, string>();
  const put = (path: string, text: string): void => {
    writeWhole(join(to, path), text);
    sums.set(path, sha256(text));
  };
  for (const { round } of open) {
    put(`rounds/${round}/items.jsonl`, withoutParents(itemsText(folder, round), closed));
    put(
      `rounds/${round}/manifest.json`,
      readFileSync(join(folder, "rounds", String(round), "manifest.json"), "utf8"),
    );
  }
  put("LICENCE.txt", licenceText(name, chosen));
  const items = open.reduce((sum, round) => sum + round.items.length, 0);
  const about = {
    kind: "value-compass release",
    format: 1,
    product: productVersion(),
    study: name,
    licence: chosen,
    rounds: open.map(({ round, items: own }) => ({
      round,
      items: own.length,
      writers: writersOf(own),
    })),
    embargoed: { round: newest, sha256: sha256(embargoed) },
    files: Object.fromEntries(sums),
  };
  put("release.json", `${JSON.stringify(about, null, 1)}\n`);
  const lines = [...sums].map(([path, sum]) => `${sum}  ${path}\n`);
  writeWhole(join(to, "SHA256SUMS"), lines.join(""));
  return {
    folder: to,
    rounds: open.map(({ round }) => round),
    items,
    embargoed: newest,
    licence: chosen,
  };
}

function itemsText(folder: string, round: number): string {
  return readFileSync(join(folder, "rounds", String(round), "items.jsonl"), "utf8");
}

/** A closed item may have a descendant in an open round, which then says only that its parent is closed. */
function withoutParents(text: string, closed: WrittenRound["items"]): string {
  const hidden = JSON.stringify("embargoed");
  return closed.reduce(
    (open, { id }) => open.replaceAll(`"parent":${JSON.stringify(id)}`, `"parent":${hidden}`),
    text,
  );
}

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}

function writersOf(items: WrittenRound["items"]): string[] {
  return [...new Set(items.map(({ lineage }) => lineage.writer))].sort();
}

/** An item is kept once: were one of the newest in an older round too, its release would break the embargo. */
function refuseLeaks(rounds: readonly WrittenRound[], newest: number): void {
  const closed = new Set(
    rounds
      .filter(({ round }) => round === newest)
      .flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const leak = rounds
    .filter(({ round }) => round < newest)
    .flatMap(({ items }) => items)
    .find(({ id }) => closed.has(id));
  if (leak)
    throw new InputError({
      where: "rounds/",
      problem: "holds an item both in the newest round and in an older one",
      arrived: leak.id,
      fix: "run the study again; it writes the rounds anew from its journal",
    });
}

function ownLicence(open: readonly WrittenRound[]): string {
  const others = writersOf(open.flatMap(({ items }) => items)).filter(
    (writer) => !OWN_WRITERS.includes(writer),
  );
  if (others.length === 0) return OWN_LICENCE;
  throw new InputError({
    where: "--licence",
    problem: "must be given, since others than the grammar wrote items",
    arrived: others.join(", "),
    fix: "see what their makers allow, then name the licence: --licence 'CC BY 4.0'",
  });
}

function licenceText(study: string, licence: string): string {
  return (
    `The items of the study "${study}" in rounds/ are released under: ${licence}\n` +
    "Their scores are measurements of the examinees that each manifest names; where an examinee is simulated, its numbers are " +
    "simulated, and those simulated from published scores rest on data under CC BY-NC-SA.\n"
  );
}

function nothingOpen(folder: string): InputError {
  return new InputError({
    where: folder,
    problem: "has one round only, and the newest is never released",
    arrived: null,
    fix: `let it evolve first: value-compass evolve ${folder}`,
  });
}

function taken(to: string): InputError {
  return new InputError({
    where: to,
    problem: "holds a release or a study already",
    arrived: null,
    fix: "name another folder; nothing was changed",
  });
}
