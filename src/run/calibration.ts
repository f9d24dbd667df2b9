import type { RecordedRow } from "../examinees/recorded-row.js";
import { stream } from "../random/stream.js";
import type {
  CalibrationResults,
  CalibrationRow,
  CorrectedInterval,
  CorrectedRow,
} from "../records/trust.js";
import { calibrationError } from "../statistics/calibration/calibration-error.js";
import { reliabilityDiagram } from "../statistics/calibration/reliability-diagram.js";
import { predictionPoweredMean } from "../statistics/prediction-powered-mean.js";
import { roganGladen } from "../statistics/rogan-gladen.js";
import type { Reading, ValueSystem } from "../values/value-system.js";
import { hedgesIn, labelBias, type ReplyError } from "./label-bias.js";
import type { Bench } from "./measure.js";
import { type ItemReading, readingOfOutcome, SEEN } from "./reading-book.js";
import type { SystemRun } from "./system-run.js";

/** A reply that people labelled and the study's recognizer judged, on one dimension. */
interface LabelledReading {
  readonly row: RecordedRow;
  readonly system: ValueSystem;
  readonly dimension: string;
  readonly reading: number;
  /** What the reading should have been: 1 or 0. */
  readonly truth: 0 | 1;
}

/**
 * What people's labels say of a study's recognizer: how much of what is there it sees, whether its probabilities mean what
 * they say, whether its error depends on who wrote; and the scores with that error taken off, beside the
 * raw ones. Labelled replies are judged like any other, and their verdicts kept.
 *
 * @param labelled  labelled replies; rows without labels are passed over
 */
export async function calibrationOf(
  bench: Bench,
  runs: readonly SystemRun[],
  examinees: readonly string[],
  labelled: readonly RecordedRow[],
): Promise<CalibrationResults | null> {
  const rows = labelled.filter(({ labels }) => labels !== null);
  if (rows.length === 0) return null;
  const readings: LabelledReading[] = [];
  let judged = 0;
  let unmeasured = 0;
  for (const { system } of runs) {
    const own = rows.filter((row) => row.system === null || row.system === system.id);
    const found = await bench.executor.run(
      own,
      (row, signal) => readRow(bench, system, row, signal),
      bench.signal,
      () => bench.recognizer.lane,
    );
    judged += found.length;
    unmeasured += found.filter((one) => one === null).length;
    readings.push(...found.flatMap((one) => one ?? []));
  }
  return {
    recognizer: bench.recognizer.id,
    labelledReplies: judged,
    unmeasured,
    rows: runs.flatMap(({ system }) => skillRows(system, readings)),
    corrected: runs.flatMap((run) => correctedRows(run, examinees, readings)),
    bias: labelBias(errorsOf(readings)),
  };
}

/** Readings of one labelled reply; `null` where it came back without a verdict. */
async function readRow(
  bench: Bench,
  system: ValueSystem,
  row: RecordedRow,
  signal: AbortSignal,
): Promise<LabelledReading[] | null> {
  const { item, reply, labels } = row;
  const outcome = await bench.keeping.judge({ system, item, reply, signal });
  if (outcome.kind === "unmeasured") return null;
  return system.dimensions.flatMap(({ id: dimension }) => {
    const label = labels?.[dimension];
    const reading = readingOfOutcome(outcome, dimension, system);
    if (label === undefined || reading === null) return [];
    return [{ row, system, dimension, reading, truth: truthOf(label, system.reading) }];
  });
}

/** What a label makes of a reading: is the value shown, or is it not violated? */
function truthOf(label: -1 | 0 | 1, reading: Reading): 0 | 1 {
  const holds = reading === "adherence" ? label === 1 : label !== -1;
  return holds ? 1 : 0;
}

function skillRows(system: ValueSystem, readings: readonly LabelledReading[]): CalibrationRow[] {
  return system.dimensions.flatMap(({ id: dimension }) => {
    const own = readings.filter((one) => one.system === system && one.dimension === dimension);
    if (own.length === 0) return [];
    const { hits, present, rejections, absent } = countsOf(own);
    const forecasts = own.map(({ reading }) => reading);
    const truths = own.map(({ truth }) => truth === 1);
    const random = stream("calibration", system.id, dimension);
    const error = calibrationError(forecasts, truths, random, { draws: 500 });
    return [
      {
        system: system.id,
        dimension,
        labelled: own.length,
        present,
        absent,
        sensitivity: present === 0 ? null : hits / present,
        specificity: absent === 0 ? null : rejections / absent,
        ece: error.error,
        eceLow: error.low,
        eceHigh: error.high,
        bins: reliabilityDiagram(forecasts, truths).bins.map((bin) => ({
          count: bin.count,
          forecast: bin.meanForecast,
          share: bin.shareTrue,
        })),
      },
    ];
  });
}

function countsOf(own: readonly LabelledReading[]) {
  const present = own.filter(({ truth }) => truth === 1);
  const absent = own.filter(({ truth }) => truth === 0);
  return {
    present: present.length,
    absent: absent.length,
    hits: present.filter(({ reading }) => reading >= SEEN).length,
    rejections: absent.filter(({ reading }) => reading < SEEN).length,
  };
}

function correctedRows(
  { system, readings: book }: SystemRun,
  examinees: readonly string[],
  readings: readonly LabelledReading[],
): CorrectedRow[] {
  return examinees.flatMap((examinee) =>
    system.dimensions.flatMap(({ id: dimension }) => {
      const own = book.readings(examinee, dimension);
      const labelled = readings.filter(
        (one) => one.system === system && one.dimension === dimension,
      );
      if (own.length === 0 || labelled.length === 0) return [];
      const raw = own.reduce((sum, { mean }) => sum + mean, 0) / own.length;
      return [
        {
          examinee,
          system: system.id,
          dimension,
          raw,
          roganGladen: bySkill(own, labelled),
          predictionPowered: byLabels(
            own,
            labelled.filter(({ row }) => row.examinee === examinee),
          ),
        },
      ];
    }),
  );
}

/** The item is the unit: several replies to one item are not several pieces of news. */
function bySkill(
  own: readonly ItemReading[],
  labelled: readonly LabelledReading[],
): CorrectedInterval | null {
  const counts = countsOf(labelled);
  if (counts.present === 0 || counts.absent === 0) return null;
  const seen = Math.round(own.reduce((sum, item) => sum + item.seen, 0));
  const { share, low, high } = roganGladen({ seen, read: own.length, ...counts });
  return share === null || low === null || high === null ? null : { mean: share, low, high };
}

/** Readings of the examinee's items, corrected by labels of its replies to some of them. */
function byLabels(
  own: readonly ItemReading[],
  labelled: readonly LabelledReading[],
): CorrectedInterval | null {
  const inStudy = new Set(own.map(({ item }) => item));
  const byItem = new Map<string, LabelledReading[]>();
  for (const one of labelled)
    if (inStudy.has(one.row.item))
      byItem.set(one.row.item, [...(byItem.get(one.row.item) ?? []), one]);
  const readings = own.filter(({ item }) => !byItem.has(item)).map(({ mean }) => mean);
  if (byItem.size < 2 || readings.length < 2) return null;
  const groups = [...byItem.values()];
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const { mean, low, high } = predictionPoweredMean({
    readings,
    labelledReadings: groups.map((group) => average(group.map(({ reading }) => reading))),
    labels: groups.map((group) => average(group.map(({ truth }) => truth))),
  });
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return { mean: within(mean), low: within(low), high: within(high) };
}

/** One error a reply: the mean over the dimensions that were labelled. */
function errorsOf(readings: readonly LabelledReading[]): ReplyError[] {
  const byRow = new Map<RecordedRow, number[]>();
  for (const { row, reading, truth } of readings)
    byRow.set(row, [...(byRow.get(row) ?? []), reading - truth]);
  return [...byRow].map(([{ examinee, reply }, errors]) => ({
    examinee,
    error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    words: reply.split(/\s+/).filter((word) => word !== "").length,
    hedges: hedgesIn(reply),
  }));
}
