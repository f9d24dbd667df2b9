// `npm run verify`: the tests at full counts, as the claims in the documentation state them. Tests
// that know two sizes read VALUE_COMPASS_FULL. Takes far longer than `npm test`.
// `npm run verify -- tests/experiments` hands its arguments to vitest.
import { ensureBuilt, ensureInstalled } from "./bootstrap.mjs";
import { runTests, summarise } from "./run-tests.mjs";

ensureInstalled();
ensureBuilt();
summarise(runTests(process.argv.slice(2), { VALUE_COMPASS_FULL: "1" }));
