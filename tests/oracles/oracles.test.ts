import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allOracles } from "../../src/oracles/all-oracles.js";
import { checkOracles } from "../../src/oracles/check-oracles.js";
import { readOracles } from "../../src/oracles/read-oracles.js";

const folders = {
  "the repository's own copy": fileURLToPath(new URL(".", import.meta.url)),
  "the shared set": fileURLToPath(new URL("../../../shared/oracles/", import.meta.url)),
};

describe.each(Object.entries(folders))("every formula agrees with %s", (_, folder) => {
  const families = existsSync(folder) ? readOracles(folder) : [];
  if (families.length === 0) return test.skip(`${folder} is absent`, () => {});
  test.each(families.map((family) => [family.family, family] as const))("%s", (_, family) => {
    const { failures, passed } = checkOracles(family, allOracles);
    const told = failures.map(
      (failure) => `${failure.case.fn} ${failure.case.name}: ${failure.error}`,
    );
    expect(told).toEqual([]);
    expect(passed).toBe(family.cases.length);
  });
});
