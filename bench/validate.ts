// How long `validate` takes on the default study, system by system, as a ratio to a fixed piece of arithmetic in the
// same run, and in seconds of this machine.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateSystem } from "../src/experiments/validate-study.js";
import { assembleStudy } from "../src/run/assemble-study.js";
import { demoStudy } from "../src/run/demo-study.js";
import { checkStudy } from "../src/run/read-study.js";

function reference(): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 1; n <= 20_000_000; n++) sum += Math.log(n) % 1;
  if (sum < 0) throw new Error("unreachable");
  return (performance.now() - began) / 1000;
}

const folder = mkdtempSync(join(tmpdir(), "value-compass-validate-"));
try {
  const study = await assembleStudy(checkStudy(demoStudy, "the demo study"), folder);
  const unit = reference();
  let total = 0;
  for (const system of study.systems) {
    const began = performance.now();
    const found = await validateSystem(study, system, { target: 0.9, mostReplies: 200_000 });
    const seconds = (performance.now() - began) / 1000;
    total += seconds;
    const { confirmed, reached } = found.budget;
    const size = confirmed ? `${confirmed.items} x ${confirmed.samples}` : "none";
    console.log(
      `${system.id.padEnd(12)} ${seconds.toFixed(1)} s, ${(seconds / unit).toFixed(0)} references; ` +
        `${reached ? "reached" : "not reached"}, largest trial ${size} (simulated)`,
    );
  }
  console.log(`all systems: ${total.toFixed(1)} s, ${(total / unit).toFixed(0)} references`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
