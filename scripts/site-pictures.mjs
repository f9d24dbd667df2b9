// Draws docs/images/site-*.png, the pictures of docs/design/dashboard.md, from the report of the demo study. Run
// `npm start` first; CHROMIUM_PATH names the browser where it is not Debian's.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { root } from "./bootstrap.mjs";

const report = join(root, "studies/demo/report/index.html");
if (!existsSync(report)) throw new Error(`${report} is missing: run npm start first`);
const address = pathToFileURL(report).href;
const desk = { width: 1120, height: 840 };
const phone = { width: 390, height: 844 };
const rated = "r=benevolence:6,universalism:5,self-direction:5,security:3,power:1,tradition:2";

/** What each picture shows; `at` is the heading it begins with. */
const pictures = [
  { name: "board", hash: "#/board" },
  { name: "model", hash: "#/model?m=sim:guardian" },
  { name: "compare", hash: "#/compare?m=sim:guardian,sim:explorer,sim:achiever", at: "one circle" },
  { name: "you-phone", hash: `#/you?${rated}`, view: phone, scheme: "dark", at: ":" },
  { name: "cultures", hash: `#/cultures?${rated}`, at: "in one space" },
  { name: "rounds", hash: "#/rounds", scheme: "dark" },
  { name: "learn", hash: "#/learn" },
  { name: "findings", hash: "#/findings" },
  { name: "published", hash: "#/board?rel=current" },
  { name: "about", hash: "#/about" },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"],
});
for (const { name, hash, at, view = desk, scheme = "light" } of pictures) {
  const page = await browser.newPage({ viewport: view, colorScheme: scheme });
  await page.goto(`${address}${hash}`);
  await page.waitForTimeout(3000);
  if (at)
    await page
      .locator("h3", { hasText: at })
      .first()
      .evaluate((one) => one.scrollIntoView());
  await page.waitForTimeout(3000);
  await page.screenshot({ path: join(root, `docs/images/site-${name}.png`) });
  await page.close();
}
await browser.close();
