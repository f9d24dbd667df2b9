// Bundles for pages, made from dist/ after the compiler; a step of `npm run build`. browser.bundle.js is all pure
// rooms as the global ValueCompass, explorer.bundle.js is what an explorer brings into a page. esbuild
// refuses a module of Node, so a pure room that is not pure fails the build. Logarithms are computed as Node
// does, so that a page gives the same last digit.
import { build } from "esbuild";
import { pageBundle } from "./page-bundle.mjs";

const BUNDLES = [
  { entry: "dist/browser.js", out: "dist/browser.bundle.js", globalName: "ValueCompass" },
  { entry: "dist/notebook/explorer-page.js", out: "dist/explorer.bundle.js" },
];

for (const { entry, out, globalName } of BUNDLES)
  await build({
    entryPoints: [entry],
    outfile: out,
    globalName,
    minify: true,
    ...pageBundle,
  });
