import type { DimensionVerdict, Support } from "../records/verdict.js";

/** How several verdicts become one. */
export type Pooling = "mean" | "majority";

/** Best grade first: what is pooled is backed as far as its least backed part. */
const GRADES: readonly Support[] = ["measured", "transfer", "authored", "unvalidated"];

/** Several verdicts on one reply and dimension as one, with the evidence of all. */
export function pooledDimension(
  verdicts: readonly DimensionVerdict[],
  pooling: Pooling,
): DimensionVerdict {
  const votes = verdicts.map((verdict) => (pooling === "mean" ? verdict : vote(verdict)));
  const share = (of: "adhere" | "oppose" | "unrelated") =>
    votes.reduce((sum, one) => sum + one[of], 0) / votes.length;
  const spans = verdicts.flatMap(({ evidence }) => evidence);
  const places = spans.map(({ start, end }) => `${start}-${end}`);
  return {
    adhere: share("adhere"),
    oppose: share("oppose"),
    unrelated: share("unrelated"),
    support: leastOf(verdicts.map(({ support }) => support)),
    evidence: spans.filter((_, at) => places.indexOf(places[at]) === at),
  };
}

/** The likeliest stance alone; a tie is shared. */
function vote({ adhere, oppose, unrelated }: DimensionVerdict) {
  const chances = { adhere, oppose, unrelated };
  const most = Math.max(adhere, oppose, unrelated);
  const winners = Object.values(chances).filter((chance) => chance === most).length;
  const said = (chance: number) => (chance === most ? 1 / winners : 0);
  return { adhere: said(adhere), oppose: said(oppose), unrelated: said(unrelated) };
}

/** The least of several grades. */
export function leastOf(grades: readonly Support[]): Support {
  return GRADES[Math.max(...grades.map((grade) => GRADES.indexOf(grade)))];
}
