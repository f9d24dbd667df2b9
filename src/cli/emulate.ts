import { readFileSync } from "node:fs";
import { type Served, startEmulator } from "../endpoints/emulator/emulator.js";
import {
  FAULTS,
  type FaultName,
  type FaultPlanInput,
  faultPlanSchema,
} from "../endpoints/emulator/fault-plan.js";
import { InputError } from "../ports/input-error.js";
import { emulatedModels } from "../run/emulated-models.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of `emulate`. */
export interface EmulateFlags {
  readonly json?: boolean;
  readonly port: number;
  readonly seed: number;
  readonly fault?: readonly string[];
  readonly latency?: string;
  readonly rate?: number;
  readonly driftAfter?: number;
  readonly plan?: string;
}

/** Serves simulated examinees, a writer and a judge as an OpenAI-compatible endpoint until it is interrupted. */
export async function emulate(flags: EmulateFlags, context: VerbContext): Promise<number> {
  const plan = planFrom(flags);
  const models = emulatedModels(flags.seed);
  const emulator = await listening(flags.port, () =>
    startEmulator({ models, plan, port: flags.port }),
  );
  context.out(
    flags.json
      ? `${JSON.stringify({ url: emulator.url, models: Object.keys(models) })}\n`
      : `${emulator.url} answers with simulated models: ${Object.keys(models).join(", ")}\n` +
          `what it served stands at ${emulator.url.replace("/v1", "/served")}; Ctrl-C ends it\n`,
  );
  const ticker = setInterval(() => {
    if (!flags.json && !context.signal.aborted) context.err(`${servedLine(emulator.served())}\n`);
  }, 5000);
  await new Promise<void>((resolve) => {
    if (context.signal.aborted) resolve();
    context.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  clearInterval(ticker);
  await emulator.close();
  const served = emulator.served();
  context.out(flags.json ? `${JSON.stringify(served)}\n` : `${servedLine(served)}\n`);
  return EXIT.done;
}

/** One line on what was served. */
export function servedLine(served: Served): string {
  const faults = Object.entries(served.faults).map(([name, n]) => `${name} ${n}`);
  return (
    `served ${served.requests} requests: ${served.answered} answered, ${served.repeated} of them again, ` +
    `${served.mostAtOnce} at once at the most; faults: ${faults.join(", ") || "none"}`
  );
}

async function listening<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw new InputError(
      {
        where: "--port",
        problem: "cannot be listened on",
        arrived: `${port} (${(error as NodeJS.ErrnoException).code})`,
        fix: "name another, or 0 for any that is free",
      },
      { cause: error },
    );
  }
}

function planFrom(flags: EmulateFlags): FaultPlanInput {
  const base = flags.plan === undefined ? {} : planFile(flags.plan);
  const faults = Object.fromEntries((flags.fault ?? []).map(shareOf));
  const wanted = {
    seed: flags.seed,
    ...base,
    ...(flags.latency === undefined ? {} : { latency: latencyOf(flags.latency) }),
    ...(flags.rate === undefined ? {} : { ratePerSecond: flags.rate }),
    ...(flags.driftAfter === undefined ? {} : { driftAfter: flags.driftAfter }),
    faults: { ...(base as FaultPlanInput).faults, ...faults },
  };
  const parsed = faultPlanSchema.safeParse(wanted);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError({
    where: flags.plan ?? "the fault plan",
    problem: `is not right at ${issue.path.join(".") || "its top"} (${issue.message})`,
    arrived: null,
    fix: "see --help for what can be set",
  });
}

function planFile(path: string): object {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(
      {
        where: `--plan ${path}`,
        problem: "cannot be read as JSON",
        arrived: (error as NodeJS.ErrnoException).code ?? (error as Error).message,
        fix: "check the path and the file",
      },
      { cause: error },
    );
  }
}

function shareOf(text: string): [string, number] {
  const [name, share] = text.split("=");
  if (Object.hasOwn(FAULTS, name) && Number(share) >= 0 && Number(share) <= 1)
    return [name as FaultName, Number(share)];
  throw new InputError({
    where: "--fault",
    problem: "must be a fault and its share from 0 to 1",
    arrived: text,
    fix: `write for example serverError=0.05; faults: ${Object.keys(FAULTS).join(", ")}`,
  });
}

/** `200`, `uniform:100:300` or `lognormal:200:0.5`, in milliseconds. */
function latencyOf(text: string): FaultPlanInput["latency"] {
  const [kind, ...numbers] = text.split(":");
  const [a, b] = numbers.map(Number);
  if (kind === "uniform" && a <= b) return { kind, low: a, high: b };
  if (kind === "lognormal" && a > 0 && b >= 0) return { kind, median: a, sigma: b };
  if (numbers.length === 0 && Number(kind) >= 0) return { kind: "fixed", ms: Number(kind) };
  throw new InputError({
    where: "--latency",
    problem: "must be milliseconds",
    arrived: text,
    fix: "write 200, uniform:100:300 or lognormal:200:0.5 (median and spread)",
  });
}
