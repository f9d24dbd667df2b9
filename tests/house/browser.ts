import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATHS = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where a Chromium is installed here, or `null`. */
export const chromiumPath = PATHS.find((path) => path && existsSync(path)) ?? null;

const required = (process.env.VALUE_COMPASS_REQUIRE ?? "").split(",").includes("browser");

/** Whether tests in a browser are left out: there is none, and none is required. */
export const withoutBrowser = chromiumPath === null && !required;

if (withoutBrowser)
  console.warn("no Chromium here: tests in a browser are skipped (CHROMIUM_PATH names one)");

/** Starts Chromium without a window. */
export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === null)
    throw new Error(
      "VALUE_COMPASS_REQUIRE asks for a browser: install Chromium or set CHROMIUM_PATH",
    );
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
}
