// Bundles for pages, made from dist/ after the compiler; a step of `npm run build`. browser.bundle.js is all pure
// rooms as the global ValueCompass, explorer.bundle.js is what an explorer brings into a page, site.bundle.js the site of a report. esbuild
// refuses a module of Node, so a pure room that is not pure fails the build. Logarithms are computed as Node
// does, so that a page gives the same last digit.
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
