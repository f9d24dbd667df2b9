// Bundles for pages, made from dist/ after the compiler; a step of `npm run build`. browser.bundle.js is all pure
// rooms as the global ValueCompass, explorer.bundle.js is what an explorer brings into a page. esbuild
// refuses a module of Node, so a pure room that is not pure fails the build. Logarithms are computed as Node
// does, so that a page gives the same last digit.
import { build } from "esbuild";

const BUNDLES = [
  { entry: "dist/browser.js", out: "dist/browser.bundle.js", globalName: "ValueCompass" },
  { entry: "dist/notebook/explorer-page.js", out: "dist/explorer.bundle.js" },
];

for (const { entry, out, globalName } of BUNDLES)
  await build({
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format: "iife",
    globalName,
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "inline",
    logLevel: "warning",
    define: { "Math.log": "nodeLog", "Math.log1p": "nodeLog1p", "Math.exp": "nodeExp" },
    inject: ["dist/notebook/node-logarithm.js"],
  });
