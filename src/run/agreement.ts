import type { RecordedLabels } from "../examinees/recorded.js";
import { bandSamples } from "../records/band.js";
import type { Item } from "../records/item.js";
import type { AgreementRow } from "../records/results.js";
import type { DimensionVerdict } from "../records/verdict.js";
import { readingOf, readingOfDeclined } from "../scoring/reading-of.js";
import { areaUnderCurve } from "../statistics/area-under-curve.js";
import type { ValueSystem } from "../values/value-system.js";
import type { MeasuredItem } from "./measure.js";

interface Judged {
  readonly label: -1 | 0 | 1;
  readonly reading: number;
  readonly likeliest: -1 | 0 | 1;
}

/** Compares verdicts with the labels that came with recorded replies, while items stream by. */
export interface AgreementTable {
  add(item: Item, measured: MeasuredItem): void;
  rows(): AgreementRow[];
}

/** A table of agreement for one system. Replies without a label, and unmeasured ones, enter nothing. */
export function agreementTable(
  system: ValueSystem,
  labels: readonly RecordedLabels[],
): AgreementTable {
  const key = (examinee: string, item: string, sample: number) =>
    JSON.stringify([examinee, item, sample]);
  const [firstFresh] = bandSamples("fresh", 1);
  const known = new Map(
    labels
      .filter((row) => row.system === null || row.system === system.id)
      .map((row) => [key(row.examinee, row.item, firstFresh + row.sample), row.labels]),
  );
  const judged = new Map<string, Judged[]>(system.dimensions.map(({ id }) => [id, []]));
  return {
    add(item, measured) {
      for (const { examinee, sample, outcome } of measured.cells) {
        const own = known.get(key(examinee, item.text, sample));
        if (!own || outcome.kind === "unmeasured") continue;
        for (const [dimension, label] of Object.entries(own)) {
          const verdict = outcome.verdict.dimensions[dimension];
          if (!verdict) continue;
          judged.get(dimension)?.push({
            label,
            reading:
              outcome.kind === "declined"
                ? readingOfDeclined(system.reading)
                : readingOf(verdict, system.reading),
            likeliest: likeliest(verdict),
          });
        }
      }
    },
    rows: () =>
      system.dimensions.flatMap(({ id }) => {
        const own = judged.get(id) ?? [];
        return own.length === 0 ? [] : [rowOf(system, id, own)];
      }),
  };
}

function likeliest(verdict: DimensionVerdict): -1 | 0 | 1 {
  if (verdict.adhere >= verdict.oppose && verdict.adhere >= verdict.unrelated) return 1;
  return verdict.oppose >= verdict.unrelated ? -1 : 0;
}

function rowOf(system: ValueSystem, dimension: string, own: readonly Judged[]): AgreementRow {
  const count = (label: -1 | 0 | 1) => own.filter((row) => row.label === label).length;
  const positive = count(1);
  const absent = count(0);
  const negative = count(-1);
  const auroc = areaUnderCurve(
    own.map((row) => row.reading),
    own.map((row) => row.label === 1),
  );
  return {
    system: system.id,
    dimension,
    labelled: own.length,
    positive,
    absent,
    negative,
    auroc: Number.isNaN(auroc) ? null : auroc,
    accuracy: own.filter((row) => row.label === row.likeliest).length / own.length,
    commonest: Math.max(positive, absent, negative) / own.length,
  };
}
