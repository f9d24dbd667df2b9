import { z } from "zod";
import { stream } from "../../random/stream.js";

/** What can go wrong with a request, and what it looks like from outside. */
export const FAULTS = {
  rateLimit: "429 with Retry-After",
  rateLimitBare: "429 without Retry-After",
  quota: "429 that says the account has no money left",
  serverError: "500",
  unavailable: "503",
  reset: "the connection is cut before anything is said",
  truncatedBody: "the connection is cut in the middle of the body",
  slowBody: "the body arrives in drops",
  hang: "nothing is ever said",
  malformedJson: "a body that is not JSON",
  wrongSchema: "JSON that is no completion",
  html: "a web page with status 200",
  emptyBody: "status 200 and no body",
  badUtf8: "bytes that are not UTF-8",
  hugeBody: "a body of 50 MB",
  gzipBomb: "a small body that unpacks to 1 GB",
  redirect: "a redirect to another host",
  filtered: "a reply that a content filter removed",
  filterError: "400 from a content filter",
  refusal: "a reply that is marked as a refusal",
  empty: "a completion without words",
  cutShort: "a completion that stops at its length limit",
} as const;

export type FaultName = keyof typeof FAULTS;

const share = z.number().min(0).max(1).default(0);

/** How an emulated endpoint misbehaves. Everything is drawn by key: the same requests meet the same faults. */
export const faultPlanSchema = z
  .strictObject({
    seed: z.number().int().min(0).default(1).describe("names all the luck of the server"),
    latency: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("fixed"), ms: z.number().min(0) }),
        z.strictObject({
          kind: z.literal("uniform"),
          low: z.number().min(0),
          high: z.number().min(0),
        }),
        z.strictObject({
          kind: z.literal("lognormal"),
          median: z.number().gt(0),
          sigma: z.number().min(0),
        }),
      ])
      .default({ kind: "fixed", ms: 0 })
      .describe("how long a reply takes, in milliseconds"),
    faults: z
      .strictObject(
        Object.fromEntries(Object.keys(FAULTS).map((name) => [name, share])) as Record<
          FaultName,
          typeof share
        >,
      )
      .prefault({})
      .describe("the share of requests that meet each fault; together at most 1"),
    retryAfter: z.number().min(0).default(1).describe("seconds that Retry-After asks for"),
    ratePerSecond: z
      .number()
      .gt(0)
      .nullable()
      .default(null)
      .describe("requests allowed in any second; more get 429"),
    driftAfter: z
      .number()
      .int()
      .min(0)
      .nullable()
      .default(null)
      .describe("replies after which another model id answers"),
    rubbish: z
      .strictObject({
        share: z.number().min(0).max(1).default(0),
        models: z.array(z.string()).nullable().default(null),
      })
      .prefault({})
      .describe("the share of answers that are rubbish, and whose (null: everybody's)"),
    key: z.string().nullable().default(null).describe("the key to ask for; none when null"),
    refusedParameters: z.array(z.string()).default([]).describe("parameters answered with 400"),
  })
  .refine(({ faults }) => Object.values(faults).reduce((sum, each) => sum + each, 0) <= 1 + 1e-9, {
    message: "the shares of all faults together must be at most 1",
    path: ["faults"],
  });

export type FaultPlan = z.infer<typeof faultPlanSchema>;
export type FaultPlanInput = z.input<typeof faultPlanSchema>;

/** What the plan has in store for one try of one request. */
export interface Fate {
  readonly fault: FaultName | null;
  readonly milliseconds: number;
}

/**
 * Draws what happens to a request in its n-th try. Keyed by the request, so neither order nor concurrency matters.
 *
 * @param request  a name for the request: the same words and sample, the same name
 */
export function fateOf(plan: FaultPlan, request: string, attempt: number): Fate {
  const random = stream(plan.seed, "emulated", request, attempt);
  let place = random.next();
  let fault: FaultName | null = null;
  for (const [name, rate] of Object.entries(plan.faults) as [FaultName, number][]) {
    if (place < rate) {
      fault = name;
      break;
    }
    place -= rate;
  }
  const { latency } = plan;
  const milliseconds =
    latency.kind === "fixed"
      ? latency.ms
      : latency.kind === "uniform"
        ? latency.low + (latency.high - latency.low) * random.next()
        : latency.median * Math.exp(latency.sigma * random.normal());
  return { fault, milliseconds };
}
