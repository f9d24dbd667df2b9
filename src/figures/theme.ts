/** The colours of one appearance. Every figure and page takes its colours from here. */
export interface Theme {
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly accent: string;
  /** The background of a band or of every second row. */
  readonly band: string;
  /** Eight colours for eight examinees, apart from each other also for colour-blind eyes. */
  readonly series: readonly string[];
  /** Ten steps from little to much. */
  readonly heat: readonly string[];
  /** What is legible on the first five steps, and on the last five. */
  readonly heatInkLow: string;
  readonly heatInkHigh: string;
}

/**
 * Dark ink on white. The series colours keep 3 : 1 to the surface and an OKLab distance of 0.11
 * under simulated protanopia, deuteranopia and tritanopia (Machado 2009); a test holds them to it.
 */
export const lightTheme: Theme = {
  surface: "#ffffff",
  ink: "#1c2530",
  muted: "#586472",
  grid: "#d9dfe6",
  accent: "#1f5f99",
  band: "#f3f6f9",
  series: ["#234da9", "#be3b06", "#07a88c", "#7a296a", "#be8916", "#6a73b9", "#83616c", "#38005c"],
  heat: [
    "#f1f6fb",
    "#e0ecf6",
    "#cde0f0",
    "#b6d1e8",
    "#8db8da",
    "#3d77ab",
    "#306a9e",
    "#245c8f",
    "#184d7d",
    "#0d3a63",
  ],
  heatInkLow: "#1c2530",
  heatInkHigh: "#ffffff",
};

/** Light ink on a dark page; the same roles and promises as `lightTheme`. */
export const darkTheme: Theme = {
  surface: "#171c22",
  ink: "#e6ebf0",
  muted: "#a3aebb",
  grid: "#36414d",
  accent: "#7db7ea",
  band: "#1f262e",
  series: ["#68a0fb", "#d25312", "#65e3a0", "#aa62a6", "#e49a0a", "#caf1fe", "#a79e96", "#7460f5"],
  heat: [
    "#1c2630",
    "#1f2f3f",
    "#22394f",
    "#254460",
    "#295072",
    "#5c93c2",
    "#72a7d3",
    "#8abae1",
    "#a4cdee",
    "#c0e0f9",
  ],
  heatInkLow: "#e6ebf0",
  heatInkHigh: "#0d141b",
};

/**
 * Line patterns that tell examinees apart where colour does not: SVG dash arrays, and plotly's
 * names.
 */
export const dashes = [
  { svg: "none", plotly: "solid" },
  { svg: "7 3", plotly: "dash" },
  { svg: "2 3", plotly: "dot" },
  { svg: "8 3 2 3", plotly: "dashdot" },
  { svg: "12 4", plotly: "longdash" },
  { svg: "12 4 2 4", plotly: "longdashdot" },
  { svg: "4 2", plotly: "4px,2px" },
  { svg: "1 4", plotly: "1px,4px" },
] as const;

/** Marker shapes, one an examinee. */
export const markers = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "triangle-down",
  "cross",
  "x",
  "star",
] as const;

/** The shape of one examinee's points. */
export type Marker = (typeof markers)[number];
