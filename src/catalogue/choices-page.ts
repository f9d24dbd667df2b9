import type { CatalogueEntry } from "./entry.js";

/** The entries of one kind, with a sentence about what is chosen. */
export interface ChoiceGroup {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly CatalogueEntry[];
}

/**
 * Every choice of the catalogue as one Markdown page: what it means, its formula, its range, its parameters, where it
 * is not defined, and its source.
 *
 * @example
 * choicesPage([{ title: "Divergences", about: "D of Eq. 1.", entries: [] }]); // => "# Choices\n\n## Divergences\n\nD of Eq. 1.\n"
 */
export function choicesPage(groups: readonly ChoiceGroup[]): string {
  return ["# Choices", ...groups.map(groupText)].join("\n\n").trimEnd().concat("\n");
}

function groupText({ title, about, entries }: ChoiceGroup): string {
  return [`## ${title}`, about, ...entries.map(entryText)].join("\n\n");
}

function entryText(entry: CatalogueEntry): string {
  const parameters = entry.parameters.map(
    ({ id, meaning, lowest, highest, usual }) =>
      `- \`${id}\` from ${lowest} to ${highest}, usually ${usual}: ${meaning}`,
  );
  return [
    `### ${entry.name}`,
    `\`${entry.id}\`. ${entry.meaning}`,
    `$$${entry.formula}$$`,
    [
      `- range: ${entry.range} (${entry.unit})`,
      `- domain: ${entry.domain}`,
      ...parameters,
      `- source: ${entry.source}`,
    ].join("\n"),
  ].join("\n\n");
}
