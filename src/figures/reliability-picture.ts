import { paint } from "./paint.js";
import { svgDocument } from "./svg-document.js";
import { type SvgNode, svgNode } from "./svg-node.js";

/** A bin that holds forecasts. */
export interface FilledBin {
  readonly count: number;
  readonly meanForecast: number;
  readonly shareTrue: number;
}

const SIZE = 320;
const LEFT = 76;
const TOP = 16;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** The unit square with its diagonal, a dot a bin and the number of forecasts beside it. */
export function reliabilityPicture(
  text: { readonly id: string; readonly title: string; readonly caption: string },
  bins: readonly FilledBin[],
  forecasts: number,
): string {
  const x = (value: number) => LEFT + SIZE * value;
  const y = (value: number) => TOP + SIZE * (1 - value);
  const line = (x1: number, y1: number, x2: number, y2: number, role: "grid" | "muted") =>
    svgNode("line", { x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2), ...paint({ stroke: role }) });
  const frame = { id: text.id, title: text.title, description: text.caption };
  return svgDocument({ ...frame, width: 472, height: TOP + SIZE + 50 }, [
    ...TICKS.flatMap((tick) => [line(tick, 0, tick, 1, "grid"), line(0, tick, 1, tick, "grid")]),
    ...TICKS.flatMap((tick) => [
      label(tick.toFixed(1), x(tick), y(0) + 16, "middle"),
      label(tick.toFixed(1), x(0) - 8, y(tick) + 4, "end"),
    ]),
    label("forecast", x(0.5), y(0) + 38, "middle"),
    label("came true", x(0) - 8, y(0.5) + 22, "end"),
    line(0, 0, 1, 1, "muted"),
    ...bins.map(({ count, meanForecast, shareTrue }) =>
      svgNode("g", {}, [
        svgNode("title", {}, [
          `${count} forecasts of ${meanForecast.toFixed(2)}: ${shareTrue.toFixed(2)} came true`,
        ]),
        svgNode("circle", {
          cx: x(meanForecast),
          cy: y(shareTrue),
          r: 4 + 14 * Math.sqrt(count / forecasts),
          ...paint({ fill: "accent", stroke: "surface" }),
        }),
        label(
          `${count}`,
          x(meanForecast) + 8 + 14 * Math.sqrt(count / forecasts),
          y(shareTrue) + 14,
          "start",
        ),
      ]),
    ),
  ]);
}

function label(text: string, x: number, y: number, anchor: "start" | "middle" | "end"): SvgNode {
  return svgNode(
    "text",
    { x, y, "text-anchor": anchor, "font-size": 11, ...paint({ fill: "muted" }) },
    [text],
  );
}
