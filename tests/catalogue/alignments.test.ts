import { expect, test } from "vitest";
import { alignment, alignments, registerAlignment } from "../../src/catalogue/alignments.js";

test("a measure of one's own is listed and found like the ones that ship", () => {
  const before = alignments.length;
  registerAlignment({
    ...alignment("pearson"),
    id: "same-favourite",
    name: "Same favourite",
    meaning: "Do both put the same value first?",
    of: (profile, culture) =>
      profile.indexOf(Math.max(...profile)) === culture.indexOf(Math.max(...culture)) ? 1 : 0,
    hasFisherInterval: false,
  });
  expect(alignments).toHaveLength(before + 1);
  expect(alignment("same-favourite").of([1, 3, 2], [10, 30, 20], [])).toBe(1);
  expect(() => registerAlignment(alignment("same-favourite"))).toThrow("is taken already");
  expect(() => registerAlignment({ ...alignment("pearson"), id: "My Own" })).toThrow("lower-case");
});
