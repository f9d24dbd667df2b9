import type { StudyResults } from "../records/results.js";
import type { ValueSystem } from "../values/value-system.js";
import { examineeNames, sourceLabel } from "./examinee-names.js";
import type { Figure, FigureTable, JsonObject } from "./figure.js";
import { figureId } from "./figure-id.js";
import { itemsPhrase } from "./items-phrase.js";
import { plotlyLayout, plotlyText } from "./plotly-layout.js";
import { radarPicture } from "./radar-picture.js";
import { type RadarProfile, radarProfile, radarSpokes, type Spoke } from "./radar-profile.js";
import { scoreLookup } from "./score-lookup.js";
import { dimensionSupport, supportLegend } from "./support-mark.js";
import { dashes, lightTheme, markers } from "./theme.js";

/** How many examinees the eye, and the palette, can tell apart. */
export const RADAR_LIMIT = 8;

/** Options of `radarFigure`. */
export interface RadarOptions {
  /** Ids of the examinees to draw, in order; all of them unless said otherwise. At most eight. */
  readonly examinees?: readonly string[];
  /**
   * `overlay` puts all profiles on one circle, `panels` gives each examinee its own. Unless said
   * otherwise, up to three share a circle.
   */
  readonly arrangement?: "overlay" | "panels";
  /**
   * `whole` (so unless told): the rim is 100. `fit`: the rim is the lowest of a few round numbers that holds every score and interval,
   * so that low scores can be read; the centre is 0 either way.
   */
  readonly scale?: "whole" | "fit";
}

/**
 * Profiles over one system's dimensions, on a circle from 0 to 100. Where the theory puts the
 * dimensions around a circle they stand in that order, so that neighbours are compatible values and
 * opposites are in conflict. A missing score breaks the outline; it is never drawn as 0.
 *
 * @throws RangeError for more than eight examinees, an unknown one, or fewer than three dimensions
 */
export function radarFigure(
  results: Pick<StudyResults, "examinees" | "scores">,
  system: ValueSystem,
  options: RadarOptions = {},
): Figure {
  const names = examineeNames(results.examinees);
  const ids = options.examinees ?? results.examinees.map((card) => card.id);
  if (ids.length > RADAR_LIMIT)
    throw new RangeError(
      `a radar shows up to ${RADAR_LIMIT} examinees; choose some with \`examinees\`: ${ids.length}`,
    );
  if (system.dimensions.length < 3)
    throw new RangeError(`a radar needs three dimensions or more: ${system.dimensions.length}`);
  const lookup = scoreLookup(results.scores, system.id);
  const spokes = radarSpokes(system, (id) => dimensionSupport(results.scores, system.id, id));
  const profiles = ids.map((id) => {
    const name = names.get(id);
    if (name === undefined) throw new RangeError(`no such examinee in these results: ${id}`);
    return radarProfile({ id, name }, spokes, lookup);
  });
  const title = `What does each examinee's profile over ${system.name} look like?`;
  const rim = options.scale === "fit" ? fittingRim(profiles) : 100;
  const caption = radarCaption(results, system, spokes, profiles, rim);
  const id = figureId("radar", system.id, ...(options.examinees ? [ids.join(" ")] : []));
  const arrangement = options.arrangement ?? (ids.length <= 3 ? "overlay" : "panels");
  return {
    id,
    title,
    caption,
    plotly: radarPlotly(title, spokes, profiles, rim),
    svg: radarPicture({ id, title, caption }, spokes, profiles, { arrangement, rim }),
    table: radarTable(spokes, profiles),
  };
}

function radarCaption(
  results: Pick<StudyResults, "examinees">,
  system: ValueSystem,
  spokes: readonly Spoke[],
  profiles: readonly RadarProfile[],
  rim: number,
): string {
  const measured = profiles.flatMap((profile) =>
    profile.values.flatMap((value) => (value.score && value.mean !== null ? [value.score] : [])),
  );
  const isBare = measured.length > 0 && measured.every(({ items }) => items === 0);
  const missing = profiles.length * spokes.length - measured.length;
  const drawn = new Set(profiles.map((profile) => profile.examinee));
  return [
    `Each corner is a score from 0 (centre) to ${rim === 100 ? "100 (rim)" : `${rim} (rim; scores reach to 100)`}${
      isBare
        ? ". Nothing is known of its items, so there are no intervals."
        : "; the bar along a spoke is its 95 % interval."
    }`,
    system.circularOrder
      ? "Neighbours on the circle are values that go together, opposites are values in conflict."
      : "The order of the spokes carries no meaning.",
    isBare
      ? `n = ${measured.length} scores.`
      : `${itemsPhrase(measured.map((score) => score.items))} for each examinee and dimension.`,
    missing > 0 ? `${missing} not measured, left as gaps.` : "",
    supportLegend(spokes.map((spoke) => spoke.support)),
    sourceLabel(results.examinees.filter((card) => drawn.has(card.id))),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Round numbers, so that rings stand at numbers that can be read. */
const RIMS = [10, 20, 25, 40, 50, 75, 100];

function fittingRim(profiles: readonly RadarProfile[]): number {
  const ends = profiles.flatMap(({ values }) => values.flatMap(({ mean, high }) => [mean, high]));
  const most = Math.max(0, ...ends.filter((end) => end !== null));
  return RIMS.find((rim) => most <= rim) ?? 100;
}

function radarTable(spokes: readonly Spoke[], profiles: readonly RadarProfile[]): FigureTable {
  return {
    columns: ["examinee", "dimension", "support", "mean x 100", "low", "high", "items"],
    rows: profiles.flatMap((profile) =>
      profile.values.map((value, index) => [
        profile.name,
        spokes[index].name,
        spokes[index].support,
        value.mean,
        value.low,
        value.high,
        value.score?.items ?? 0,
      ]),
    ),
  };
}

function radarPlotly(
  title: string,
  spokes: readonly Spoke[],
  profiles: readonly RadarProfile[],
  rim: number,
): Figure["plotly"] {
  const around = [...spokes, spokes[0]].map((spoke) => plotlyText(spoke.label));
  const outlines = profiles.map((profile, series): JsonObject => {
    const closed = [...profile.values, profile.values[0]];
    return {
      type: "scatterpolar",
      name: plotlyText(profile.name),
      legendgroup: profile.examinee,
      r: closed.map((value) => value.mean),
      theta: around,
      connectgaps: false,
      mode: "lines+markers",
      line: { color: lightTheme.series[series], dash: dashes[series].plotly, width: 2 },
      marker: { symbol: markers[series], size: 7 },
      customdata: closed.map((value) => [value.low, value.high, value.score?.items ?? 0]),
      hovertemplate:
        "%{theta}: %{r:.1f}<br>95 % interval %{customdata[0]:.1f} to %{customdata[1]:.1f}" +
        "<br>%{customdata[2]} items",
    };
  });
  const data = [...outlines, ...profiles.map(intervalBars(spokes, rim))];
  const layout = plotlyLayout(title, {
    polar: {
      radialaxis: { range: [0, rim], gridcolor: lightTheme.grid, angle: 90, tickangle: 90 },
      angularaxis: { direction: "clockwise", rotation: 90, gridcolor: lightTheme.grid },
      bgcolor: lightTheme.surface,
    },
    showlegend: true,
  });
  return { data, layout };
}

/** plotly has no error bars on a circle: each interval is a piece of line along its spoke. */
function intervalBars(spokes: readonly Spoke[], rim: number) {
  const within = (value: number) => Math.min(rim, Math.max(0, value));
  return (profile: RadarProfile, series: number): JsonObject => {
    const pieces = profile.values.flatMap(({ low, high }, index) =>
      low === null || high === null
        ? []
        : [
            { r: within(low), theta: plotlyText(spokes[index].label) },
            { r: within(high), theta: plotlyText(spokes[index].label) },
            { r: null, theta: null },
          ],
    );
    return {
      type: "scatterpolar",
      name: `${plotlyText(profile.name)}: 95 % intervals`,
      legendgroup: profile.examinee,
      showlegend: false,
      r: pieces.map(({ r }) => r),
      theta: pieces.map(({ theta }) => theta),
      connectgaps: false,
      mode: "lines",
      line: { color: lightTheme.series[series], width: 1.3 },
      hoverinfo: "skip",
    };
  };
}
