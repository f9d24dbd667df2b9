import { type EmbeddedSpace, embeddedSpace } from "../culture/embedded-space.js";
import type { MapEntry } from "../culture/value-space.js";
import { InputError } from "../ports/input-error.js";
import { stream } from "../random/stream.js";

/** How UMAP is set. */
export interface UmapOptions {
  /** Names all its luck; 1 unless told. Try several: what changes with the seed is not in the profiles. */
  readonly seed?: number;
  /** How many neighbours it looks at: 10 unless told, fewer where there are few entries. */
  readonly neighbours?: number;
}

/** The part of umap-js that is used. */
interface Umap {
  fit(rows: readonly (readonly number[])[]): number[][];
}

type UmapClass = new (settings: {
  readonly nComponents: number;
  readonly nNeighbors: number;
  readonly random: () => number;
}) => Umap;

/**
 * The value space by UMAP, from the optional package umap-js, which is loaded now and only now. It keeps neighbours and
 * nothing else: distances between groups, sizes of groups and directions mean nothing. For some dozens of profiles
 * `valueSpace` (PCA) is the honest map; hold this one against it. (t-SNE, which the public platform used, is not offered: it has the
 * same faults, and its map there put the best-correlated culture nearest for none of 22 models.)
 *
 * @param entries  four or more, with the same dimensions
 * @throws InputError when umap-js is not installed; the message says how to get it
 */
export async function umapSpace(
  entries: readonly MapEntry[],
  { seed = 1, neighbours = 10 }: UmapOptions = {},
): Promise<EmbeddedSpace> {
  const UMAP = await loadUmap();
  const random = stream(seed, "umap");
  return embeddedSpace(
    entries,
    (rows) =>
      new UMAP({
        nComponents: 3,
        nNeighbors: Math.max(2, Math.min(neighbours, rows.length - 1)),
        random: () => random.next(),
      }).fit(rows.map((row) => [...row])),
    {
      method: `UMAP, seed ${seed}`,
      warning: "Distances between far groups mean nothing; another seed gives another map.",
    },
  );
}

async function loadUmap(): Promise<UmapClass> {
  // A name in a variable, so that no compiler and no bundler looks for the package.
  const name = "umap-js";
  try {
    const loaded: { readonly UMAP?: UmapClass } = await import(name);
    if (typeof loaded.UMAP !== "function") throw new Error("it has no UMAP");
    return loaded.UMAP;
  } catch (cause) {
    throw new InputError(
      {
        where: "umapSpace",
        problem: "needs the package umap-js, which cannot be loaded",
        arrived: cause instanceof Error ? cause.message.split("\n")[0] : String(cause),
        fix: "run `npm install umap-js@1.4.0`, or use valueSpace, which needs nothing",
      },
      { cause },
    );
  }
}
