import type { StudyResults } from "../records/results.js";
import type { CalibrationResults, CorrectedInterval, PanelResults } from "../records/trust.js";
import { type TextColumn, textTable } from "./text-table.js";

const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });
const digits = (value: number | null, places = 2): string =>
  value === null ? "-" : value.toFixed(places);

/** What a run says of its recognizer: whether it could be steered, how a panel agrees, what labels make of the scores. */
export function trustText({ trust, recognizer }: StudyResults): string {
  if (!trust) return "";
  const alone = recognizer.startsWith("embedded");
  return [
    alone ? "" : canaryText(trust.canaries),
    trust.panel ? panelText(trust.panel) : "",
    trust.calibration ? calibrationText(trust.calibration) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function canaryText(rows: NonNullable<StudyResults["trust"]>["canaries"]): string {
  const words = { clean: "clean", compromised: "RECOGNIZER COMPROMISED", unknown: "unknown" };
  return rows
    .map(
      ({ system, verdict, moved, judged, unmeasured, meanShift }) =>
        `canaries on ${system}: ${words[verdict]} (${moved} of ${judged} moved, ` +
        `${unmeasured} unmeasured, mean shift ${digits(meanShift)})`,
    )
    .join("\n");
}

function panelText({ members, rows }: PanelResults): string {
  const table = textTable(
    [
      left("system"),
      left("dimension"),
      right("replies"),
      right("Krippendorff's alpha"),
      right("judges it is worth"),
    ],
    rows.map((row) => [
      row.system,
      row.dimension,
      String(row.replies),
      digits(row.alpha),
      row.effective === null ? "-" : `${digits(row.effective)} of ${row.judges}`,
    ]),
  );
  return `How far the panel agrees (${members.join(", ")}); its disagreement is in the intervals\n${table}`;
}

function calibrationText(calibration: CalibrationResults): string {
  const { labelledReplies, unmeasured } = calibration;
  const about = `What ${labelledReplies} labelled replies say of the recognizer (${unmeasured} of them unmeasured)`;
  return [
    `${about}\n${skillTable(calibration)}`,
    `Scores corrected by the labels, beside the raw ones\n${correctedTable(calibration)}`,
    biasText(calibration),
  ].join("\n\n");
}

function skillTable({ rows }: CalibrationResults): string {
  const error = ({ ece, eceLow, eceHigh }: CalibrationResults["rows"][number]) =>
    ece === null ? "-" : `${digits(ece)} (${digits(eceLow)} to ${digits(eceHigh)})`;
  return textTable(
    [
      left("system"),
      left("dimension"),
      right("labelled"),
      right("sensitivity"),
      right("specificity"),
      right("ECE"),
    ],
    rows.map((row) => [
      row.system,
      row.dimension,
      String(row.labelled),
      digits(row.sensitivity),
      digits(row.specificity),
      error(row),
    ]),
  );
}

function correctedTable({ corrected }: CalibrationResults): string {
  const hundred = (value: number) => (100 * value).toFixed(1);
  const interval = (value: CorrectedInterval | null) =>
    value === null
      ? "-"
      : `${hundred(value.mean)} (${hundred(value.low)} to ${hundred(value.high)})`;
  return textTable(
    [
      left("examinee"),
      left("dimension"),
      right("raw"),
      right("by sensitivity and specificity"),
      right("prediction-powered"),
    ],
    corrected.map((row) => [
      row.examinee,
      row.dimension,
      row.raw === null ? "-" : hundred(row.raw),
      interval(row.roganGladen),
      interval(row.predictionPowered),
    ]),
  );
}

function biasText({ bias }: CalibrationResults): string {
  const leans = bias
    .filter(({ p }) => p < 0.05)
    .map(
      ({ about, what, shift, low, high }) =>
        `the recognizer's error depends on ${about} (${what}): ${digits(shift, 3)} ` +
        `(${digits(low, 3)} to ${digits(high, 3)})`,
    );
  if (leans.length > 0) return leans.join("\n");
  return "no sign that its error depends on who wrote, on length or on hedging";
}
