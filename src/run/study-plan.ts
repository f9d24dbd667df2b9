import { FINALISTS_PER_ITEM } from "../generator/evolve-settings.js";
import type { SystemId } from "../values/value-system.js";
import { type EndpointPlan, endpointPlans } from "./endpoint-plan.js";
import { recognizerPlans } from "./recognizer-plan.js";
import { membersFor, type Study, searchPanel } from "./study.js";
import { writerCalls, writerPlans } from "./writer-plan.js";

/** What one system of a study will ask for, by purpose. One reply is one cell. */
export interface SystemPlan {
  readonly system: SystemId;
  readonly examinees: number;
  /** Replies that choose items: candidates and finalists, over all rounds. */
  readonly searchReplies: number;
  /** Replies that score: static items and kept items, over all rounds. */
  readonly freshReplies: number;
}

/** What a run will ask for at the most, before anything is asked. Journaled replies cost nothing again. */
export interface StudyPlan {
  readonly systems: readonly SystemPlan[];
  /** Calls by role. */
  readonly calls: {
    readonly writer: number;
    readonly examinee: number;
    readonly recognizer: number;
  };
  /** What models behind endpoints are asked, one entry each. */
  readonly endpoints: readonly EndpointPlan[];
  /** What is known of the price of it all, in the currency of the prices, and models that nobody knows a price of. */
  readonly money: { readonly known: number; readonly unpriced: readonly string[] };
  /** Replies of this study that the journal already holds. */
  readonly journaled: number;
  /** Rough time in seconds for what is missing, on the embedded parts. */
  readonly seconds: number;
}

/** Cells a second that embedded examinees, recognizer and journal reach on one slow core; see bench/. */
const CELLS_PER_SECOND = 4000;

/** Counts the calls of a study by role without calling anything. */
export function studyPlan(study: Study, journaled: number): StudyPlan {
  const { rounds, items, candidates, samples, searchSamples } = study.config.budget;
  const finalists = Math.min(FINALISTS_PER_ITEM * items, candidates);
  const systems = study.systems.map(({ id }): SystemPlan => {
    const members = membersFor(study, id);
    let searchReplies = 0;
    for (let round = 1; round <= rounds; round++) {
      const panel = searchPanel(study, id, round).length;
      const asked = panel < 4 ? panel : panel - 1;
      searchReplies += (candidates * asked + finalists * panel) * searchSamples;
    }
    const fixed = study.staticItems.get(id) ?? [];
    let freshReplies = rounds * items * members.length * samples;
    for (const { recorded } of members)
      for (const item of fixed) freshReplies += recorded ? recorded(item) : samples;
    return { system: id, examinees: members.length, searchReplies, freshReplies };
  });
  const replies = systems.reduce((sum, plan) => sum + plan.searchReplies + plan.freshReplies, 0);
  const endpoints = [
    ...endpointPlans(study),
    ...writerPlans(study),
    ...recognizerPlans(study, systems),
  ];
  return {
    systems,
    endpoints,
    money: {
      known: endpoints.reduce((sum, { money }) => sum + (money ?? 0), 0),
      unpriced: [
        ...new Set(endpoints.filter(({ money }) => money === null).map((one) => one.model)),
      ],
    },
    calls: { writer: writerCalls(study), examinee: replies, recognizer: replies },
    journaled,
    seconds: Math.max(0, replies - journaled) / CELLS_PER_SECOND,
  };
}
