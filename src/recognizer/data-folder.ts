import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The data folder of this package: beside dist/ once built, beside src/ in a checkout. */
export const dataFolder = join(dirname(fileURLToPath(import.meta.url)), "../../data");
