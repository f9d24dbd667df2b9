// `npm run build`: dist/ from src/ and data/.
import { build, ensureInstalled } from "./bootstrap.mjs";

ensureInstalled();
process.exitCode = build() ? 0 : 1;
