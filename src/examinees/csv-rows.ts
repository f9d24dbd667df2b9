import { type CsvRow, csvReader } from "../records/csv-reader.js";

/**
 * Reads CSV from a stream, record by record, as `csvReader` does.
 *
 * @param chunks  the text, cut anywhere
 */
export async function* csvRows(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CsvRow> {
  const reader = csvReader();
  for await (const chunk of chunks) yield* reader.read(chunk);
  const last = reader.end();
  if (last) yield last;
}
