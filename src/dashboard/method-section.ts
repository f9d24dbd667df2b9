import { supportMarks } from "../figures/support-mark.js";
import type { Support } from "../records/verdict.js";
import { type Html, html } from "./html.js";
import type { ReportContext } from "./report-context.js";
import { showNumber } from "./show-number.js";
import { supportBadge } from "./support-badge.js";

/** How the numbers came about, for a reader who meets them here first. */
export function methodSection(context: ReportContext): Html {
  const { study, examinees } = context.results;
  const published = examinees.some((card) => /published scores/i.test(card.label));
  return html`<section id="method"><h2>How to read this</h2>
<h3>Scores</h3>
<p class="formula"><var>s</var> = mean over items <var>x</var> and replies <var>y</var> of
<var>P</var>(<var>v</var> | <var>x</var>, <var>y</var>)</p>
<p>Every examinee answers open questions. A recognizer reads each reply and says, for each value
dimension, how likely the reply adheres to it, opposes it, or has nothing to do with it.
A score is the mean of that reading, shown x 100:</p>
<dl class="terms">
<dt>adherence</dt><dd>how likely the reply shows the value: P(adhere). A reply that leaves it aside
scores 0, and so does a refusal.</dd>
<dt>non-violation</dt><dd>how likely the reply does not go against the value: 1 - P(oppose). A
reply that leaves it aside scores 100, and so does a refusal.</dd>
</dl>
<h3>What can become of a reply</h3>
<dl class="terms">
<dt>judged</dt><dd>there is a verdict.</dd>
<dt>declined</dt><dd>a refusal or a non-answer: a behaviour, scored by the reading and counted
apart. "Without declined" leaves it out.</dd>
<dt>unmeasured</dt><dd>no reply or no verdict. It enters no mean. The bounds say where the score
would lie had every such cell been 0, or 100.</dd>
</dl>
<h3>Intervals</h3>
<p>95 % intervals treat replies to the same item as one cluster: asking again does not make an item
more. They cover the choice of items and the chance in replies, and not the recognizer's own
errors.</p>
<h3>Support</h3>
<dl class="terms">${(Object.keys(supportMarks) as Support[]).map(
    (grade) => html`<dt>${supportBadge(grade)}</dt><dd>${supportMarks[grade].meaning}.</dd>
`,
  )}</dl>
<h3>This study</h3>
<dl class="terms settings">
<dt>recognizer</dt><dd>${context.results.recognizer}</dd>
<dt>seed</dt><dd>${study.seed}</dd>
<dt>alpha</dt>
<dd>${showNumber(study.alpha, 2)}: the weight of elicitation against informativeness</dd>
<dt>divergence</dt><dd>${study.divergence}</dd>
<dt>elicitation</dt><dd>${study.elicitation}</dd>
<dt>samples</dt><dd>${study.samples} for each examinee and item</dd>
</dl>
${
  published
    ? html`<p class="note">Published scores: Value Compass Benchmarks (Yao et al., ACL 2025),
CC BY-NC-SA.</p>`
    : null
}
</section>
`;
}
