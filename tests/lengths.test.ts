import { expect, test } from "vitest";
import { functionLengths } from "./house/function-lengths.js";
import { sourceFiles } from "./house/source-files.js";

/** Lines that a function may have without a reason. */
const MOST = 40;

const files = sourceFiles(["src"], /(?<!\.d)\.ts$/).filter(
  ({ path }) => !path.startsWith("src/facts/made/"),
);

const TABLE = "a list of what there is, one entry after the other";
const TEXT = "one text, as it is read";
const FIGURE = "one figure written out: its caption, its table and its two pictures";
const DRAWN = "one drawing written out, shape by shape";
const COLUMNS = "one table written out, column by column";
const RESULT = "one result written out, field by field";
const STEPS = "the steps of one job, each used once, in the order in which they happen";

/** Why a function is longer. A reason is no praise: the longest are the next to be parted. */
const REASONS: Readonly<Record<string, string>> = {
  "src/cli/experiment-prime.ts: primeText": COLUMNS,
  "src/cli/experiment-static.ts: staticText": COLUMNS,
  "src/cli/experiment-steer.ts: steerText": COLUMNS,
  "src/cli/reading-verbs.ts: addReadingVerbs": TABLE,
  "src/cli/run-folder.ts: runFolder": STEPS,
  "src/dashboard/method-section.ts: methodSection": TEXT,
  "src/dashboard/site/board-view.ts: table": COLUMNS,
  "src/dashboard/site/theory-circle.ts: theoryCircle": FIGURE,
  "src/dashboard/site/rounds-view.ts: items": COLUMNS,
  "src/dashboard/site/terms-figure.ts: picture": DRAWN,
  "src/dashboard/site/terms-figure.ts: termsFigure": FIGURE,
  "src/examinees/read-item.ts: systemReader":
    "what is drawn once for a system, and the reading that uses all of it",
  "src/experiments/elicitation-comparison.ts: compareElicitations": STEPS,
  "src/experiments/fold-reliability.ts: foldReliability": STEPS,
  "src/experiments/panel-priming.ts: primePanel": STEPS,
  "src/experiments/published-procedure.ts: publishedProcedure": STEPS,
  "src/figures/alignment-figure.ts: alignmentFigure": FIGURE,
  "src/figures/bar-picture.ts: drawLine": DRAWN,
  "src/figures/circle-figure.ts: circleFigure": FIGURE,
  "src/figures/circle-picture.ts: valueNodes": DRAWN,
  "src/figures/closest-cultures-figure.ts: closestCulturesFigure": FIGURE,
  "src/figures/heatmap-figure.ts: heatmapFigure": FIGURE,
  "src/figures/heatmap-picture.ts: heatmapPicture": DRAWN,
  "src/figures/interval-picture.ts: lineOf": DRAWN,
  "src/figures/leaderboard-figure.ts: leaderboardFigure": FIGURE,
  "src/figures/objective-figure.ts: objectiveFigure": FIGURE,
  "src/figures/picks-picture.ts: picksPicture": DRAWN,
  "src/figures/radar-panel.ts: radarOutline": DRAWN,
  "src/figures/reliability-figure.ts: reliabilityFigure": FIGURE,
  "src/figures/rounds-figure.ts: roundsFigure": FIGURE,
  "src/figures/rounds-picture.ts: axes": DRAWN,
  "src/figures/value-space-figure.ts: valueSpaceFigure": FIGURE,
  "src/figures/value-space-picture.ts: drawPanel": DRAWN,
  "src/figures/variance-figure.ts: varianceFigure": FIGURE,
  "src/figures/weights-figure.ts: weightsFigure": FIGURE,
  "src/kernel/kernel-server.ts: serveKernel": "one entry a message of the protocol",
  "src/notebook/explorer-page.ts: controlRow": DRAWN,
  "src/recognizer/bench/robustness.ts: robustness": STEPS,
  "src/recognizer/system-reader.ts: constructor": STEPS,
  "src/recognizer/training/l2-logistic.ts: minimise": "one published algorithm, step by step",
  "src/recognizer/training/stance-bank.ts: trainStances":
    "one objective with its gradient, and the fit of it",
  "src/recognizer/training/voice-skill.ts: voiceSkill": STEPS,
  "src/run/assemble-study.ts: assembleStudy": STEPS,
  "src/run/batch-file.ts: readBatch": STEPS,
  "src/run/measure.ts: judgeAll": STEPS,
  "src/run/run-study.ts: resultsOf": RESULT,
  "src/run/run-study.ts: runJournaled": STEPS,
  "src/run/system-run.ts: freshRound": STEPS,
  "src/run/write-release.ts: writeRelease": STEPS,
  "src/run/write-round.ts: writeRound": RESULT,
};

test(`no function has more than ${MOST} lines of its own without a stated reason`, () => {
  const long = files.flatMap(functionLengths).filter(({ lines }) => lines > MOST);
  const names = long.map(({ where }) => where);
  const unexplained = long.filter(({ where }) => !Object.hasOwn(REASONS, where));
  expect(unexplained.map(({ where, lines }) => `${where} (${lines})`)).toEqual([]);
  expect(Object.keys(REASONS).filter((where) => !names.includes(where))).toEqual([]);
});

test("the ten longest files are under the ceiling", () => {
  const longest = files
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .sort((a, b) => b.lines - a.lines || (a.path < b.path ? -1 : 1))
    .slice(0, 10);
  console.log(longest.map(({ path, lines }) => `${lines} ${path}`).join("\n"));
  const texts = longest.filter(({ path }) => path !== "src/browser.ts" && path !== "src/index.ts");
  expect(texts[0].lines).toBeLessThanOrEqual(400);
});
