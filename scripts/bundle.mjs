// Bundles made from dist/ after the compiler; a step of `npm run build`.
//
// For pages: browser.bundle.js is all pure rooms as the global ValueCompass, explorer.bundle.js is what an
// explorer brings into a page, site.bundle.js the site of a report. esbuild refuses a module of Node, so a
// pure room that is not pure fails the build. Logarithms are computed as Node does, so that a page gives
// the same last digit.
//
// For Node: the programs and the entries of the package, which share their chunks, in place of the compiler's
// files of the same name. A thousand small modules take Node a second to find; a dozen take a third of it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { pageBundle } from "./page-bundle.mjs";

const BUNDLES = [
  { entry: "dist/browser.js", out: "dist/browser.bundle.js", globalName: "ValueCompass" },
  { entry: "dist/notebook/explorer-page.js", out: "dist/explorer.bundle.js" },
  { entry: "dist/dashboard/site/site-page.js", out: "dist/site.bundle.js" },
];

for (const { entry, out, globalName } of BUNDLES)
  await build({
    entryPoints: [entry],
    outfile: out,
    globalName,
    minify: true,
    ...pageBundle,
  });

// plotly.js as its package has it, only smaller: the site loads it beside the page.
await build({
  entryPoints: ["node_modules/plotly.js-dist/plotly.js"],
  outfile: "dist/plotly.bundle.js",
  minify: true,
  legalComments: "inline",
  logLevel: "error",
});

const ENTRIES = ["index", "browser", "cli/main", "kernel/main", "kernel/comms"];
/** Brought in, since they are many small files each; every other package is found where npm put it. */
const BROUGHT_IN = ["zod", "openai"];

const { dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const { metafile } = await build({
  entryPoints: Object.fromEntries(ENTRIES.map((name) => [name, `dist/${name}.js`])),
  outdir: "dist",
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "chunks/[name]-[hash]",
  external: Object.keys({ ...dependencies, ...peerDependencies }).filter(
    (name) => !BROUGHT_IN.includes(name),
  ),
  metafile: true,
  logLevel: "warning",
});
writeFileSync("dist/LICENSES-of-packages.txt", licences(Object.keys(metafile.inputs)));

/** The licence of every package whose code went into the bundles for Node. */
function licences(inputs) {
  const folders = inputs.map((path) => path.match(/^node_modules\/(@[^/]+\/)?[^/]+/)?.[0]);
  return [...new Set(folders.filter(Boolean))]
    .sort()
    .map((folder) => {
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      if (!file) throw new Error(`${folder} is bundled and has no licence file`);
      const text = readFileSync(join(folder, file), "utf8");
      return `${folder.slice("node_modules/".length)}\n\n${text.trim()}\n`;
    })
    .join("\n---\n\n");
}
