/** A cell that ran: session, number, source; with outputs, the source and what it gave. */
export type HistoryRow = readonly [number, number, string | readonly [string, string | null]];

/** The cells that ran since the kernel started. Nothing is written to a file. */
export interface CellHistory {
  add(count: number, source: string, result: string | null): void;
  /** The answer to `history_request`. */
  answer(request: Readonly<Record<string, unknown>>): readonly HistoryRow[];
}

/** The protocol counts sessions; this kernel knows its own alone. */
const SESSION = 1;

/**
 * Remembers cells.
 *
 * @example
 * const history = cellHistory();
 * history.add(1, "1 + 1", "2");
 * history.add(2, "vc.divergences", null);
 * history.answer({ hist_access_type: "tail", n: 1 }); // => [[1, 2, "vc.divergences"]]
 * history.answer({ hist_access_type: "search", pattern: "1*" }); // => [[1, 1, "1 + 1"]]
 * history.answer({ hist_access_type: "range", start: 1, stop: 2, output: true }); // => [[1, 1, ["1 + 1", "2"]]]
 */
export function cellHistory(): CellHistory {
  const cells: {
    readonly count: number;
    readonly source: string;
    readonly result: string | null;
  }[] = [];
  return {
    add: (count, source, result) => cells.push({ count, source, result }),
    answer: ({ hist_access_type, n, start, stop, pattern, unique, output }) => {
      const wanted = globPattern(String(pattern ?? "*"));
      const found = cells.filter(({ count, source }, at) => {
        if (hist_access_type === "range")
          return count >= Number(start ?? 0) && count < Number(stop ?? Number.POSITIVE_INFINITY);
        if (hist_access_type !== "search") return true;
        const later = cells.slice(at + 1).some((cell) => cell.source === source);
        return wanted.test(source) && !(unique === true && later);
      });
      const last = typeof n === "number" && hist_access_type !== "range" ? found.slice(-n) : found;
      return last.map(({ count, source, result }) => [
        SESSION,
        count,
        output === true ? [source, result] : source,
      ]);
    },
  };
}

/** A pattern in which * is any text and ? any character. */
function globPattern(pattern: string): RegExp {
  const text = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${text.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}
