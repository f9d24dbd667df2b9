/** No line, and no cell of a table, is longer than this many characters: no reply is. */
export const LONGEST_LINE = 10_000_000;

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
    if (length > LONGEST_LINE)
      throw new RangeError(`line ${line} is longer than ${LONGEST_LINE} characters. Split it`);
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
