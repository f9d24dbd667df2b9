import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MapEntry } from "../../src/culture/value-space.js";
import { cultures } from "../../src/facts/cultures.js";
import { umapSpace } from "../../src/notebook/umap-space.js";

const installed = existsSync(new URL("../../node_modules/umap-js", import.meta.url));
const entries = cultures({ scale: "means" }).map(
  ({ id, profile }): MapEntry => ({ id, kind: "culture", profile }),
);

describe("the value space by UMAP", () => {
  test.skipIf(installed)("says how to get the package when it is not there", async () => {
    await expect(umapSpace(entries)).rejects.toThrow(/needs the package umap-js/);
  });

  // umap-js is an optional peer: where it is absent, there is nothing to draw.
  test.runIf(installed)(
    "is the same for the same seed, and says how far it can be trusted",
    async () => {
      const map = await umapSpace(entries, { seed: 3 });
      expect(await umapSpace(entries, { seed: 3 })).toEqual(map);
      expect((await umapSpace(entries, { seed: 4 })).points).not.toEqual(map.points);
      expect(map.trust?.value).toBeGreaterThan(0.75);
      expect(map.warning).toContain("another seed gives another map");
    },
  );
});
