/** A column of a table for a terminal. */
export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/**
 * A plain table for a terminal: columns as wide as their widest cell, two blanks between.
 *
 * @example
 * textTable([{ title: "who", align: "left" }, { title: "n", align: "right" }], [["a", "10"]]); // => "who   n\na    10"
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ title }, k) =>
    Math.max(title.length, ...rows.map((row) => row[k].length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, k) =>
        columns[k].align === "left" ? cell.padEnd(widths[k]) : cell.padStart(widths[k]),
      )
      .join("  ")
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join("\n");
}
