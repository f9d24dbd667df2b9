import { alignments } from "./alignments.js";
import type { ChoiceGroup } from "./choices-page.js";
import { divergences } from "./divergences.js";
import { elicitations } from "./elicitations.js";
import { welfareRules } from "./welfare-rules.js";

/**
 * Everything there is to choose, kind by kind.
 *
 * @example
 * choiceGroups().map(({ title }) => title); // => ["Divergences", "Elicitations", "Welfare rules", "Alignment measures"]
 */
export function choiceGroups(): readonly ChoiceGroup[] {
  return [
    {
      title: "Divergences",
      about: "D of Eq. 1: how far the examinees' profiles on an item are apart.",
      entries: divergences,
    },
    {
      title: "Elicitations",
      about: "I of Eq. 1: how much an examinee's replies to an item say about values.",
      entries: elicitations,
    },
    {
      title: "Welfare rules",
      about: "How the scores of an examinee become one number, under the weights of a person.",
      entries: welfareRules,
    },
    {
      title: "Alignment measures",
      about: "How much a profile resembles that of a culture.",
      entries: alignments,
    },
  ];
}
