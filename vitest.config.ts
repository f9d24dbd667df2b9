import { defineConfig } from "vitest/config";

/**
 * Folders of tests over pure rooms and read-only facts. Nothing there keeps or changes a state of the
 * process, so that their files share one and load the package once.
 */
const PURE = [
  "aggregation",
  "catalogue",
  "culture",
  "data",
  "facts",
  "figures",
  "information",
  "oracles",
  "random",
  "scoring",
  "statistics",
  "values",
].map((room) => `tests/${room}/**/*.test.ts`);

const shared = { testTimeout: 120_000, hookTimeout: 120_000, pool: "forks" } as const;

export default defineConfig({
  cacheDir: ".cache",
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "pure", include: PURE, isolate: false } },
      { test: { ...shared, name: "whole", include: ["tests/**/*.test.ts"], exclude: PURE } },
    ],
  },
});
