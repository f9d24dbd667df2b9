import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { show } from "./show.js";
import { unkept } from "./unkept.js";

/**
 * Puts plotly.js into the page of the notebook, once, so that figures shown with `showPlotly` answer
 * to the pointer. It is read from the installed package: no network. The megabytes it sends are marked, and
 * are left out of a notebook that `npm run notebooks` writes.
 */
export function loadPlotly(): void {
  const require = createRequire(import.meta.url);
  const source = readFileSync(require.resolve("plotly.js-dist"), "utf8");
  // The page would take a closing tag inside the source, even inside a string, for the end of it.
  const inert = source.replaceAll("</script", "<\\/script");
  show(
    {
      "text/plain": "plotly.js is in the page: figures answer to the pointer",
      "text/html": `<script>window.Plotly || (function () {\n${inert}\n}).call(window);</script>`,
    },
    { metadata: unkept },
  );
}
