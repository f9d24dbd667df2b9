import { describe, expect, it } from "vitest";
import { darkTheme, lightTheme } from "../../src/figures/theme.js";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const EYES: Readonly<Record<string, Matrix>> = {
  "full colour": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme],
])("the %s theme", (_, theme) => {
  it.each(Object.entries(EYES))("keeps eight examinees apart for %s", (_eyes, matrix) => {
    const seen = theme.series.map((hex) => oklab(through(matrix, linear(hex))));
    for (let a = 0; a < seen.length; a++)
      for (let b = 0; b < a; b++) {
        const distance = Math.hypot(...seen[a].map((value, index) => value - seen[b][index]));
        expect(distance, `${theme.series[a]} and ${theme.series[b]}`).toBeGreaterThan(0.11);
      }
  });

  it("has series colours of 3 : 1 and text of 4.5 : 1 on their backgrounds", () => {
    for (const hex of theme.series) expect(contrast(hex, theme.surface)).toBeGreaterThanOrEqual(3);
    for (const back of [theme.surface, theme.band])
      for (const text of [theme.ink, theme.muted, theme.accent])
        expect(contrast(text, back)).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps the numbers on every step of the heat scale legible", () => {
    theme.heat.forEach((step, index) => {
      const ink = index < 5 ? theme.heatInkLow : theme.heatInkHigh;
      expect(contrast(ink, step), `${ink} on ${step}`).toBeGreaterThanOrEqual(4.5);
    });
  });
});

function linear(hex: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function through(matrix: Matrix, [r, g, b]: Triple): Triple {
  const row = (m: Triple) => Math.min(1, Math.max(0, m[0] * r + m[1] * g + m[2] * b));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((hex) => {
      const [red, green, blue] = linear(hex);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
