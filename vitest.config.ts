import { defineConfig } from "vitest/config";

export default defineConfig({
  cacheDir: ".cache",
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
