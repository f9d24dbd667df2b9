import { examineeNames } from "../figures/examinee-names.js";
import type { Json } from "../figures/figure.js";
import { weightsRules } from "../figures/weights-figure.js";
import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import type { Displayable } from "./displayable.js";
import { explorerPage } from "./explorer.js";
import { type ExplorerControl, firstSettings } from "./explorer-control.js";
import { explorerViews, type WeightsData } from "./explorer-view.js";

/**
 * The explorer of personal weights: how much does each value matter to you, and who is first then? Examinees with
 * a score missing are left out, since their place would rest on less.
 *
 * @throws RangeError when nobody has a score on every dimension
 */
export function weightsExplorer(
  results: Pick<StudyResults, "examinees" | "scores">,
  system: ValueSystem,
): Displayable {
  const names = examineeNames(results.examinees);
  const profiles = results.examinees.flatMap(({ id }) => {
    const scores = system.dimensions.map(
      (dimension) =>
        results.scores.find(
          (score) =>
            score.examinee === id && score.system === system.id && score.dimension === dimension.id,
        )?.mean ?? null,
    );
    const measured = scores.flatMap((score) => (score === null ? [] : [score * 100]));
    if (measured.length < scores.length) return [];
    return [{ name: names.get(id) ?? id, scores: measured }];
  });
  if (profiles.length === 0)
    throw new RangeError(`no examinee has a score on every dimension of ${system.name}`);
  const dimensions = system.dimensions.map(({ name }) => name);
  const rules = Object.keys(weightsRules);
  const sliders = dimensions.map((label): [string, ExplorerControl] => [
    label,
    { kind: "range", label, low: 0, high: 10, step: 1, value: 5 },
  ]);
  const controls: Record<string, ExplorerControl> = {
    rule: { kind: "choice", label: "rule", options: rules, value: rules[0] },
    ...Object.fromEntries(sliders),
  };
  const examinees = results.examinees.map(({ origin }) => ({ origin }));
  const data = { profiles, dimensions, examinees } satisfies WeightsData as unknown as Json;
  const figure = explorerViews.weights(firstSettings(controls), data);
  return explorerPage({ title: figure.title, controls, data, view: '"weights"', figure });
}
