// Runs a study as the command line does, and writes the key of every reply into a ledger before an
// examinee is asked for it: node ledger-run.mjs FOLDER LEDGER. Dies like any process when killed.
import { appendFileSync } from "node:fs";
import { silent } from "../../dist/ports/progress.js";
import { assembleStudy } from "../../dist/run/assemble-study.js";
import { askKey } from "../../dist/run/journal/content-key.js";
import { readStudy } from "../../dist/run/read-study.js";
import { runStudy } from "../../dist/run/run-study.js";

const [folder, ledger] = process.argv.slice(2);
const study = await assembleStudy(readStudy(folder), folder);
const members = study.members.map((member) => ({
  ...member,
  examinee: {
    ...member.examinee,
    ask: (request) => {
      const { system, text, sample } = request;
      const key = askKey(member.examinee.identity, system, text, sample);
      appendFileSync(ledger, `${key}\n`);
      return member.examinee.ask(request);
    },
  },
}));
const signal = new AbortController().signal;
await runStudy({ ...study, members }, folder, { concurrency: 8, progress: silent, signal });
