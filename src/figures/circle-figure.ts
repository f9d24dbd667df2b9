import { type CircleAngles, circleFit } from "../culture/circle-fit.js";
import type { ValueProfile } from "../culture/culture.js";
import { zScore } from "../statistics/z-score.js";
import { circlePicture } from "./circle-picture.js";
import type { Figure } from "./figure.js";
import { figureId } from "./figure-id.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { lightTheme } from "./theme.js";

/** Where the values stand, what they are called, and where the profile comes from. */
export interface CircleFigureOptions {
  readonly name: string;
  /** `evenAngles(system.circularOrder)` or `schwartzWedges`. */
  readonly angles: CircleAngles;
  /** Names of the dimensions by id; the ids themselves where one is missing. */
  readonly names?: Readonly<Record<string, string>>;
  readonly source: string;
}

/** One value on its place of the circle, in standard deviations of the profile. */
export interface CirclePoint {
  readonly name: string;
  readonly angle: number;
  readonly value: number;
  /** What the wave says it would be. */
  readonly wave: number;
}

/**
 * Does a profile follow the circle of its theory? Each value stands in its direction, further out the more it is held; the
 * smooth line is the best wave once around. R^2 and the height of the wave stand together, without a cut-off.
 *
 * @throws ArgumentError when profile and angles name different dimensions
 */
export function circleFigure(profile: ValueProfile, options: CircleFigureOptions): Figure {
  const { name, angles, names = {}, source } = options;
  const fit = circleFit(profile, angles);
  const ids = Object.keys(angles);
  const shape = zScore(ids.map((id) => profile[id])).map((z) => (Number.isNaN(z) ? 0 : z));
  const standard = circleFit(Object.fromEntries(ids.map((id, k) => [id, shape[k]])), angles);
  const waveAt = (angle: number) =>
    Number.isNaN(standard.peak)
      ? standard.mean
      : standard.mean + standard.amplitude * Math.cos(((angle - standard.peak) * Math.PI) / 180);
  const points = ids.map(
    (id, k): CirclePoint => ({
      name: names[id] ?? id,
      angle: angles[id],
      value: shape[k],
      wave: waveAt(angles[id]),
    }),
  );
  const wave = Array.from({ length: 73 }, (_, at) => ({ angle: at * 5, value: waveAt(at * 5) }));
  const id = figureId("circle", name);
  const title = `Do the priorities of ${name} follow the circle of values?`;
  const caption = [
    "Dot: a value, further out the more it is held, in standard deviations of the profile; dashed ring: its mean.",
    `Line: the best wave once around; it explains ${fitText(fit.rSquared)} of the differences (R^2)`,
    `and swings ${fit.amplitude.toPrecision(2)} to either side in the profile's own unit;`,
    `it peaks near ${fit.nearest === null ? "no value" : (names[fit.nearest] ?? fit.nearest)}.`,
    `n = ${ids.length} values. Country means fit with R^2 of .21 to .67, so there is no cut-off.`,
    `Source: ${source}.`,
  ].join(" ");
  return {
    id,
    title,
    caption,
    plotly: circlePlotly(title, points, wave),
    svg: circlePicture({ id, title, caption }, points, wave),
    table: {
      columns: ["value", "angle", "profile", "standard deviations", "wave"],
      rows: points.map((point, k) => [
        point.name,
        point.angle,
        profile[ids[k]],
        point.value,
        point.wave,
      ]),
    },
  };
}

function fitText(rSquared: number): string {
  return Number.isNaN(rSquared) ? "none" : `${(100 * rSquared).toFixed(0)} %`;
}

function circlePlotly(
  title: string,
  points: readonly CirclePoint[],
  wave: readonly { readonly angle: number; readonly value: number }[],
): Figure["plotly"] {
  return {
    data: [
      {
        type: "scatterpolar",
        mode: "lines",
        name: "best wave",
        theta: wave.map(({ angle }) => angle),
        r: wave.map(({ value }) => value),
        line: { color: lightTheme.muted },
      },
      {
        type: "scatterpolar",
        mode: "markers+text",
        name: "profile",
        theta: points.map(({ angle }) => angle),
        r: points.map(({ value }) => value),
        text: points.map(({ name }) => plotlyText(name)),
        textposition: "top center",
        marker: { size: 9, color: lightTheme.accent },
      },
    ],
    layout: plotlyLayout(title, {
      polar: {
        radialaxis: { range: [-3, 3], showticklabels: false, gridcolor: lightTheme.grid },
        angularaxis: {
          showticklabels: false,
          direction: "clockwise",
          rotation: 90,
          gridcolor: lightTheme.grid,
        },
      },
    }),
  };
}
