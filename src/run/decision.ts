import type { ObservedTerms } from "../generator/candidate.js";
import type { EvolveState } from "../generator/evolve.js";
import type { EvolveSettings } from "../generator/evolve-settings.js";
import { InputError } from "../ports/input-error.js";
import { hashName } from "../random/hash.js";
import { canonicalJson } from "./journal/canonical-json.js";
import type { Bench } from "./measure.js";

/**
 * Writes down what the evolution decided to ask, under everything that led to it. A study that is run again must
 * decide the same; if it does not, the program has changed, and mixing its items with the old would be wrong.
 *
 * A choice made while replies were missing binds nobody: when they come in, it may fall otherwise.
 *
 * @throws InputError when the journal holds another decision
 */
export function recordDecision(bench: Bench, settings: EvolveSettings, state: EvolveState): void {
  if (lacksReplies(state)) return;
  const { system } = settings;
  const grounds = groundsOf(bench, settings, state);
  const place = `${system.id}/round ${state.round}/generation ${state.generation}/${state.stage}`;
  const name = `${hashName(grounds)}/${place}`;
  const chosen = hashName(state.pending.map((candidate) => candidate.id).join(" "));
  const held = bench.journal.putDecision(name, chosen);
  if (held !== chosen)
    throw new InputError({
      where: `journal.db: ${place}`,
      problem: "holds another choice of items than this version makes",
      arrived: null,
      fix: "finish the study with the version that began it, or copy study.json to a new folder",
    });
}

/** What tells one choice from another: its id, with its numbers where it has any. */
function named({ id, settings }: { readonly id: string; readonly settings?: object }) {
  return settings ? { id, ...settings } : id;
}

function lacks(observed: ObservedTerms | null): boolean {
  return (observed?.terms.unmeasured ?? 0) > 0;
}

/** Everything that an evolution's decisions rest on besides the archive itself, as one text. */
export function groundsOf(bench: Bench, settings: EvolveSettings, state: EvolveState): string {
  const { system, writer, divergence, elicitation, panel } = settings;
  const { seed, alpha, clip, items, candidates, generations, searchSamples } = settings;
  return canonicalJson({
    guests: settings.guests,
    system: system.id,
    writer: writer.identity,
    recognizer: [bench.recognizer.id, bench.recognizer.identity],
    divergence: named(divergence),
    elicitation: named(elicitation),
    earlier: state.rounds.map((round) => round.items.map((item) => item.id)),
    panel,
    numbers: { seed, alpha, clip, items, candidates, generations, searchSamples },
  });
}

/** Whether replies that decisions rest on have not come in. */
export function lacksReplies({ archive }: EvolveState): boolean {
  return archive.some(({ search, screen }) => lacks(search) || lacks(screen));
}
