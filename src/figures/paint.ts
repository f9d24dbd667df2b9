import { darkTheme, lightTheme, type Theme } from "./theme.js";

/** A colour by what it is for: `ink`, `series3`, `heat9`. */
export type ColourRole =
  | "surface"
  | "ink"
  | "muted"
  | "grid"
  | "accent"
  | "band"
  | "heatInkLow"
  | "heatInkHigh"
  | `series${number}`
  | `heat${number}`;

/** The colour of a role in a theme. */
export function colour(theme: Theme, role: ColourRole): string {
  const step = /^(series|heat)(\d+)$/.exec(role);
  const found = step
    ? theme[step[1] as "series" | "heat"][Number(step[2])]
    : theme[role as keyof Omit<Theme, "series" | "heat">];
  if (found === undefined) throw new RangeError(`no colour for this role: ${role}`);
  return found;
}

/**
 * SVG attributes that paint a shape. The light colour stands in the attribute, where every viewer
 * finds it; the class lets `darkRules` repaint the shape where the reader prefers a dark page.
 */
export function paint(roles: {
  readonly fill?: ColourRole;
  readonly stroke?: ColourRole;
}): Record<string, string> {
  const classes: string[] = [];
  if (roles.fill) classes.push(`f-${roles.fill}`);
  if (roles.stroke) classes.push(`s-${roles.stroke}`);
  return {
    fill: roles.fill ? colour(lightTheme, roles.fill) : "none",
    ...(roles.stroke ? { stroke: colour(lightTheme, roles.stroke) } : {}),
    class: classes.join(" "),
  };
}

/** The style rules that repaint the given classes (`f-ink`, `s-grid`) for a dark page. */
export function darkRules(classes: readonly string[]): string {
  const rules = [...new Set(classes)].sort().map((name) => {
    const property = name.startsWith("f-") ? "fill" : "stroke";
    return `.vc-figure .${name}{${property}:${colour(darkTheme, name.slice(2) as ColourRole)}}`;
  });
  return `@media screen and (prefers-color-scheme:dark){${rules.join("")}}`;
}
