import { divergence } from "../catalogue/divergences.js";
import { elicitation } from "../catalogue/elicitations.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import { grammarWriter } from "../generator/grammar-writer.js";
import { DEFAULT_CLIP } from "../information/question-baseline.js";
import type { Examinee } from "../ports/ask.js";

/** What an experiment says of its search; the rest is what a study does unless told otherwise. */
export type LabSearch = Omit<
  EvolveSettings,
  "writer" | "panel" | "divergence" | "elicitation" | "clip"
> &
  Partial<Pick<EvolveSettings, "writer" | "elicitation">>;

/** The search of an experiment over a panel: the grammar writes, by Jensen-Shannon and the question baseline. */
export function labSearch(
  panel: readonly Pick<Examinee, "card">[],
  { writer, ...search }: LabSearch,
): EvolveSettings {
  return {
    elicitation: elicitation("question-baseline"),
    ...search,
    writer: writer ?? grammarWriter(),
    panel: panel.map(({ card }) => card.id),
    divergence: divergence("jensen-shannon"),
    clip: DEFAULT_CLIP,
  };
}
