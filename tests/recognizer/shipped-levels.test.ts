import { expect, test } from "vitest";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { recognizerAssets } from "../../src/recognizer/assets.js";
import { findLevels } from "../../src/recognizer/training/find-levels.js";

test("the neutral levels that ship are what the recognizer that ships finds (npm run train writes them)", () => {
  const assets = recognizerAssets();
  expect(assets.levels).toEqual(findLevels(builtInSystems, assets));
});
