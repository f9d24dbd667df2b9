// How code for a page is bundled: one script, no module of Node, logarithms as Node computes them.

/** The settings of esbuild for a page; the caller adds what goes in and where it comes out. */
export const pageBundle = {
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  legalComments: "inline",
  logLevel: "warning",
  define: { "Math.log": "nodeLog", "Math.log1p": "nodeLog1p", "Math.exp": "nodeExp" },
  inject: ["dist/notebook/node-logarithm.js"],
};
