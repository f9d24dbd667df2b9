import { axisTicks } from "../../figures/axis-ticks.js";
import { sourceLabel } from "../../figures/examinee-names.js";
import type { Figure } from "../../figures/figure.js";
import { figureId } from "../../figures/figure-id.js";
import { paint } from "../../figures/paint.js";
import { plotlyLayout, plotlyText } from "../../figures/plotly-layout.js";
import { svgDocument } from "../../figures/svg-document.js";
import { type SvgNode, svgNode } from "../../figures/svg-node.js";
import { lightTheme } from "../../figures/theme.js";
import type { Item } from "../../records/item.js";
import type { StudyResults } from "../../records/results.js";
import type { ValueSystem } from "../../values/value-system.js";

const FRAME = { width: 720, height: 380, left: 70, right: 20, top: 20, bottom: 56 };

interface Dot {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

/** Both terms of Eq. 1 for every item, on fresh replies: does telling apart cost bringing out? */
export function termsFigure(
  system: ValueSystem,
  items: readonly Item[],
  results: Pick<StudyResults, "examinees">,
): Figure {
  const dots = items.flatMap((item): Dot[] =>
    item.terms.fresh
      ? [{ item, x: item.terms.fresh.informativeness, y: item.terms.fresh.elicitation }]
      : [],
  );
  const id = figureId("terms", system.id);
  const title = `Do items that tell examinees apart also bring values out over ${system.name}?`;
  const caption = `Each dot: one of n = ${dots.length} items on fresh replies, in the terms' own units; filled: evolved, open: static. One item's terms are noisy; look at the cloud. ${sourceLabel(results.examinees)}`;
  const layout = plotlyLayout(title, {
    xaxis: { title: { text: "informativeness (null subtracted)" } },
    yaxis: { title: { text: "elicitation" } },
  });
  const marker = {
    size: 8,
    color: lightTheme.accent,
    symbol: dots.map(({ item }) => (item.round === 0 ? "circle-open" : "circle")),
  };
  const text = dots.map(({ item }) =>
    plotlyText(`${item.text.slice(0, 90)} (round ${item.round})`),
  );
  return {
    id,
    title,
    caption,
    plotly: {
      data: [
        {
          type: "scatter",
          mode: "markers",
          x: dots.map(({ x }) => x),
          y: dots.map(({ y }) => y),
          text,
          marker,
          hovertemplate: "%{text}<br>%{x:.4f}, %{y:.4f}<extra></extra>",
        },
      ],
      layout,
    },
    svg: picture({ id, title, description: caption }, dots),
    table: {
      columns: ["item", "round", "informativeness", "elicitation"],
      rows: dots.map(({ item, x, y }) => [item.text, item.round, x, y]),
    },
  };
}

function picture(about: { id: string; title: string; description: string }, dots: readonly Dot[]) {
  const { width, height, left, right, top, bottom } = FRAME;
  const across = axisTicks(least(dots.map(({ x }) => x)), most(dots.map(({ x }) => x)), 6);
  const up = axisTicks(least(dots.map(({ y }) => y)), most(dots.map(({ y }) => y)), 5);
  const x = (value: number) => left + part(value, across) * (width - left - right);
  const y = (value: number) => height - bottom - part(value, up) * (height - top - bottom);
  const words = (text: string, place: Record<string, string | number>): SvgNode =>
    svgNode("text", { ...place, ...paint({ fill: "muted" }) }, [text]);
  return svgDocument({ ...about, width, height }, [
    ...across.flatMap((at) => [
      svgNode("line", {
        x1: x(at),
        x2: x(at),
        y1: top,
        y2: height - bottom,
        ...paint({ stroke: "grid" }),
      }),
      words(shortNumber(at), { x: x(at), y: height - bottom + 16, "text-anchor": "middle" }),
    ]),
    ...up.flatMap((at) => [
      svgNode("line", {
        x1: left,
        x2: width - right,
        y1: y(at),
        y2: y(at),
        ...paint({ stroke: "grid" }),
      }),
      words(shortNumber(at), { x: left - 8, y: y(at) + 4, "text-anchor": "end" }),
    ]),
    words("informativeness (null subtracted)", {
      x: (left + width - right) / 2,
      y: height - 12,
      "text-anchor": "middle",
    }),
    words("elicitation", { x: 8, y: 14 }),
    ...dots.map((dot) =>
      svgNode(
        "circle",
        {
          cx: x(dot.x),
          cy: y(dot.y),
          r: 4,
          "stroke-width": 1.4,
          ...paint({ fill: dot.item.round === 0 ? "surface" : "accent", stroke: "accent" }),
        },
        [svgNode("title", {}, [dot.item.text])],
      ),
    ),
  ]);
}

function least(values: readonly number[]): number {
  return Math.min(0, ...values);
}

function most(values: readonly number[]): number {
  return Math.max(1e-4, ...values);
}

/** Where a value lies between the first and the last tick, from 0 to 1. */
function part(value: number, ticks: readonly number[]): number {
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  return last > first ? (value - first) / (last - first) : 0.5;
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}
