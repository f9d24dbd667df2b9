import { LONGEST_CELL } from "../records/csv-reader.js";

/**
 * The lines of a text that streams in. Lines end at LF only: JSON texts may hold other separators as they are.
 *
 * @throws RangeError for a line of more than ten million characters, before it fills the memory
 */
export async function* textLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  for await (const chunk of text) {
    const [first, ...others] = chunk.split("\n");
    parts.push(first);
    length += first.length;
    if (length > LONGEST_CELL)
      throw new RangeError(`line ${line} is longer than ${LONGEST_CELL} characters. Split it`);
    if (others.length === 0) continue;
    yield parts.join("");
    const rest = others.pop() ?? "";
    yield* others;
    line += others.length + 1;
    parts = [rest];
    length = rest.length;
  }
  if (length > 0) yield parts.join("");
}
