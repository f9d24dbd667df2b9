/** Anything that survives a round trip through JSON. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Exact values behind a figure, unrounded; `null` where nothing was measured. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * One figure, described once, with a face for every place it is shown: a notebook takes `plotly`, a
 * page or an untrusted notebook takes `svg`, and whoever wants the numbers takes `table` (design,
 * decision 12).
 */
export interface Figure {
  /** Letters, digits and hyphens; the ids inside the SVG begin with it. */
  readonly id: string;
  /** The question that the figure answers. */
  readonly title: string;
  /**
   * What is drawn, how many observations it rests on, how to read it, and where the replies come
   * from.
   */
  readonly caption: string;
  /** What plotly.js draws, as plain JSON. */
  readonly plotly: { readonly data: readonly JsonObject[]; readonly layout: JsonObject };
  /** A static picture, the same text for the same input; light and dark in one. */
  readonly svg: string;
  readonly table: FigureTable;
}
