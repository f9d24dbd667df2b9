/** Changes named before "and so many more". */
const NAMED = 4;
/** Characters of a value that are shown. */
const SHOWN = 40;

/**
 * What differs between two versions of a study, in one line: `objective.alpha (0.5, now 0.9), examinees.2 (none, now {"kind":...)`.
 * Keys that must not be shown have names in a study, so nothing here is secret but headers, which are left out.
 *
 * @example
 * configChanges({ seed: 1, budget: { items: 5 } }, { seed: 2, budget: { items: 5 } }); // => "seed (1, now 2)"
 */
export function configChanges(before: unknown, now: unknown): string {
  const changes = [...differences(before, now, "")];
  const more = changes.length > NAMED ? `, and ${changes.length - NAMED} more` : "";
  return changes.slice(0, NAMED).join(", ") + more;
}

function* differences(before: unknown, now: unknown, path: string): Generator<string> {
  if (isObject(before) && isObject(now)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)]))
      yield* differences(before[key], now[key], path === "" ? key : `${path}.${key}`);
  } else if (shown(before) !== shown(now)) {
    const secret = /\bheaders\b/.test(path);
    yield secret ? path : `${path} (${short(before)}, now ${short(now)})`;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

function short(value: unknown): string {
  const text = shown(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}
