import { tokenEstimate } from "../endpoints/chat-body.js";
import { isRemote } from "../examinees/remote.js";
import { FINALISTS_PER_ITEM } from "../generator/evolve-settings.js";
import { stream } from "../random/stream.js";
import type { ValueSystem } from "../values/value-system.js";
import { type Member, membersFor, type Study, searchPanel } from "./study.js";

/** What a study will ask of one model over its endpoint, at the most. */
export interface EndpointPlan {
  readonly role: "examinee" | "recognizer" | "writer";
  readonly who: string;
  readonly model: string;
  readonly calls: number;
  readonly tokensIn: number;
  /** With every answer as long as its limit allows; where no limit is set, as long as answers usually are. */
  readonly tokensOut: number;
  /** Whether `tokensOut` is a bound: a limit on the answer's length is set. */
  readonly bounded: boolean;
  /** In the currency of the prices; `null` where nobody knows the price, which is not 0. */
  readonly money: number | null;
}

const MILLION = 1_000_000;
/** Drafts by whose length items that are not written yet are estimated. */
const DRAFTS = 20;

/** What every model behind an endpoint will be asked, and what that costs: nobody is called for it. */
export function endpointPlans(study: Study): EndpointPlan[] {
  return study.members.flatMap((member): EndpointPlan[] => {
    const { examinee } = member;
    if (!isRemote(examinee)) return [];
    const { card, remote } = examinee;
    const cost = { calls: 0, tokensIn: 0, tokensOut: 0 };
    const add = (text: string, times: number): void => {
      const estimate = tokenEstimate(remote.chat, [{ role: "user", content: text }]);
      cost.calls += times;
      cost.tokensIn += estimate.tokensIn * times;
      cost.tokensOut += estimate.tokensOut * times;
    };
    for (const system of study.systems) {
      for (const item of study.staticItems.get(system.id) ?? [])
        add(item.text, study.config.budget.samples);
      const evolved = evolvedReplies(study, system, member);
      if (evolved > 0) add(typicalDraft(study, system), evolved);
    }
    const price = study.price(card.id);
    const money = price && (price.in * cost.tokensIn + price.out * cost.tokensOut) / MILLION;
    const bounded = remote.chat.maxTokens !== null;
    return [
      { role: "examinee", who: card.id, model: remote.endpoint.model, ...cost, bounded, money },
    ];
  });
}

/** Replies of one member to items that are still to be written: those that choose, and those that score. */
function evolvedReplies(study: Study, { id }: ValueSystem, member: Member): number {
  const { rounds, items, candidates, samples, searchSamples } = study.config.budget;
  if (!membersFor(study, id).includes(member)) return 0;
  const finalists = Math.min(FINALISTS_PER_ITEM * items, candidates);
  let replies = rounds * items * samples;
  for (let round = 1; round <= rounds; round++) {
    const panel = searchPanel(study, id, round);
    if (!panel.includes(member)) continue;
    // With four or more, each candidate is spared one of them in turn.
    const share = panel.length < 4 ? 1 : (panel.length - 1) / panel.length;
    replies += Math.ceil(candidates * share + finalists) * searchSamples;
  }
  return replies;
}

const drafts = new WeakMap<Study, Map<string, string>>();

/** A draft of middling length: what a new item will be like. */
export function typicalDraft(study: Study, system: ValueSystem): string {
  const own = drafts.get(study) ?? new Map<string, string>();
  drafts.set(study, own);
  const known = own.get(system.id);
  if (known !== undefined) return known;
  const texts = Array.from(
    { length: DRAFTS },
    (_, n) => study.writer.compose(system, stream("plan", system.id, n)).text,
  ).sort((a, b) => a.length - b.length);
  own.set(system.id, texts[DRAFTS / 2]);
  return texts[DRAFTS / 2];
}
