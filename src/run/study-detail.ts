import type { Item } from "../records/item.js";
import type { ItemReadingsRow } from "../records/item-readings-row.js";
import type { StudyDetail, SystemDetail } from "../records/study-detail.js";
import type { Study } from "./study.js";
import type { SystemRun } from "./system-run.js";

/** Decimals of a reading that pages show for every item: far below what one reply can tell. */
const DECIMALS = 4;

/** What lies behind the scores, put together for pages: items of all rounds, readings, and cases of each outcome. */
export function studyDetail(
  study: Study,
  runs: readonly SystemRun[],
  found: { readonly items: readonly Item[]; readonly readings: readonly ItemReadingsRow[] },
): StudyDetail {
  const examinees = study.members.map(({ examinee }) => examinee.card.id);
  return {
    kind: "value-compass detail",
    format: 1,
    systems: runs.map(({ system }) => {
      const items = found.items.filter((item) => item.system === system.id);
      const rows = found.readings.filter((row) => row.system === system.id);
      return { system: system.id, items, readings: readingsOf(examinees, items, rows) };
    }),
    cases: runs.flatMap(({ cases }) => cases.outcomes()),
  };
}

/** By examinee, in the order of the items; `null` for an item that an examinee was not asked or that does not count. */
function readingsOf(
  examinees: readonly string[],
  items: readonly Item[],
  rows: readonly ItemReadingsRow[],
): SystemDetail["readings"] {
  const byItem = new Map(rows.map((row) => [row.item, row.readings]));
  return Object.fromEntries(
    examinees.map((examinee) => [
      examinee,
      items.map(({ id, targets }) => {
        const own = byItem.get(id)?.[examinee];
        return own ? targets.map((target) => rounded(own[target] ?? null)) : null;
      }),
    ]),
  );
}

function rounded(reading: number | null): number | null {
  return reading === null ? null : Number(reading.toFixed(DECIMALS));
}
