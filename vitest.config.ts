import { defineConfig } from "vitest/config";

/**
 * Folders whose tests change no state of the process: no environment, working folder, mock or clock. Their
 * files share a process and load the package once.
 */
const SHARING = [
  "aggregation",
  "catalogue",
  "culture",
  "data",
  "examinees",
  "experiments",
  "facts",
  "figures",
  "generator",
  "information",
  "oracles",
  "random",
  "recognizer",
  "scoring",
  "statistics",
  "values",
].map((room) => `tests/${room}/**/*.test.ts`);

const shared = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  pool: "forks",
  setupFiles: ["tests/house/property-seed.ts"],
} as const;

export default defineConfig({
  cacheDir: ".cache",
  test: {
    // On two cores: much of the time is spent waiting for programs that tests start.
    maxWorkers: 3,
    projects: [
      { test: { ...shared, name: "sharing a process", include: SHARING, isolate: false } },
      { test: { ...shared, name: "alone", include: ["tests/**/*.test.ts"], exclude: SHARING } },
    ],
  },
});
