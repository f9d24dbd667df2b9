/**
 * The JSON objects that stand in a text at the top level, with or without prose or code fences around them: each
 * stretch from an opening brace to the one that closes it. Braces inside strings do not count. One pass.
 *
 * @example
 * jsonObjects('Sure: {"a": "}"} Done.'); // => ["{\"a\": \"}\"}"]
 * jsonObjects("{ never closed"); // => []
 */
export function jsonObjects(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (quoted) {
      if (unit === "\\") at++;
      else if (unit === '"') quoted = false;
    } else if (unit === "{") {
      if (depth === 0) start = at;
      depth++;
    } else if (depth > 0) {
      if (unit === '"') quoted = true;
      else if (unit === "}") {
        depth--;
        if (depth === 0) found.push(text.slice(start, at + 1));
      }
    }
  }
  return found;
}

/**
 * The first key that an object of valid JSON gives twice, at any depth; `null` where there is none. A parser would
 * keep the last one in silence.
 *
 * @example
 * repeatedKey('{"a": {"b": 1, "b": 2}}'); // => "b"
 * repeatedKey('{"a": 1, "c": {"a": 2}}'); // => null
 */
export function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let key = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json[at];
    if (unit === '"') {
      const end = stringEnd(json, at);
      const keys = open.at(-1);
      if (key && keys) {
        const name = JSON.parse(json.slice(at, end + 1)) as string;
        if (keys.has(name)) return name;
        keys.add(name);
      }
      key = false;
      at = end;
    } else if (unit === "{") {
      open.push(new Set());
      key = true;
    } else if (unit === "[") open.push(null);
    else if (unit === "}" || unit === "]") open.pop();
    else if (unit === ",") key = open.at(-1) instanceof Set;
  }
  return null;
}

function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}
