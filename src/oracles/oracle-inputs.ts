/** A list in an oracle file may hold `null` where a rating is missing. */
export type MaybeNumbers = readonly (number | null)[];

/**
 * The inputs of one oracle case, read by name and shape. Numbers that JSON cannot write stand as text there
 * (`"NaN"`, `"Infinity"`, `"-Infinity"`); `null` means absent.
 *
 * @example
 * new OracleInputs({ p: [0.5, "Infinity"] }).numbers("p"); // => [0.5, Infinity]
 * new OracleInputs({ weights: null }).numbersOrNull("weights"); // => null
 * new OracleInputs({ alpha: 0.5 }).number("beta"); // throws /input beta is missing; the case has alpha/
 */
export class OracleInputs {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** Whether the case gives this input at all; `null` counts as given. */
  has(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  number(name: string): number {
    return asNumber(this.#given(name), name);
  }

  text(name: string): string {
    const value = this.#given(name);
    if (typeof value !== "string") throw unfit(name, "text", value);
    return value;
  }

  textOrNull(name: string): string | null {
    return this.#absent(name) ? null : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.#given(name);
    if (typeof value !== "boolean") throw unfit(name, "true or false", value);
    return value;
  }

  numbers(name: string): number[] {
    return asList(this.#given(name), name).map((value) => asNumber(value, name));
  }

  numbersOrNull(name: string): number[] | null {
    return this.#absent(name) ? null : this.numbers(name);
  }

  table(name: string): number[][] {
    return asList(this.#given(name), name).map((row) =>
      asList(row, name).map((value) => asNumber(value, name)),
    );
  }

  /** A list in which an answer may be missing. */
  numbersWithGaps(name: string): (number | null)[] {
    return asList(this.#given(name), name).map((value) =>
      value === null ? null : asNumber(value, name),
    );
  }

  /** A table in which a rating may be missing. */
  tableWithGaps(name: string): (number | null)[][] {
    return asList(this.#given(name), name).map((row) =>
      asList(row, name).map((value) => (value === null ? null : asNumber(value, name))),
    );
  }

  /** Examinees by samples by dimensions, or any other three-fold list. */
  cube(name: string): number[][][] {
    return asList(this.#given(name), name).map((table) =>
      asList(table, name).map((row) => asList(row, name).map((value) => asNumber(value, name))),
    );
  }

  #absent(name: string): boolean {
    return this.has(name) && this.#values[name] === null;
  }

  #given(name: string): unknown {
    if (!this.has(name)) {
      const names = Object.keys(this.#values).join(", ") || "none";
      throw new TypeError(`input ${name} is missing; the case has ${names}`);
    }
    return this.#values[name];
  }
}

const UNWRITABLE: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};

function asNumber(value: unknown, name: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" && Object.hasOwn(UNWRITABLE, value)) return UNWRITABLE[value];
  throw unfit(name, "a number", value);
}

function asList(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw unfit(name, "a list", value);
  return value;
}

function unfit(name: string, wanted: string, value: unknown): TypeError {
  return new TypeError(`input ${name} must be ${wanted}; got ${JSON.stringify(value)}`);
}
