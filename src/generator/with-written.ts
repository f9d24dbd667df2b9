import type { Draft } from "../ports/write.js";
import { type Candidate, itemId } from "./candidate.js";
import type { EvolveState } from "./evolve.js";
import { type EvolveSettings, SIMILARITY_LIMIT } from "./evolve-settings.js";
import { noveltyArchive } from "./novelty.js";
import { screenItem } from "./screen/screen-item.js";

/** A draft that another writer than the grammar worded for the next generation. */
export interface GuestDraft {
  readonly draft: Draft;
  readonly by: string;
  /** The id of the item that it rewrites, or `null`. */
  readonly parent: string | null;
}

/**
 * The state with drafts of other writers in the place of the last ones that wait: those that pass the screen and are new
 * against the whole archive, the static items and what waits. The size of the generation stays, so that a writer
 * who fails costs its calls and nothing else.
 */
export function withWritten(
  settings: EvolveSettings,
  state: EvolveState,
  guests: readonly GuestDraft[],
): EvolveState {
  if (state.stage !== "search") return state;
  const known = noveltyArchive();
  for (const text of settings.known ?? []) known.add(text);
  for (const { draft } of [...state.archive, ...state.pending]) known.add(draft.text);
  const taken: Candidate[] = [];
  for (const { draft, by, parent } of guests) {
    if (taken.length === state.pending.length) break;
    if (known.nearest(draft.text) > SIMILARITY_LIMIT || screenItem(draft.text).length > 0) continue;
    known.add(draft.text);
    taken.push({
      id: itemId(settings.system.id, draft.text),
      draft,
      round: state.round,
      born: state.generation,
      operator: parent === null ? "compose" : "refine",
      parent,
      writer: by,
      search: null,
      screen: null,
      coherent: true,
    });
  }
  const own = state.pending.slice(0, state.pending.length - taken.length);
  return { ...state, pending: [...own, ...taken] };
}
