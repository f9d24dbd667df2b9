import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { divergence, itemTerms, stream } from "../../src/browser.js";
import { elicitation } from "../../src/catalogue/elicitations.js";
import { freshNotebook, type JupyterHome, jupyterHome } from "./jupyter-home.js";
import { kernelIdle, type LabSession, labSession } from "./lab-session.js";
import { hasParts, isFull } from "./optional-part.js";

const SLIDER = `import { interact, slider } from "value-compass/comms";

const posteriors = [[[0.9], [0.8]], [[0.1], [0.2]]];
await interact(
  ({ alpha, distance }) => {
    const { objective } = vc.itemTerms({
      posteriors,
      baseline: [0.1],
      divergence: vc.divergence(distance),
      elicitation: vc.elicitation("question-baseline"),
      alpha,
      clip: 0.02,
      random: vc.stream("lab"),
    });
    console.log("alpha " + alpha.toFixed(2) + ": objective " + objective.toFixed(6));
  },
  { alpha: slider(0, 1), distance: ["jensen-shannon", "total-variation"] },
);`;

/** The same in this process. */
function expected(alpha: number, distance = "jensen-shannon"): string {
  const { objective } = itemTerms({
    posteriors: [
      [[0.9], [0.8]],
      [[0.1], [0.2]],
    ],
    baseline: [0.1],
    divergence: divergence(distance as "jensen-shannon"),
    elicitation: elicitation("question-baseline"),
    alpha,
    clip: 0.02,
    random: stream("lab"),
  });
  return `alpha ${alpha.toFixed(2)}: objective ${objective.toFixed(6)}`;
}

/** Screenshots for the documentation are written where this names a folder. */
const pictures = process.env.VALUE_COMPASS_PICTURES;

describe.runIf(hasParts("jupyter", "browser"))("JupyterLab in a browser", () => {
  let home: JupyterHome;
  let lab: LabSession;
  beforeAll(async () => {
    home = jupyterHome();
    writeFileSync(
      join(home.notebooks, "slider.ipynb"),
      freshNotebook("value-compass", SLIDER, "const n: number = vc.stream;"),
    );
    writeFileSync(
      join(home.notebooks, "stock.ipynb"),
      freshNotebook("tslab", `import * as vc from "value-compass";\n${SLIDER}`),
    );
    lab = await labSession(home);
  }, 200_000);
  afterAll(async () => {
    await lab?.close();
    home?.remove();
  });

  test("a slider re-runs TypeScript in the kernel, and stays where it was after a reload", async () => {
    const page = await lab.open("slider.ipynb");
    await runAll(page);
    await shows(page, expected(0.5));

    const moves = isFull ? 30 : 8;
    let alpha = 0.5;
    for (let move = 0; move < moves; move++) {
      const [key, step] = move % 3 === 2 ? ["ArrowLeft", -0.01] : ["ArrowRight", 0.01];
      await handle(page).press(key);
      alpha = Math.round((alpha + step) * 100) / 100;
      await shows(page, expected(alpha));
    }
    await page.locator(".widget-dropdown select").selectOption("total-variation");
    await shows(page, expected(alpha, "total-variation"));
    if (pictures !== undefined) await picture(page, "lab-slider.png");

    await page.keyboard.press("Control+s");
    await page.locator(".jp-mod-dirty").first().waitFor({ state: "detached" });
    await page.reload();
    await kernelIdle(page);
    await shows(page, expected(alpha, "total-variation"));
    await expect.poll(() => handle(page).getAttribute("aria-valuenow")).toBe(alpha.toFixed(1));
    await handle(page).press("ArrowRight");
    await shows(page, expected(Math.round((alpha + 0.01) * 100) / 100, "total-variation"));
  }, 240_000);

  test("a failing cell shows the compiler's message above a caret", async () => {
    const page = await lab.open("slider.ipynb");
    await runAll(page);
    const error = page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']");
    await error.filter({ hasText: "is not assignable to type 'number'" }).waitFor();
    expect(await error.last().innerText()).toMatch(
      / 1 \| const n: number = vc\.stream;\n +\| {7}\^/,
    );
  }, 120_000);

  test.runIf(process.env.VALUE_COMPASS_FULL === "1")(
    "the same slider works on the stock kernel, by importing value-compass/comms",
    async () => {
      const page = await lab.open("stock.ipynb");
      await runAll(page);
      await shows(page, expected(0.5));
      await handle(page).press("ArrowRight");
      await shows(page, expected(0.51));
    },
    120_000,
  );
});

const handle = (page: Page): Locator => page.locator(".widget-slider .noUi-handle");

async function runAll(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
  await handle(page).waitFor({ timeout: 60_000 });
}

async function shows(page: Page, text: string): Promise<void> {
  await page.locator(".widget-vbox").getByText(text, { exact: true }).waitFor({ timeout: 20_000 });
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(String(pictures), { recursive: true });
  await page.screenshot({ path: join(String(pictures), name) });
}
