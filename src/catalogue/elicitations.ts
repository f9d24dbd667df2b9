import { baselineElicitations } from "./baseline-elicitations.js";
import { addElicitation, type ElicitationEntry } from "./elicitation-entry.js";
import { findEntry, type ParameterValues, parameterValues } from "./entry.js";
import { informationElicitations } from "./information-elicitations.js";

const [questionBaseline, ...otherBaselines] = baselineElicitations;
const [plugin, ...otherInformation] = informationElicitations;

const known: ElicitationEntry[] = [
  questionBaseline,
  plugin,
  ...otherBaselines,
  ...otherInformation,
];

/** Every choice for I of Eq. 1, those registered since included. */
export const elicitations: readonly ElicitationEntry[] = known;

/**
 * The elicitation with this id, with numbers of one's own for its parameters.
 *
 * @param id          as in `elicitations`
 * @param parameters  by parameter; those left out take their usual value
 * @throws RangeError when there is none of this id
 * @throws ArgumentError when it has no such parameter, or the number is outside its range
 * @example
 * elicitation("plug-in").name; // => "Plug-in mutual information"
 * elicitation("adaem-surrogate", { "shown-from": 0.3 }).settings; // => { "shown-from": 0.3 }
 * elicitation("plug-in", { order: 2 }); // throws /plug-in must be given no parameters: order/
 */
export function elicitation(id: string, parameters: ParameterValues = {}): ElicitationEntry {
  const entry = findEntry("elicitation", known, id);
  const settings = parameterValues(id, entry.parameters, parameters);
  return entry.tuned ? { ...entry, ...entry.tuned(settings), settings } : entry;
}

/**
 * Makes an elicitation of your own a choice for I: from then on `elicitations`, `elicitation(id)` and study.json know
 * it. It is trusted code: what it returns is used as it is.
 *
 * @param entry  `of` takes the replies of one examinee, the bare item and the clip; one with parameters has `tuned` too
 * @throws ArgumentError when the id is taken or not of the form `my-choice`, or a part is missing
 * @example
 * const about = { name: "Loudness", meaning: "", formula: "", unit: "", range: "", domain: "", source: "" };
 * const of = ({ replies }) => replies[0][0];
 * registerElicitation({ id: "example-loudness", ...about, parameters: [], of, maximum: () => 1 });
 * elicitation("example-loudness").of({ replies: [[0.25]], baseline: [0], clip: 0.02 }); // => 0.25
 */
export function registerElicitation(entry: ElicitationEntry): void {
  addElicitation(known, entry);
}
