import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The programs of the JupyterLab that `npm run jupyter` sets up. */
export const jupyterBin = join(root, ".cache/jupyter/bin");

/** The browser that is driven. */
export const chromium =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ??
  "/usr/bin/chromium";

const PARTS = {
  jupyter: { there: existsSync(join(jupyterBin, "jupyter-lab")), fix: "run `npm run jupyter`" },
  browser: { there: existsSync(chromium), fix: "install Chromium, or name one in CHROMIUM" },
};

/** A part that need not be on every machine. */
export type OptionalPart = keyof typeof PARTS;

/** Whether tests that need some parts run here; adds a test that says what is missing, or fails. */
export function hasParts(...parts: readonly OptionalPart[]): boolean {
  const required = (process.env.VALUE_COMPASS_REQUIRE ?? "").split(",");
  const missing = parts.filter((part) => !PARTS[part].there);
  for (const part of missing)
    test(`needs ${part}: ${PARTS[part].fix}`, ({ skip }) => {
      if (required.includes(part)) throw new Error(`${part} is required here and missing`);
      skip(`${part} is not here; ${PARTS[part].fix}`);
    });
  return missing.length === 0;
}

/** Whether the counts of the claims are wanted, not the small ones. */
export const isFull = process.env.VALUE_COMPASS_FULL === "1";
