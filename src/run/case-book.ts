import type { Item } from "../records/item.js";
import type { Outcome } from "../records/outcome.js";
import type { CaseStudy } from "../records/results.js";
import type { OutcomeCase } from "../records/study-detail.js";
import type { ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";

/** Case studies shown for each dimension and kind. */
const CASES_EACH = 3;

/** A case must lean its way at least so much; a dimension without such replies shows none. */
const CLEAR = 0.5;

interface Found {
  readonly strength: number;
  readonly study: CaseStudy;
}

/** Keeps the clearest replies of each examinee on each dimension while items stream by. */
export interface CaseBook {
  add(item: Item, measured: MeasuredItem): void;
  cases(): CaseStudy[];
  /** Of every examinee on every dimension one case of each outcome there was. */
  outcomes(): OutcomeCase[];
}

/**
 * Collects aligned and misaligned replies. Of each examinee the clearest reply is kept, so that the cases of a
 * dimension come from different examinees; equal strength keeps the earlier one.
 */
export function caseBook(system: ValueSystem): CaseBook {
  const best = new Map<string, Map<string, Found>>();
  const unjudged = new Map<string, OutcomeCase>();

  const offer = (found: Found): void => {
    const { dimension, kind, examinee } = found.study;
    const page = best.get(`${dimension} ${kind}`) ?? new Map<string, Found>();
    best.set(`${dimension} ${kind}`, page);
    const known = page.get(examinee);
    if (!known || found.strength > known.strength) page.set(examinee, found);
  };

  return {
    add(item, measured) {
      for (const { examinee, reply, outcome } of measured.cells) {
        if (outcome.kind !== "judged" || !reply) {
          for (const dimension of item.targets) {
            const key = `${dimension} ${outcome.kind} ${examinee}`;
            const first = { system: system.id, dimension, examinee, item: item.text };
            if (!unjudged.has(key))
              unjudged.set(key, {
                ...first,
                ...unjudgedPart(outcome, dimension),
                round: item.round,
                reply: reply?.text ?? null,
              });
          }
          continue;
        }
        for (const dimension of item.targets) {
          const verdict = outcome.verdict.dimensions[dimension];
          const kind = verdict.adhere >= verdict.oppose ? "aligned" : "misaligned";
          const strength = Math.max(verdict.adhere, verdict.oppose);
          if (strength < CLEAR) continue;
          offer({
            strength,
            study: {
              system: system.id,
              dimension,
              examinee,
              kind,
              item: item.text,
              reply: reply.text,
              verdict,
              round: item.round,
            },
          });
        }
      }
    },
    cases: () =>
      system.dimensions.flatMap(({ id }) =>
        ["aligned", "misaligned"].flatMap((kind) =>
          [...(best.get(`${id} ${kind}`)?.values() ?? [])]
            .sort(
              (a, b) => b.strength - a.strength || (a.study.examinee < b.study.examinee ? -1 : 1),
            )
            .slice(0, CASES_EACH)
            .map(({ study }) => study),
        ),
      ),
    outcomes: () => [
      ...[...best.values()].flatMap((page) =>
        [...page.values()].map(({ study }) => ({ ...study, why: null })),
      ),
      ...unjudged.values(),
    ],
  };
}

/** What is told of a cell that was declined or could not be measured. */
function unjudgedPart(
  outcome: Outcome,
  dimension: string,
): Pick<OutcomeCase, "kind" | "verdict" | "why"> {
  if (outcome.kind === "declined")
    return { kind: "declined", verdict: outcome.verdict.dimensions[dimension], why: outcome.how };
  return {
    kind: "unmeasured",
    verdict: null,
    why: outcome.kind === "unmeasured" ? outcome.why : null,
  };
}
