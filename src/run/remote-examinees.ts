import { checkBaseUrl } from "../endpoints/base-url.js";
import { httpCompleter } from "../endpoints/completer.js";
import { type Scheduler, scheduler } from "../endpoints/scheduler/scheduler.js";
import { credentialsFor, secretsFrom } from "../endpoints/secrets.js";
import { type RemoteExaminee, remoteExaminee } from "../examinees/remote.js";
import { type Price, priceOf } from "../facts/price-list.js";
import { type Clock, machineClock } from "../ports/clock.js";
import type { Completer, EndpointSettings } from "../ports/complete.js";
import type { EndpointEntry } from "./endpoint-schema.js";
import type { StudyEndpoints } from "./study.js";
import type { StudyConfig } from "./study-schema.js";

/** What the world gives to a study: left out, this process and this machine. */
export interface AssembleOptions {
  /** Makes the single requests; a queue can stand in for this process. */
  readonly completer?: Completer;
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const FREE: Price = { in: 0, out: 0 };
const NONE = { endpoints: null, price: () => FREE };

/** The examinees of a study that are asked over endpoints, all through one scheduler. */
export function remoteExaminees(
  { examinees, prices }: StudyConfig,
  folder: string,
  { completer, clock = machineClock, environment = process.env }: AssembleOptions,
): {
  readonly endpoints: StudyEndpoints | null;
  examinee(number: number, entry: EndpointEntry): RemoteExaminee;
  price(who: string): Price | null;
} {
  const entries = examinees.filter((entry) => entry.kind === "endpoint");
  if (entries.length === 0) return { ...NONE, examinee: refuse };
  const secrets = secretsFrom(environment, [folder, "."]);
  let note = (_line: string): void => {};
  let calls: Scheduler | null = null;
  const schedule = (): Scheduler => {
    calls ??= scheduler({
      completer: completer ?? httpCompleter(secrets),
      clock,
      note: (line) => note(line),
    });
    return calls;
  };
  const all: RemoteExaminee[] = [];
  return {
    examinee(number, entry) {
      const own = remoteExaminee(optionsOf(number, entry), schedule());
      all.push(own);
      return own;
    },
    price: (who) => {
      const model = entries.find(({ id }) => id === who)?.model;
      if (model === undefined) return FREE;
      // An emulated model costs nothing, unless somebody wants to see what it would cost.
      return priceOf(model, prices) ?? (model.startsWith("sim:") ? FREE : null);
    },
    endpoints: {
      check: () => {
        // Who asks through a queue needs no key: its workers do.
        if (completer) return;
        for (const { card, remote } of all)
          credentialsFor(remote.endpoint, secrets, `examinee ${card.id}`);
      },
      tell: (told) => {
        note = told;
      },
      lanes: () => calls?.lanes() ?? [],
      close: async () => {
        await calls?.close();
      },
    },
  };
}

function refuse(): never {
  throw new Error("the study has no examinee behind an endpoint");
}

function optionsOf(number: number, entry: EndpointEntry) {
  const { id, model, limits, card } = entry;
  const { maxRetries, ...allowed } = limits;
  const { prompt, temperature, topP, seed, maxTokens, stop, reasoning, effort, extraBody } = entry;
  return {
    card: { ...card, id, name: card.name ?? id, systems: null },
    endpoint: settingsOf(number, entry),
    chat: { prompt, temperature, topP, seed, maxTokens, stop, reasoning, effort, extraBody },
    limits: allowed,
    maxRetries,
    model,
  };
}

function settingsOf(number: number, entry: EndpointEntry): EndpointSettings {
  const { provider, baseUrl, route, model, key, headers, timeoutSeconds } = entry;
  const where = `study.json: examinees.${number}.baseUrl`;
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
