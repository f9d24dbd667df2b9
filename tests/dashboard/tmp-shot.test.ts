import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { renderReport } from "../../src/dashboard/render-report.js";
import { sampleResults, sampleSystems } from "./sample-results.js";

test("x", () => {
  writeFileSync("/tmp/report.html", renderReport(sampleResults(), sampleSystems()));
});
