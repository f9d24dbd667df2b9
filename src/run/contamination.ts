import { completionMatch, cutInHalf } from "../generator/quality/completion-match.js";
import type { Item } from "../records/item.js";
import type { ValueSystem } from "../values/value-system.js";
import { type Bench, measure } from "./measure.js";
import { type Member, membersFor, type Study } from "./study.js";

/** A second half of which so much stands in the completion counts as known. */
const KNOWN = 0.5;

/** How much of the items of one round an examinee can say by heart. */
export interface Completions {
  readonly examinee: string;
  readonly system: string;
  readonly round: number;
  /** Items whose completion was answered. */
  readonly items: number;
  /** Items of whose second half at least half was completed word for word. */
  readonly known: number;
  /** Mean share of second halves completed; `null` without an item. */
  readonly match: number | null;
  /** The same held against the second halves of other items: what chance and a grammar's phrases give. */
  readonly chance: number | null;
}

/** What an examinee is asked; it is an item like any other to it. */
export function completionPrompt(text: string): string {
  return (
    "Below is the first half of a text. Write its second half, word for word as you know it, and nothing else. " +
    `If you do not know it, write what seems likeliest.\n\n${cutInHalf(text).opening}`
  );
}

/**
 * Shows every examinee the first half of each item and looks how much of the second it completes word for word. Replies are
 * journaled like any other and cost nothing twice; they are not judged, and enter no score. Recorded examinees
 * cannot be asked and are left out.
 */
export async function completions(
  study: Study,
  system: ValueSystem,
  bench: Bench,
  items: readonly Item[],
): Promise<Completions[]> {
  const asked = membersFor(study, system.id).filter(({ recorded }) => !recorded);
  const own = items.filter((item) => item.system === system.id);
  const asks = own.map(({ id, text }) => ({
    id,
    text: completionPrompt(text),
    to: asked.map(({ examinee }) => ({ examinee, samples: [0] })),
  }));
  const said = new Map<string, ReadonlyMap<string, string>>();
  for await (const { id, cells } of measure({ ...bench, judging: false }, system, asks))
    said.set(
      id,
      new Map(cells.flatMap(({ examinee, reply }) => (reply ? [[examinee, reply.text]] : []))),
    );
  const rounds = [...new Set(own.map(({ round }) => round))];
  return asked.flatMap((member) =>
    rounds.map((round) =>
      matched(
        member,
        own.filter((item) => item.round === round),
        said,
      ),
    ),
  );
}

function matched(
  { examinee }: Member,
  items: readonly Item[],
  said: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Completions {
  const rows = items.flatMap(({ id, text }, n) => {
    const completion = said.get(id)?.get(examinee.card.id);
    const match =
      completion === undefined ? null : completionMatch(cutInHalf(text).rest, completion);
    if (completion === undefined || match === null) return [];
    const other = items[(n + 1) % items.length];
    return [{ match, chance: completionMatch(cutInHalf(other.text).rest, completion) ?? 0 }];
  });
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    examinee: examinee.card.id,
    system: items[0]?.system ?? "",
    round: items[0]?.round ?? 0,
    items: rows.length,
    known: rows.filter(({ match }) => match >= KNOWN).length,
    match: mean(rows.map(({ match }) => match)),
    chance: mean(rows.map(({ chance }) => chance)),
  };
}
