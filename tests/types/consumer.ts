/**
 * What a reader of the documentation may write, and probes that fail when a type has become `any`.
 * Compiled with the project, and by `consumer.test.ts` the way the notebook kernel compiles a cell.
 */
import * as vc from "value-compass";
import * as comms from "value-compass/comms";

const system: vc.ValueSystem = vc.valueSystem("schwartz");
const names: readonly string[] = system.dimensions.map(({ name }) => name);

// @ts-expect-error a value system is no number
export const notSystem: number = vc.valueSystem("schwartz");
// @ts-expect-error an objective is a number
export const notObjective: string = vc.objective({
  informativeness: 0.1,
  elicitation: 0.2,
  alpha: 0.5,
  informativenessScale: 1,
  elicitationScale: 1,
});
// @ts-expect-error alpha is a number
export const wrongAlpha: vc.StudyInput["objective"] = { alpha: "half" };
// @ts-expect-error a budget has no such part
export const wrongBudget: vc.StudyInput["budget"] = { round: 3 };
// @ts-expect-error a checked study has all its defaults
export const notConfig: string = vc.checkStudy({}, "study.json").objective.alpha;
// @ts-expect-error a figure is no text
export const notFigure: string = vc.radarFigure;
// @ts-expect-error a table has cells of text, numbers, truth and nothing
vc.showTable(["a"], [[{}]]);

/** One study from the plan to the figure, typed all the way. */
export async function tour(folder: string): Promise<readonly string[]> {
  const plan: vc.StudyInput = { ...vc.demoStudy, systems: ["schwartz"], seed: 7 };
  const { study, results, asked } = await vc.runStudyIn(folder, plan);
  const calls: number = asked;
  // @ts-expect-error results are no number
  const notResults: number = results;
  // @ts-expect-error scores may be missing
  const notMissing: string = results.scores[0].mean;
  const figure: vc.Figure = vc.leaderboardFigure(results, study.systems[0]);
  vc.showFigure(figure);
  const frame = await vc.scoreFrame(results);
  vc.showFrame(frame.query(frame.column("dimension").eq("power")).head(3), { digits: 2 });
  // @ts-expect-error a frame is no text
  const notFrame: string = frame;
  return [...names, figure.title, String(calls), String(notResults + notMissing + notFrame)];
}

/** An explorer of one's own: its settings are typed by its controls. */
export const own: vc.Displayable = vc.explorer({
  title: "How much is it?",
  controls: {
    x: { kind: "range", label: "x", low: 0, high: 1, step: 0.1, value: 0.5 },
    rule: { kind: "choice", label: "rule", options: ["a", "b"], value: "a" },
  },
  data: [1, 2],
  view: ({ x, rule }, data, math) => {
    const number: number =
      x + data[0] + math.divergence("variance").maximum({ examinees: 2, dimensions: 1 });
    // @ts-expect-error a range gives a number
    const notText: string = x;
    return { columns: ["rule", "x"], rows: [[rule + notText, number]], caption: "c" };
  },
});
vc.show(own, { id: "own" });
vc.show(vc.table(["a"], [[1]]));
const progress: vc.Progress = vc.progress();
progress.finish();
// @ts-expect-error a number shows itself nowhere
vc.show(3);

/** Somebody's own examinee. */
export const parrot: vc.Examinee = {
  card: {
    id: "parrot",
    name: "Parrot",
    origin: "endpoint",
    label: "repeats the question",
    family: null,
    developer: null,
    access: null,
    released: null,
    systems: null,
    planted: null,
  },
  identity: { kind: "parrot" },
  ask: async ({ text }) => ({
    kind: "answered",
    reply: { text, finish: "complete", served: "parrot" },
  }),
};

/** What a control gives is what the function gets. */
export const interacted: Promise<void> = comms.interact(
  ({ alpha, divergence, fair }) => {
    const typed: [number, string, boolean] = [alpha, divergence, fair];
    // @ts-expect-error a slider gives a number, so this is no any
    const wrong: string = alpha;
    return [typed, wrong];
  },
  { alpha: comms.slider(0, 1), divergence: ["jensen-shannon", "variance"], fair: true },
);
