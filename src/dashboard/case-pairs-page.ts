import type { CasePair, CaseSide } from "../experiments/case-pairs.js";
import type { ValueSystem } from "../values/value-system.js";
import { plainPage } from "./experiment-page.js";
import { type Html, html } from "./html.js";
import { showNumber } from "./show-number.js";
import { oneCase } from "./site/outcome-cases.js";

/** What a page of case pairs says besides the pairs. */
export interface CasePairsPage {
  readonly system: ValueSystem;
  /** Whose replies they are, and who read them. */
  readonly note: string;
  nameOf(examinee: string): string;
}

/** Value-behaviour pairs (the paper's Fig. 5) as one page that needs nothing else, evidence marked. */
export function casePairsPage(pairs: readonly CasePair[], page: CasePairsPage): string {
  const { system, note } = page;
  return plainPage(
    `Value and behaviour side by side: ${system.name}`,
    html`<p class="note">${note} Pairs were picked because they are extreme: they illustrate a difference and prove none.
<mark>Marked sentences</mark> speak for the verdict, <strong>bold words</strong> weigh most in them.</p>
${pairs.map((pair) => onePair(pair, page))}
${pairs.length === 0 ? html`<p class="missing">No item was answered by two examinees.</p>` : null}`,
  );
}

function onePair(pair: CasePair, page: CasePairsPage): Html {
  const { text, chosen, fresh, left, right } = pair;
  return html`<section><h2 dir="auto">${text}</h2>
<p>Mean difference of the two profiles: ${showNumber(100 * chosen, 1)} on the replies that chose the pair,
${fresh === null ? "none" : showNumber(100 * fresh, 1)} on the others (x 100).</p>
<div class="cases">${oneSide(pair, left, page)}${oneSide(pair, right, page)}</div></section>`;
}

function oneSide(pair: CasePair, side: CaseSide, { system, nameOf }: CasePairsPage): Html {
  const { dimension, verdict, own, other } = side;
  const name = system.dimensions.find(({ id }) => id === dimension)?.name ?? null;
  const shown = (value: number | null) => (value === null ? "-" : showNumber(100 * value, 0));
  const heading =
    name === null
      ? `${nameOf(side.examinee)}: above the other on nothing`
      : `${nameOf(side.examinee)}: more ${name} (${shown(own)} against ${shown(other)} on the other replies)`;
  return oneCase(heading, {
    system: system.id,
    dimension: dimension ?? "",
    examinee: side.examinee,
    kind: verdict !== null && verdict.oppose > verdict.adhere ? "misaligned" : "aligned",
    item: pair.text,
    reply: side.reply,
    verdict,
    why: null,
    round: null,
  });
}
