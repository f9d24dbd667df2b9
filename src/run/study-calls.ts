import { checkBaseUrl } from "../endpoints/base-url.js";
import { httpCompleter } from "../endpoints/completer.js";
import { type RemoteChat, type RemoteModel, remoteChat } from "../endpoints/remote-chat.js";
import { type Scheduler, scheduler } from "../endpoints/scheduler/scheduler.js";
import { credentialsFor, type SecretLookup, secretsFrom } from "../endpoints/secrets.js";
import { type RemoteExaminee, remoteExaminee } from "../examinees/remote.js";
import { type Price, priceOf } from "../facts/price-list.js";
import type { CallWatch } from "../ports/call-watch.js";
import { type Clock, machineClock } from "../ports/clock.js";
import type { Completer, EndpointSettings } from "../ports/complete.js";
import { InputError } from "../ports/input-error.js";
import type { CallRole } from "../ports/store.js";
import type { EndpointEntry, ModelEntry } from "./endpoint-schema.js";
import type { Spending } from "./spending.js";
import type { StudyEndpoints } from "./study.js";
import type { StudyConfig } from "./study-schema.js";

/** What the world gives to a study: left out, this process and this machine. */
export interface AssembleOptions {
  /** Makes the single requests; a queue can stand in for this process. */
  readonly completer?: Completer;
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Everything of a study that is asked over endpoints, all through one scheduler. */
export interface StudyCalls {
  examinee(number: number, entry: EndpointEntry): RemoteExaminee;
  /**
   * A model that judges, extracts or writes: its requests are counted and capped with the study's.
   *
   * @param where  its place in study.json, such as `roles.recognizer.judge`
   */
  chat(role: CallRole, where: string, entry: ModelEntry): RemoteChat;
  /** The chats made so far, in their order. */
  chats(): readonly RemoteChat[];
  /** `null` while nobody is asked over a network. */
  endpoints(): StudyEndpoints | null;
  price(who: string): Price | null;
}

const FREE: Price = { in: 0, out: 0 };
const NO_ACCOUNT: CallWatch = { allow: () => true, made() {} };

/** What a study asks over endpoints: nothing is looked up or connected to until something is asked. */
export function studyCalls(
  { prices }: Pick<StudyConfig, "prices">,
  folder: string,
  { completer, clock = machineClock, environment = process.env }: AssembleOptions,
): StudyCalls {
  let looked: SecretLookup | null = null;
  const secrets = (): SecretLookup => {
    looked ??= secretsFrom(environment, [folder, "."]);
    return looked;
  };
  let note = (_line: string): void => {};
  let account: Spending["watch"] = () => NO_ACCOUNT;
  let calls: Scheduler | null = null;
  const schedule = (): Scheduler => {
    calls ??= scheduler({
      completer: completer ?? httpCompleter(secrets()),
      clock,
      note: (line) => note(line),
    });
    return calls;
  };
  const known = new Map<string, { readonly role: CallRole; readonly endpoint: EndpointSettings }>();
  const chats: RemoteChat[] = [];
  const enter = (name: string, role: CallRole, where: string, endpoint: EndpointSettings) => {
    if (role !== "examinee" && known.has(name)) throw takenName(name, where);
    known.set(name, { role, endpoint });
  };
  const endpoints: StudyEndpoints = {
    check: (only) => {
      // Who asks through a queue needs no key: its workers do.
      if (completer) return;
      for (const [name, { role, endpoint }] of known)
        if (only === undefined || role === only)
          credentialsFor(endpoint, secrets(), `${role} ${name}`);
    },
    tell: (told) => {
      note = told;
    },
    charge: (own) => {
      account = own;
    },
    lanes: () => calls?.lanes() ?? [],
    close: async () => {
      await calls?.close();
    },
  };
  return {
    examinee(number, entry) {
      const { id, card } = entry;
      const model = remoteModel(`examinees.${number}`, entry);
      enter(id, "examinee", `examinees.${number}`, model.endpoint);
      const whole = { ...card, id, name: card.name ?? id, systems: null };
      return remoteExaminee({ card: whole, ...model }, schedule());
    },
    chat(role, where, entry) {
      const name = entry.id ?? entry.model.replaceAll("/", "-");
      const model = remoteModel(where, entry);
      enter(name, role, `${where}.id`, model.endpoint);
      const watch = (key: string) => account(role, name, key);
      const own = remoteChat({ name, role, model, watch }, schedule());
      chats.push(own);
      return own;
    },
    chats: () => chats,
    price: (who) => {
      const model = known.get(who)?.endpoint.model;
      if (model === undefined) return FREE;
      // An emulated model costs nothing, unless somebody wants to see what it would cost.
      return priceOf(model, prices) ?? (model.startsWith("sim:") ? FREE : null);
    },
    endpoints: () => (known.size === 0 ? null : endpoints),
  };
}

function takenName(name: string, where: string): InputError {
  return new InputError({
    where: `study.json: ${where}`,
    problem: "gives a model the name of another one of this study",
    arrived: name,
    fix: 'name it by an "id" of its own',
  });
}

/**
 * How a model is asked, from its entry in study.json.
 *
 * @param where  the entry's place, for errors
 */
export function remoteModel(where: string, entry: EndpointEntry | ModelEntry): RemoteModel {
  const { maxRetries, ...limits } = entry.limits;
  const { prompt, temperature, topP, seed, maxTokens, stop, reasoning, effort, extraBody } = entry;
  const chat = { prompt, temperature, topP, seed, maxTokens, stop, reasoning, effort, extraBody };
  return {
    endpoint: settingsOf(where, entry),
    chat: "held" in entry ? { ...chat, held: entry.held } : chat,
    limits,
    maxRetries,
  };
}

function settingsOf(place: string, entry: EndpointEntry | ModelEntry): EndpointSettings {
  const { provider, baseUrl, route, model, key, headers, timeoutSeconds } = entry;
  const where = `study.json: ${place}.baseUrl`;
  const withKey = key !== null || Object.values(headers).some((value) => typeof value !== "string");
  return {
    provider,
    baseUrl: baseUrl === null ? null : checkBaseUrl(baseUrl, { where, withKey }),
    route,
    model,
    key,
    headers,
    timeoutSeconds,
  };
}
