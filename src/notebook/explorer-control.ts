/** A slider over numbers. */
export interface ExplorerRange {
  readonly kind: "range";
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Where it stands at first. */
  readonly value: number;
}

/** A list to choose one entry from. */
export interface ExplorerChoice {
  readonly kind: "choice";
  readonly label: string;
  readonly options: readonly string[];
  /** What is chosen at first. */
  readonly value: string;
}

/** What a reader can move in an explorer. */
export type ExplorerControl = ExplorerRange | ExplorerChoice;

/** The controls of an explorer by name, in the order in which they stand. */
export type ExplorerControls = Readonly<Record<string, ExplorerControl>>;

/** Where the controls stand: a number for a range, one of its options for a choice. */
export type ExplorerSettings<C extends ExplorerControls = ExplorerControls> = {
  readonly [K in keyof C]: C[K] extends ExplorerRange
    ? number
    : C[K] extends ExplorerChoice
      ? string
      : number | string;
};

/**
 * Where the controls of an explorer stand at first.
 *
 * @example
 * firstSettings({ alpha: { kind: "range", label: "alpha", low: 0, high: 1, step: 0.1, value: 0.5 } }); // => { alpha: 0.5 }
 */
export function firstSettings<C extends ExplorerControls>(controls: C): ExplorerSettings<C> {
  const entries = Object.entries(controls).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(entries) as ExplorerSettings<C>;
}
