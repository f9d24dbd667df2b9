// `npm run train -- ../shared/data/recognition`: the embedded recognizer's weights from labelled data.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureInstalled, root } from "./bootstrap.mjs";

ensureInstalled();
ensureBuilt();
const compiled = pathToFileURL(join(root, "dist/recognizer/training/train.js")).href;
const { trainFromCommandLine } = await import(compiled);
try {
  await trainFromCommandLine(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
