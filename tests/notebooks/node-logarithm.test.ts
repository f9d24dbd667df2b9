import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeExp, nodeLog, nodeLog1p } from "../../src/notebook/node-logarithm.js";

const numbers = fc.oneof(
  fc.double(),
  fc.double({ min: 0, max: 1 }),
  fc.double({ min: -1, max: 1 }),
  fc.double({ min: -750, max: 750 }),
  fc.constantFrom(0, -0, 1, -1, 2, Number.MIN_VALUE, 1e-310, 2 ** 53, 709.79, -745.2, -708.5),
);

test.each([
  ["logarithms", nodeLog, Math.log],
  ["logarithms of 1 + x", nodeLog1p, Math.log1p],
  ["exponentials", nodeExp, Math.exp],
])("%s in a page are those of this Node, to the last bit", (_, ours, node) => {
  fc.assert(
    fc.property(numbers, (x) => {
      expect(Object.is(ours(x), node(x))).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
