import { join } from "node:path";
import { packageRoot } from "../ports/package-root.js";

/** The data folder of this package. */
export const dataFolder = join(packageRoot, "data");
