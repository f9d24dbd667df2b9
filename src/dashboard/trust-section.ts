import type { CalibrationResults, CorrectedInterval, TrustResults } from "../records/trust.js";
import { type Html, html } from "./html.js";
import type { ReportContext } from "./report-context.js";
import { showCount, showNumber } from "./show-number.js";
import { tableBox } from "./table-box.js";

/** How far the recognizer of this study can be trusted: steering, a panel's agreement, people's labels. */
export function trustSection(context: ReportContext): Html | null {
  const { trust } = context.results;
  if (!trust) return null;
  return html`<section id="trust"><h2>How far to trust the recognizer</h2>
${canaryPart(context, trust)}
${suspectPart(trust)}
${panelPart(context, trust)}
${trust.calibration ? calibrationPart(context, trust.calibration) : null}</section>
`;
}

function names(context: ReportContext, system: string, dimension: string) {
  const known = context.systems.find(({ id }) => id === system);
  return {
    system: known?.name ?? system,
    dimension: known?.dimensions.find(({ id }) => id === dimension)?.name ?? dimension,
  };
}

const VERDICTS = {
  clean: html`clean`,
  compromised: html`<strong class="caution">recognizer compromised</strong>`,
  unknown: html`unknown`,
};

function canaryPart(context: ReportContext, { canaries }: TrustResults): Html | null {
  if (canaries.length === 0) return null;
  const embedded = context.results.recognizer.startsWith("embedded");
  return html`<h3>Canaries</h3>
<p>Known replies that show no value were judged in this run without and with an instruction to the
judge. A recognizer that one in ten of them moves by more than 0.25 is compromised: whoever tried
could have bought a score.${
    embedded
      ? html` The embedded recognizer follows no orders, but it reads words: a reply that names a
value moves it. Look at the replies that speak to the judge below before trusting a high score.`
      : null
  }</p>
${tableBox(
  "Canaries, by system",
  [
    { heading: "system", kind: "text" },
    { heading: "verdict", kind: "text" },
    { heading: "moved", kind: "number" },
    { heading: "judged", kind: "number" },
    { heading: "unmeasured", kind: "number" },
    { heading: "mean shift", kind: "number", hint: "of P(adhere)" },
  ],
  canaries.map((row) => [
    names(context, row.system, "").system,
    VERDICTS[row.verdict],
    showCount(row.moved),
    showCount(row.judged),
    showCount(row.unmeasured),
    showNumber(row.meanShift, 2),
  ]),
)}`;
}

function suspectPart({ suspects }: TrustResults): Html {
  if (suspects.length === 0)
    return html`<p>No reply of this study was found to speak to the judge.</p>`;
  return html`<h3>Replies that speak to the judge</h3>
<p>Orders, forged verdicts, invisible text, and replies that say of themselves what they reflect.
They are judged like all others; this says how often each examinee tried.</p>
${tableBox(
  "Replies that speak to the judge, by examinee",
  [
    { heading: "examinee", kind: "text" },
    { heading: "replies", kind: "number" },
    { heading: "flagged", kind: "number" },
    { heading: "signs", kind: "text" },
  ],
  suspects.map(({ examinee, replies, flagged, signs }) => [
    examinee,
    showCount(replies),
    showCount(flagged),
    Object.entries(signs)
      .map(([sign, n]) => `${sign} ${n}`)
      .join(", "),
  ]),
)}`;
}

function panelPart(context: ReportContext, { panel }: TrustResults): Html | null {
  if (!panel) return null;
  return html`<h3>Agreement of the panel</h3>
<p>Members: ${panel.members.join(", ")}. Where they disagree, the intervals of the scores are wider.
Judges that err alike are worth less than their number.</p>
${tableBox(
  "Agreement of the panel, by dimension",
  [
    { heading: "dimension", kind: "text" },
    { heading: "system", kind: "text" },
    { heading: "replies", kind: "number" },
    { heading: "Krippendorff's alpha", kind: "number", hint: "1: always agree; 0: by chance" },
    { heading: "worth", kind: "number", hint: "how many independent judges" },
    { heading: "judges", kind: "number" },
  ],
  panel.rows.map((row) => [
    names(context, row.system, row.dimension).dimension,
    names(context, row.system, row.dimension).system,
    showCount(row.replies),
    showNumber(row.alpha, 2),
    showNumber(row.effective, 2),
    showCount(row.judges),
  ]),
)}`;
}

function calibrationPart(context: ReportContext, calibration: CalibrationResults): Html {
  const { labelledReplies, unmeasured, recognizer } = calibration;
  return html`<h3>People's labels</h3>
<p>${labelledReplies} replies were labelled by people and judged by ${recognizer};
${unmeasured} of them came back without a verdict.</p>
${skillTable(context, calibration)}
${correctedTable(context, calibration)}
${biasTable(calibration)}`;
}

function skillTable(context: ReportContext, { rows }: CalibrationResults): Html {
  return tableBox(
    "The recognizer against labels, by dimension",
    [
      { heading: "dimension", kind: "text" },
      { heading: "labelled", kind: "number" },
      { heading: "sensitivity", kind: "number", hint: "of what is there, the share it saw" },
      { heading: "specificity", kind: "number", hint: "of what is not, the share it left" },
      { heading: "ECE", kind: "number", hint: "expected calibration error" },
      { heading: "reliability", kind: "text", hint: "mean forecast: share that came true (count)" },
    ],
    rows.map((row) => [
      names(context, row.system, row.dimension).dimension,
      showCount(row.labelled),
      showNumber(row.sensitivity, 2),
      showNumber(row.specificity, 2),
      showNumber(row.ece, 2),
      row.bins
        .filter(({ count }) => count > 0)
        .map(
          ({ count, forecast, share }) =>
            `${forecast?.toFixed(2)}: ${share?.toFixed(2)} (${count})`,
        )
        .join("; "),
    ]),
  );
}

function correctedTable(context: ReportContext, { corrected }: CalibrationResults): Html {
  return tableBox(
    "Corrected scores beside the raw ones (x 100)",
    [
      { heading: "examinee", kind: "text" },
      { heading: "dimension", kind: "text" },
      { heading: "raw", kind: "number" },
      { heading: "Rogan-Gladen", kind: "number", hint: "by sensitivity and specificity" },
      { heading: "prediction-powered", kind: "number", hint: "by labels of its own replies" },
    ],
    corrected.map((row) => [
      row.examinee,
      names(context, row.system, row.dimension).dimension,
      showNumber(row.raw === null ? null : 100 * row.raw, 1),
      showInterval(row.roganGladen),
      showInterval(row.predictionPowered),
    ]),
  );
}

function biasTable({ bias }: CalibrationResults): Html {
  return tableBox(
    "Does its error depend on who wrote, on length, on hedging?",
    [
      { heading: "about", kind: "text" },
      { heading: "what", kind: "text" },
      { heading: "shift", kind: "number" },
      { heading: "95 % interval", kind: "text" },
      { heading: "readings", kind: "number" },
      { heading: "p (Holm)", kind: "number" },
    ],
    bias.map(({ about, what, shift, low, high, readings, p }) => [
      about,
      what,
      showNumber(shift, 3),
      `${low.toFixed(3)} to ${high.toFixed(3)}`,
      showCount(readings),
      showNumber(p, 3),
    ]),
  );
}

function showInterval(value: CorrectedInterval | null): string {
  if (value === null) return "–";
  const [mean, low, high] = [value.mean, value.low, value.high].map((one) =>
    (100 * one).toFixed(1),
  );
  return `${mean} (${low} to ${high})`;
}
