// `npm run notebooks`: the same as `value-compass notebooks`, in a checkout that is installed and built
// first. Without a verb it is `run`.
import { ensureBuilt, ensureInstalled, root, run } from "./bootstrap.mjs";

ensureInstalled();
ensureBuilt();
const given = process.argv.slice(2);
const verbs = ["run", "check", "sync", "--help"];
const args = verbs.includes(given[0]) ? given : ["run", ...given];
const ok = run(process.execPath, ["dist/cli/main.js", "notebooks", ...args], { cwd: root });
process.exitCode = ok ? 0 : 1;
