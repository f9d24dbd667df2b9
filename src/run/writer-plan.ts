import { writerRequests } from "../generator/in-context/in-context-writer.js";
import { type EndpointPlan, typicalDraft } from "./endpoint-plan.js";
import type { Study } from "./study.js";

const MILLION = 1_000_000;
/** A fresh item takes two calls and a rewrite two, each asked once more at the most. */
const ASKED = 2;
const STEPS = 2;

/** Items that writers behind endpoints are to word for one system, in all rounds. */
function wantedItems({ config, writing }: Study): number {
  const { rounds, candidates } = config.budget;
  return Math.floor((writing?.share ?? 0) * candidates) * rounds;
}

/** Calls to writers at the most, over all systems. */
export function writerCalls(study: Study): number {
  return wantedItems(study) * study.systems.length * STEPS * ASKED;
}

/**
 * What the models that write items are asked, at the most: every item in the dearer of its two ways (explored and composed, or
 * reflected and refined), with every answer spoilt once and asked for again. Who writes what is drawn at random, so
 * that each has about an even share.
 */
export function writerPlans(study: Study): EndpointPlan[] {
  const chats = study.chats.filter(({ role }) => role === "writer");
  return chats.map((chat) => {
    const cost = { calls: Math.ceil(writerCalls(study) / chats.length), tokensIn: 0, tokensOut: 0 };
    for (const system of study.systems) {
      const items = Math.ceil(wantedItems(study) / chats.length);
      const [explore, compose, reflect, refine] = writerRequests(
        system,
        typicalDraft(study, system),
      ).map(({ messages, schema }) => chat.estimate(messages, schema));
      const fresh = explore.tokensIn + compose.tokensIn;
      const rewritten = reflect.tokensIn + refine.tokensIn;
      const out = explore.tokensOut + compose.tokensOut;
      // Asked again, a model is shown its spoilt answer too.
      cost.tokensIn += items * (ASKED * Math.max(fresh, rewritten) + out);
      cost.tokensOut += items * ASKED * out;
    }
    const { endpoint, chat: settings } = chat.model;
    const price = study.price(chat.name);
    return {
      role: "writer",
      who: chat.name,
      model: endpoint.model,
      ...cost,
      bounded: settings.maxTokens !== null,
      money: price && (price.in * cost.tokensIn + price.out * cost.tokensOut) / MILLION,
    };
  });
}
