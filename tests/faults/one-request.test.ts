import { expect, test } from "vitest";
import { httpCompleter } from "../../src/endpoints/completer.js";
import { startEmulator } from "../../src/endpoints/emulator/emulator.js";
import { scheduler } from "../../src/endpoints/scheduler/scheduler.js";
import { secretsFrom } from "../../src/endpoints/secrets.js";
import { machineClock } from "../../src/ports/clock.js";

const AT_ONCE = 100;

test("K5: a hundred identical requests at once reach the server as one, also when it is repeated", async () => {
  const emulator = await startEmulator({
    models: { slow: () => "Once." },
    plan: { latency: { kind: "fixed", ms: 50 } },
  });
  const calls = scheduler({
    completer: httpCompleter(secretsFrom({}, [])),
    clock: machineClock,
  });
  const endpoint = {
    provider: "openai",
    baseUrl: emulator.url,
    route: null,
    model: "slow",
    key: null,
    headers: {},
    timeoutSeconds: 5,
  } as const;
  const body = { model: "slow", messages: [{ role: "user", content: "Why?" }] };
  const ask = (id: string) =>
    calls.deliver({
      request: { endpoint, body, reasoning: false, id },
      role: "examinee",
      estimate: { tokensIn: 1, tokensOut: 1 },
      maxRetries: 6,
      watch: { allow: () => true, made: () => {} },
      signal: new AbortController().signal,
    });
  const same = await Promise.all(Array.from({ length: AT_ONCE }, () => ask("one")));
  expect(same.every((each) => each === same[0])).toBe(true);
  expect(emulator.served()).toMatchObject({ requests: 1, answered: 1, repeated: 0 });
  // The first try fails: the second is one request too.
  emulator.misbehave({ faults: { serverError: 0.5 }, seed: 2 });
  const before = emulator.served();
  for (let n = 0; n < 5; n++)
    await Promise.all(Array.from({ length: AT_ONCE }, () => ask(`more ${n}`)));
  const { requests, answered, faults } = emulator.served();
  expect(answered - before.answered).toBe(5);
  expect(requests - before.requests).toBe(5 + (faults.serverError ?? 0));
  await calls.close();
  await emulator.close();
});
