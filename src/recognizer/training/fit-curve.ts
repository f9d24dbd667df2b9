import type { ValueSystem } from "../../values/value-system.js";
import { readVerdict } from "../read-verdict.js";
import type { SystemReader } from "../system-reader.js";
import { logOdds, type OddsLine, type VerdictCurve } from "../verdict-curve.js";
import type { AuthoredRow } from "./authored-rows.js";
import { minimise } from "./l2-logistic.js";
import { miniReplies } from "./mini-replies.js";

/** What a verdict without a curve says of one dimension of a mini reply, and what is so. */
export interface CurveRow {
  /** Log-odds of presence, and of opposing where present. */
  readonly presence: number;
  readonly opposed: number;
  readonly present: boolean;
  /** Whether it is opposed; `null` where it is absent, or both sides are taken. */
  readonly against: boolean | null;
}

/** Mini replies of a group of voices. */
const REPLIES = 400;

/** The penalty: 1 / (2 C) on the squared slope. */
const STRENGTH = 100;

/** Reads mini replies of voices that the reader has not heard. */
export function curveRows(
  system: ValueSystem,
  reader: SystemReader,
  own: readonly AuthoredRow[],
  filler: readonly string[],
): readonly CurveRow[] {
  if (own.length === 0) return [];
  return miniReplies(`curve ${system.id}`, own, filler, REPLIES).flatMap(({ text, said }) => {
    const { dimensions } = readVerdict(system, reader, text);
    return system.dimensions.map(({ id }): CurveRow => {
      const { adhere, oppose } = dimensions[id];
      const sides = new Set(said.filter((row) => row.dimension === id).map((row) => row.stance));
      return {
        presence: logOdds(adhere + oppose),
        opposed: adhere + oppose === 0 ? 0 : logOdds(oppose / (adhere + oppose)),
        present: sides.size > 0,
        against: sides.size === 1 ? sides.has("oppose") : null,
      };
    });
  });
}

/**
 * The sign is this much more decided than its probability: which side a sentence takes is then told apart better over
 * many replies, at the price of a calibration error that stays small (docs/design/recognizer.md).
 */
const DECIDED = 2;

/** Fits both lines by logistic regression. The line of the sign is straight: neither side is the doubtful one. */
export function fitCurve(rows: readonly CurveRow[]): VerdictCurve {
  const signed = rows.flatMap(({ opposed, against }) =>
    against === null ? [] : [{ at: opposed, yes: against }],
  );
  const presence = rows.map((row) => ({ at: row.presence, yes: row.present }));
  const sign = fitLine(signed, false);
  return {
    presence: fitLine(presence, true),
    sign: {
      slope: DECIDED * sign.slope,
      above: DECIDED * sign.above,
      offset: DECIDED * sign.offset,
    },
  };
}

interface Point {
  readonly at: number;
  readonly yes: boolean;
}

function fitLine(points: readonly Point[], bends: boolean): OddsLine {
  const fitted = minimise(3, (weights, gradient) => {
    // The penalty pulls towards slopes of 1: the verdict as it is.
    let loss = 0;
    for (let at = 0; at < 2; at++) {
      loss += (weights[at] - 1) ** 2 / (2 * STRENGTH);
      gradient[at] = (weights[at] - 1) / STRENGTH;
    }
    gradient[2] = 0;
    for (const { at, yes } of points) {
      const side = yes ? 1 : -1;
      const slope = bends && at > 0 ? 1 : 0;
      const margin = side * (weights[slope] * at + weights[2]);
      loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      const pull = -side / (1 + Math.exp(margin));
      gradient[slope] += pull * at;
      gradient[2] += pull;
    }
    return loss;
  });
  const [slope, above, offset] = Array.from(fitted, (value) => Math.round(value * 1e4) / 1e4);
  return { slope, above: bends ? above : slope, offset };
}
