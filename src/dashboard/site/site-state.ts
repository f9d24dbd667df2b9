/** Where a reader stands: a view and what was chosen in it. It is the part of the address behind #. */
export interface SiteState {
  readonly view: string;
  /** What was chosen, by name; what stands as it stood at first is left out. */
  readonly choices: Readonly<Record<string, string>>;
}

/**
 * Reads an address, taking nothing about it for granted.
 *
 * @example
 * parseState("#/model?m=a%26b"); // => { view: "model", choices: { m: "a&b" } }
 * parseState("#x"); // => { view: "", choices: {} }
 */
export function parseState(hash: string): SiteState {
  const [, view = "", query = ""] = /^#\/([a-z]+)(?:\?(.*))?$/s.exec(hash) ?? [];
  const choices: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    if (/^[a-z]+$/.test(name)) choices[name] = value;
  return { view, choices };
}

/**
 * The address of a state; equal choices give equal addresses.
 *
 * @example
 * stateHash({ view: "board", choices: { rule: "nash", q: "" } }); // => "#/board?rule=nash"
 */
export function stateHash({ view, choices }: SiteState): string {
  const entries = Object.entries(choices)
    .filter(([, value]) => value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const query = new URLSearchParams(entries).toString();
  return `#/${view}${query === "" ? "" : `?${query}`}`;
}

/** The state with some choices changed; an empty text takes a choice back. */
export function withChoices(
  state: SiteState,
  changes: Readonly<Record<string, string>>,
): SiteState {
  return { ...state, choices: { ...state.choices, ...changes } };
}

/**
 * Numbers by name, as one choice holds them: `power:3,care:0`. What is no number is left out.
 *
 * @example
 * readNumbers("a:3,b%2Cc:0.5,d:x"); // => { a: 3, "b,c": 0.5 }
 */
export function readNumbers(text: string | undefined): Readonly<Record<string, number>> {
  const entries = (text ?? "").split(",").flatMap((entry) => {
    const [, name, value] = /^([^:]+):(-?\d+(?:\.\d+)?)$/.exec(entry) ?? [];
    return name === undefined ? [] : [[decoded(name), Number(value)] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * The other way round, in the order of the names.
 *
 * @example
 * writeNumbers({ b: 1, "a:b": 2 }); // => "a%3Ab:2,b:1"
 */
export function writeNumbers(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}:${value}`)
    .join(",");
}

/** Names in one choice: `a,b`. */
export function readNames(text: string | undefined): readonly string[] {
  return (text ?? "").split(",").flatMap((name) => (name === "" ? [] : [decoded(name)]));
}

/** The other way round. */
export function writeNames(names: readonly string[]): string {
  return names.map(encodeURIComponent).join(",");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
