// Eq. 1 over 10,000 items x 16 examinees x 5 samples x 10 dimensions on one core: the product's `itemTerms` beside a
// reference that writes the definitions down, without and with the permutation null, as ratios in the same run.
import { divergence, divergences } from "../src/catalogue/divergences.js";
import { elicitation } from "../src/catalogue/elicitations.js";
import { type ItemTerms, itemTerms } from "../src/information/item-terms.js";
import type { Posteriors } from "../src/information/profile-matrix.js";
import { stream } from "../src/random/stream.js";

const ITEMS = 10_000;
const EXAMINEES = 16;
const SAMPLES = 5;
const DIMENSIONS = 10;
const CLIP = 0.02;
const ALPHA = 0.5;
const DEALS = 20;
/** The other divergences, and the reference with its null, are timed on fewer items. */
const FEWER = 500;

interface Item {
  readonly posteriors: Posteriors;
  readonly baseline: readonly number[];
}

type Terms = Pick<ItemTerms, "informativeness" | "elicitation" | "objective">;

function itemsWith(silent: number): Item[] {
  const random = stream("bench objective", silent);
  const reading = () => (random.next() < silent ? 0 : random.next());
  const row = () => Array.from({ length: DIMENSIONS }, reading);
  return Array.from({ length: ITEMS }, () => ({
    posteriors: Array.from({ length: EXAMINEES }, () => Array.from({ length: SAMPLES }, row)),
    baseline: row(),
  }));
}

// The reference: the definitions as they are printed, one small function each.
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const dimensions = Array.from({ length: DIMENSIONS }, (_, k) => k);
const entropyOf = (p: number) =>
  [p, 1 - p].map((x) => (x > 0 ? -x * Math.log(x) : 0)).reduce((a, b) => a + b);
const divergenceOf = (f: number, r: number) =>
  f * Math.log(f / r) + (1 - f) * Math.log((1 - f) / (1 - r));
const clipped = (p: number) => Math.min(1 - CLIP, Math.max(CLIP, p));

function informativenessOf(posteriors: Posteriors): number {
  return mean(
    dimensions.map((k) => {
      const profile = posteriors.map((replies) => mean(replies.map((reply) => reply[k])));
      return entropyOf(mean(profile)) - mean(profile.map(entropyOf));
    }),
  );
}

function referenceTerms({ posteriors, baseline }: Item, deals: number[][]): Terms {
  const pool = posteriors.flat();
  const chance = deals.map((order) =>
    informativenessOf(
      posteriors.map((_, i) =>
        order.slice(i * SAMPLES, (i + 1) * SAMPLES).map((place) => pool[place]),
      ),
    ),
  );
  const raw = informativenessOf(posteriors);
  const informativeness = deals.length === 0 ? raw : raw - mean(chance);
  const elicited = mean(
    posteriors.map((replies) =>
      mean(
        dimensions.map((k) =>
          mean(replies.map((reply) => divergenceOf(clipped(reply[k]), clipped(baseline[k])))),
        ),
      ),
    ),
  );
  const most = (1 - 2 * CLIP) * Math.log((1 - CLIP) / CLIP);
  const objective = ((1 - ALPHA) * informativeness) / Math.LN2 + (ALPHA * elicited) / most;
  return { informativeness, elicitation: elicited, objective };
}

const order = Array.from({ length: EXAMINEES * SAMPLES }, (_, place) => place);

const unused = stream("never drawn from");
const byDefault = divergence("jensen-shannon");
const baseline = elicitation("question-baseline");

function productTerms(item: Item, n: number, nullDeals: number, chosen = byDefault): Terms {
  return itemTerms({
    posteriors: item.posteriors,
    baseline: item.baseline,
    divergence: chosen,
    elicitation: baseline,
    alpha: ALPHA,
    clip: CLIP,
    random: nullDeals === 0 ? unused : stream("null", n),
    nullDeals,
  });
}

function dealt(n: number, count: number): number[][] {
  const random = stream("null", n);
  return Array.from({ length: count }, () => random.shuffle(order));
}

/**
 * Milliseconds of processor time for 10,000 items, the best of some passes. What a pass computes is kept, so that none
 * is skipped. Time on the clock would count what else runs on the machine.
 */
function timed(items: readonly Item[], passes: number, of: (item: Item, n: number) => Terms) {
  let best = Number.POSITIVE_INFINITY;
  let terms: Terms[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const began = process.cpuUsage();
    terms = items.map(of);
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return { ms: (best * ITEMS) / items.length, terms };
}

function largestGap(a: readonly Terms[], b: readonly Terms[]): number {
  const names = ["informativeness", "elicitation", "objective"] as const;
  return Math.max(
    ...a.flatMap((terms, n) => names.map((name) => Math.abs(terms[name] - b[n][name]))),
  );
}

const told = (ms: number) => `${ms.toFixed(0).padStart(6)} ms`;
const ratio = (of: number, to: number) => `${(of / to).toFixed(2)}x`;

console.log(
  `${ITEMS} items x ${EXAMINEES} examinees x ${SAMPLES} samples x ${DIMENSIONS} dimensions, one core; ` +
    "processor time, best of three passes",
);
for (const [about, silent] of [
  ["readings spread evenly over 0 to 1 (nothing repeats: the worst case)", 0],
  ["six readings in ten at 0, as recognizers give them", 0.6],
] as const) {
  const items = itemsWith(silent);
  const few = items.slice(0, FEWER);
  const plain = timed(items, 3, (item, n) => productTerms(item, n, 0));
  const whole = timed(items, 3, (item, n) => productTerms(item, n, DEALS));
  const reference = timed(items, 2, (item) => referenceTerms(item, []));
  const referenceWhole = timed(few, 2, (item, n) => referenceTerms(item, dealt(n, DEALS)));
  const gap = Math.max(
    largestGap(plain.terms, reference.terms),
    largestGap(whole.terms.slice(0, FEWER), referenceWhole.terms),
  );
  if (!(gap < 1e-12)) throw new Error(`the reference and the product differ by ${gap}`);
  console.log(`\n${about}`);
  console.log(
    `  Eq. 1 without the null   ${told(plain.ms)}   ${ratio(plain.ms, reference.ms)} the reference (${told(reference.ms).trim()})`,
  );
  console.log(
    `  with ${DEALS} null deals       ${told(whole.ms)}   ${ratio(whole.ms, referenceWhole.ms)} the reference (${told(referenceWhole.ms).trim()}, from ${FEWER} items)`,
  );
  console.log(
    `  so the null costs        ${told(whole.ms - plain.ms)}   ${ratio(whole.ms - plain.ms, plain.ms)} all the rest`,
  );
  console.log(`  largest difference to the reference ${gap.toExponential(1)}`);
  if (silent > 0) continue;
  console.log("\n  the other divergences, without the null, as ratios to the default");
  for (const chosen of divergences.slice(1)) {
    const other = timed(few, 2, (item, n) => productTerms(item, n, 0, chosen));
    console.log(`    ${chosen.id.padEnd(34)} ${ratio(other.ms, plain.ms)}`);
  }
}
