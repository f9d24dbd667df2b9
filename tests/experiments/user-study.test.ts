import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswers } from "../../src/experiments/user-study/read-answers.js";
import { userStudy } from "../../src/experiments/user-study/user-study.js";
import { publishedMeasure } from "../../src/facts/published-measure.js";
import { userStudyForm } from "../../src/facts/user-study-form.js";
import { susGrade, susScore } from "../../src/statistics/sus-score.js";
import { cli } from "../cli/in-process.js";
import { testFolder } from "../run/small-study.js";

const HEAD = `participant,group,platform,${Array.from({ length: 10 }, (_, at) => `s${at + 1}`).join(",")},q1,q2`;
const BEST = "5,1,5,1,5,1,5,1,5,1";
const MIDDLE = "3,3,3,3,3,3,3,3,3,3";
/** Answers of our own: three people rate both platforms, a fourth only ours and not to the end. */
const ROWS = [
  `ann,safety,ours,${BEST},7,6`,
  `bob,safety,ours,4,2,4,2,5,1,5,2,4,2,6,6`,
  `cat,others,ours,${MIDDLE},5,`,
  `ann,safety,theirs,${MIDDLE},4,6`,
  `bob,safety,theirs,${MIDDLE},3,5`,
  `cat,others,theirs,${MIDDLE},4,2`,
  `dan,others,ours,5,1,5,,,,,,,,6,7`,
];
const text = (rows: readonly string[] = ROWS, head = HEAD) => `${[head, ...rows].join("\n")}\n`;
const found = () => userStudy(readAnswers(text(), "answers.csv"));

describe("the usability scale", () => {
  test("runs from 0 to 100 in steps of 2.5, odd lines for and even lines against", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(answers, (ten) => {
        const score = susScore(ten);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(score % 2.5).toBe(0);
        const turned = susScore(ten.map((one) => 6 - one));
        expect(score + turned).toBe(100);
      }),
    );
  });

  test("the paper's 81.5 is an A, better than 90 % of systems, as it says", () => {
    const [{ value }] = publishedMeasure({ table: "user study", measure: "SUS" });
    expect(susGrade(value)).toEqual({ grade: "A", percentileLow: 90, percentileHigh: 95 });
  });

  test("grades never fall as scores rise, and leave no gap", () => {
    const grades = Array.from({ length: 1001 }, (_, at) => susGrade(at / 10));
    for (const [at, one] of grades.entries()) {
      if (at === 0) continue;
      const before = grades[at - 1];
      const same = before.grade === one.grade;
      expect(one.percentileLow).toBe(same ? before.percentileLow : before.percentileHigh + 1);
    }
    expect([grades[0].percentileLow, grades[1000].percentileHigh]).toEqual([0, 100]);
  });
});

describe("a user study", () => {
  test("has the mean SUS with its interval, by platform and group", () => {
    const { usability, participants, groups, unfinished } = found();
    expect([participants, unfinished]).toEqual([4, 1]);
    expect(groups).toEqual([
      { name: "safety", participants: 2 },
      { name: "others", participants: 2 },
    ]);
    const [all, safety, others] = usability.filter(({ platform }) => platform === "ours");
    // Three people with 100, 82.5 and 50: mean 77.5, standard error 14.65, t(2) = 4.303.
    expect(all).toMatchObject({ group: null, items: 3, mean: 77.5, high: 100 });
    expect(all.low).toBeCloseTo(77.5 - 4.302653 * 14.6487, 1);
    expect(all.grade?.grade).toBe("B+");
    expect([all.gradeLow, all.gradeHigh]).toEqual(["F", "A+"]);
    expect([safety.mean, others.mean]).toEqual([91.25, 50]);
    expect(others).toMatchObject({ items: 1, low: null, high: null, gradeLow: null });
  });

  test("counts answers from 1 to 7, and a question that was skipped enters nothing", () => {
    const { questions } = found();
    const second = questions.find(
      (one) => one.question === "q2" && one.platform === "ours" && one.group === null,
    );
    expect(second).toMatchObject({ items: 3, counts: [0, 0, 0, 0, 0, 2, 1], agree: 1 });
    expect(second?.mean).toBeCloseTo(19 / 3, 12);
  });

  test("gives no interval where all answered alike: the next person might not", () => {
    const answers = readAnswers("participant,group,q1\na,x,6\nb,x,6\n", "a.csv");
    expect(userStudy(answers).questions[0]).toMatchObject({ mean: 6, low: null, high: null });
  });

  test("compares platforms within the people who rated both", () => {
    const { comparisons } = found();
    expect(comparisons.map(({ measure }) => measure)).toEqual(["SUS", "q1", "q2"]);
    const [sus, first, second] = comparisons;
    expect(sus).toMatchObject({ how: "paired t", counts: [3], first: "ours", second: "theirs" });
    expect(sus.difference).toBeCloseTo(27.5, 12);
    // Differences 3, 3, 1: mean 7/3, standard error 2/3, t = 3.5 with 2 degrees of freedom.
    expect(first.difference).toBeCloseTo(7 / 3, 12);
    expect(first.p).toBeCloseTo(0.0728, 3);
    // Only two people answered q2 about both, so the sides are compared as they are.
    expect(second).toMatchObject({ how: "Mann-Whitney", counts: [3, 3], low: null });
  });

  test("without platforms or usability lines is a study of one platform's questions", () => {
    const answers = readAnswers("participant,group,q1\na,x,7\nb,y,5\n", "a.csv");
    const { platforms, usability, comparisons, questions } = userStudy(answers);
    expect([platforms, usability, comparisons]).toEqual([["the platform"], [], []]);
    expect(questions[0]).toMatchObject({ mean: 6, items: 2 });
  });
});

describe("a file of answers that cannot be", () => {
  test.each([
    ["", /a\.csv: line 1 has no column participant; got an empty file/],
    [text([]), /a\.csv has no answers/],
    [text(ROWS, HEAD.replace("q2", "joy")), /line 1 has a column that is not known; got joy/],
    [text(ROWS, HEAD.replace("q2", "q1")), /line 1 has a column twice; got q1/],
    [text(ROWS, HEAD.replace("s10", "q3")), /line 1 has no column s10/],
    [
      text([ROWS[0].replace(",7,6", ",8,6")]),
      /line 2, q1 must be a whole number from 1 to 7, or empty; got 8/,
    ],
    [
      text([ROWS[0].replace("5,1,5", "5,6,5")]),
      /line 2, s2 must be a whole number from 1 to 5, or empty; got 6/,
    ],
    [text([ROWS[0].replace("ann", "")]), /line 2, participant is empty/],
    [text([ROWS[0], ROWS[0]]), /has two rows of ann on ours/],
    [text([`${ROWS[0]},9`]), /line 2 has 16 cells, not 15/],
  ])("%# is named and located", (content, message) => {
    expect(() => readAnswers(content, "a.csv")).toThrow(message);
  });
});

describe("value-compass userstudy", () => {
  test("prints tables with intervals and grades, and draws a figure a platform", async () => {
    const folder = testFolder();
    const file = join(folder, "answers.csv");
    writeFileSync(file, text());
    const { code, out, err } = await cli("userstudy", file, "--figures", folder);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("4 people (safety 2, others 2); 2 platform(s)");
    expect(out).toMatch(/ours {6}all +3 {2}77\.5 {2}\d\d\.\d to 100\.0 {2}B\+/);
    expect(out).toContain("1 people have incomplete usability answers");
    expect(readFileSync(join(folder, "likert-ours.svg"), "utf8")).toContain(
      "How far do people agree",
    );
  });

  test("prints a form in our own words whose head line can be read back", async () => {
    const { out } = await cli("userstudy", "--form");
    const head = out.trim().split("\n").at(-1) ?? "";
    const names = head.split(",");
    const row = names.map((name) =>
      name.startsWith("q") ? "5" : name.startsWith("s") ? "4" : "x",
    );
    const { rows } = readAnswers(`${head}\n${row.join(",")}\n`, "form.csv");
    expect(rows[0].usability).toHaveLength(10);
    expect(Object.keys(rows[0].questions)).toEqual(userStudyForm().questions.map(({ id }) => id));
  });

  test("without a file says what to do; a file that is not there is named", async () => {
    expect((await cli("userstudy")).err).toContain("name a CSV file, or print a form");
    const { code, err } = await cli("userstudy", "/none/there.csv");
    expect([code, err]).toEqual([
      2,
      "/none/there.csv cannot be read; got ENOENT; name a CSV file\n",
    ]);
  });
});
