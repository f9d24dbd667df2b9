import type { BuildOptions } from "esbuild";

/** The settings of esbuild for a page; the caller adds what goes in and where it comes out. */
export const pageBundle: BuildOptions;
