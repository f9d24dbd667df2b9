/** How far a number may lie from the expected one: the larger of the two counts. */
export interface Tolerance {
  readonly abs: number;
  /** As a share of the expected number. */
  readonly rel: number;
}

/**
 * Where a result departs from what was expected, in words; `null` where it does not. Lists must be equally long,
 * named results must have every expected name; `"NaN"`, `"Infinity"` and `"-Infinity"` stand for themselves.
 *
 * @example
 * compareExpected(0.5, 0.5 + 1e-13, { abs: 1e-12, rel: 0 }); // => null
 * compareExpected([1, 3], [1, 2], { abs: 0, rel: 0 }); // => "[1] is 3, off by 1"
 * compareExpected(0, "NaN", { abs: 0, rel: 0 }); // => "the result is 0"
 */
export function compareExpected(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance,
  place = "",
): string | null {
  const where = place === "" ? "the result" : place;
  if (Array.isArray(expected)) {
    if (!isList(got)) return `${where} is no list`;
    if (got.length !== expected.length)
      return `${where} holds ${got.length} entries, not ${expected.length}`;
    return firstFault(
      expected.map((want, at) => compareExpected(got[at], want, tolerance, `${place}[${at}]`)),
    );
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof got !== "object" || got === null) return `${where} has no names`;
    const named = got as Readonly<Record<string, unknown>>;
    return firstFault(
      Object.entries(expected).map(([name, want]) =>
        Object.hasOwn(named, name)
          ? compareExpected(named[name], want, tolerance, place === "" ? name : `${place}.${name}`)
          : `${where} has no ${name}`,
      ),
    );
  }
  return compareOne(got, expected, tolerance, where);
}

function compareOne(
  got: unknown,
  expected: unknown,
  { abs, rel }: Tolerance,
  where: string,
): string | null {
  if (typeof expected !== "number") {
    const same = String(got) === String(expected) && (expected !== null || got === null);
    return same ? null : `${where} is ${String(got)}`;
  }
  if (typeof got !== "number") return `${where} is ${String(got)}, no number`;
  const off = Math.abs(got - expected);
  if (off <= Math.max(abs, rel * Math.abs(expected))) return null;
  return `${where} is ${got}, off by ${Number(off.toPrecision(2))}`;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function firstFault(faults: readonly (string | null)[]): string | null {
  return faults.find((fault) => fault !== null) ?? null;
}
