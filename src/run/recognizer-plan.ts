import { USUAL_ANSWER } from "../endpoints/chat-body.js";
import { isRemoteChat, type RemoteChat } from "../endpoints/remote-chat.js";
import { isRemote } from "../examinees/remote.js";
import { canaryCount } from "../recognizer/judge/canaries.js";
import type { ValueSystem } from "../values/value-system.js";
import { type EndpointPlan, typicalDraft } from "./endpoint-plan.js";
import type { Study } from "./study.js";
import type { SystemPlan } from "./study-plan.js";

const MILLION = 1_000_000;
/** Characters of a reply where no examinee has a limit: as long as embedded ones write. */
const USUAL_REPLY = 1200;
/** Characters a token, as `tokenEstimate` counts them. */
const CHARACTERS_A_TOKEN = 3;

/**
 * What the models behind a study's recognizer are asked, at the most: every reply, every bare item, the neutral sentences and the
 * canaries, with replies as long as their examinees' limits allow. An answer that cannot be read is asked for once more,
 * which is not counted here; nor are equal replies, which are judged once.
 */
export function recognizerPlans(study: Study, plans: readonly SystemPlan[]): EndpointPlan[] {
  const { recognizer } = study;
  const totals = new Map<RemoteChat, { calls: number; tokensIn: number; tokensOut: number }>();
  for (const [n, system] of study.systems.entries()) {
    const { searchReplies, freshReplies } = plans[n];
    const item = typicalItem(study, system);
    const reply = "reply ".repeat(longestReply(study) / 6);
    const add = (question: string, words: string, times: number): void => {
      if (times === 0) return;
      const asked = recognizer.conversations?.({ system, item: question, reply: words }) ?? [];
      for (const { chat, request } of asked) {
        if (!isRemoteChat(chat)) continue;
        const { tokensIn, tokensOut } = chat.estimate(request.messages, request.schema);
        const total = totals.get(chat) ?? { calls: 0, tokensIn: 0, tokensOut: 0 };
        totals.set(chat, total);
        total.calls += times;
        total.tokensIn += tokensIn * times;
        total.tokensOut += tokensOut * times;
      }
    };
    add(item, reply, searchReplies + freshReplies);
    add("", item, bareItems(study, system));
    for (const row of study.calibration) add(row.item, row.reply, 1);
    // A panel's members read their own neutral texts alone; counted for all, which is the most.
    for (const text of recognizer.neutralTexts ?? []) add("", text, 1);
    add(item, "A known reply that shows no value. ".repeat(4), canaryCount(system));
  }
  return [...totals].map(([chat, total]) => {
    const { endpoint, chat: settings } = chat.model;
    const price = study.price(chat.name);
    return {
      role: "recognizer",
      who: chat.name,
      model: endpoint.model,
      ...total,
      bounded: settings.maxTokens !== null,
      money: price && (price.in * total.tokensIn + price.out * total.tokensOut) / MILLION,
    };
  });
}

/** Every static item and every candidate is read by itself once. */
function bareItems(study: Study, system: ValueSystem): number {
  const { rounds, candidates } = study.config.budget;
  return (study.staticItems.get(system.id)?.length ?? 0) + rounds * candidates;
}

function typicalItem(study: Study, system: ValueSystem): string {
  const texts = (study.staticItems.get(system.id) ?? []).map(({ text }) => text);
  if (texts.length === 0) return typicalDraft(study, system);
  return [...texts].sort((a, b) => a.length - b.length)[Math.floor(texts.length / 2)];
}

function longestReply(study: Study): number {
  const limits = study.members.flatMap(({ examinee }) =>
    isRemote(examinee) ? [examinee.remote.chat.maxTokens ?? USUAL_ANSWER] : [],
  );
  return Math.max(USUAL_REPLY, CHARACTERS_A_TOKEN * Math.max(0, ...limits));
}
