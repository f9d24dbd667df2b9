// Peak memory of one study of a million cells, streamed through the journal. Takes some minutes and 2 GB of disk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepHeapSmall } from "../src/cli/small-heap.js";
import { silent } from "../src/ports/progress.js";
import { assembleStudy } from "../src/run/assemble-study.js";
import { demoStudy } from "../src/run/demo-study.js";
import { checkStudy } from "../src/run/read-study.js";
import { runStudy } from "../src/run/run-study.js";
import { studyPlan } from "../src/run/study-plan.js";

keepHeapSmall();
const folder = mkdtempSync(join(tmpdir(), "value-compass-memory-"));
try {
  const config = checkStudy(
    {
      ...demoStudy,
      systems: ["schwartz"],
      budget: {
        rounds: 1,
        items: 4000,
        samples: 13,
        candidates: 8000,
        generations: 2,
        searchSamples: 5,
      },
    },
    "bench",
  );
  const study = await assembleStudy(config, folder);
  console.log(`planned cells: ${studyPlan(study, 0).calls.examinee}`);
  const began = performance.now();
  const { results, asked } = await runStudy(study, folder, {
    concurrency: 8,
    progress: silent,
    signal: new AbortController().signal,
  });
  const took = (performance.now() - began) / 1000;
  console.log(`cells asked: ${asked}; scored: ${results.counts.judged + results.counts.declined}`);
  console.log(`cells a second, journal and all: ${(asked / took).toFixed(0)}`);
  console.log(`peak memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
