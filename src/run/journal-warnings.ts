import { basename } from "node:path";
import type { Journal, SalvageReport } from "../ports/store.js";

/** A process was ended in the middle of a write: nothing used what it was writing. */
export const UNFINISHED =
  "the last record of the journal was not finished when the process ended; what it held is asked again";

/** What a reader of results has to know of damage to the journal they come from, one line each. */
export function journalWarnings(journal: Journal): string[] {
  const damaged = journal.damaged();
  return [
    ...(damaged > 0 ? [`${damaged} damaged journal rows were not used and asked anew`] : []),
    ...(journal.salvage ? salvageLines(journal.salvage) : []),
  ];
}

function salvageLines({ kept, damaged, missing, brokenFile, log }: SalvageReport): string[] {
  const lines: string[] = [];
  if (log) {
    const said =
      log.unread > 0
        ? `${log.unread === 1 ? "1 place" : `${log.unread} places`} in the journal's log could not be read; records there are asked again`
        : "the journal's log was damaged and has been put right: no record was lost";
    lines.push(`${said}; the damaged log is kept as ${basename(log.brokenLog)}`);
  }
  if (brokenFile) {
    const rows = Object.values(kept).reduce((sum, count) => sum + count, 0);
    lines.push(
      `the journal was damaged; its sound rows were rescued: ${rows}, and ${damaged + missing} or more ` +
        `could not be and are asked again; the damaged file is kept as ${basename(brokenFile)}`,
    );
  }
  return lines;
}
