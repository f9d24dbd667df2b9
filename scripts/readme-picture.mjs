// Draws docs/images/demo-radar.svg, the picture of the README, from the results of the demo study. Run `npm start` first.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./bootstrap.mjs";

const { radarFigure, valueSystem } = await import(join(root, "dist/index.js"));
const results = JSON.parse(readFileSync(join(root, "studies/demo/results/scores.json"), "utf8"));
const examinees = ["sim:guardian", "sim:explorer", "sim:achiever", "sim:caretaker"];
const figure = radarFigure(results, valueSystem("schwartz"), {
  examinees,
  arrangement: "panels",
  scale: "fit",
});
writeFileSync(join(root, "docs/images/demo-radar.svg"), figure.svg);
