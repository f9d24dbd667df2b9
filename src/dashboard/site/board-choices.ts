import { scalings } from "../../aggregation/scaled-scores.js";
import { welfareRules } from "../../catalogue/welfare-rules.js";
import type { ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { type BoardSettings, boardSettings, type Column, MOST_WEIGHT, roundsOf } from "./board.js";
import type { Site } from "./site.js";
import { chooser, searchBox, setButton, slider } from "./site-control.js";
import { type SiteState, writeNumbers } from "./site-state.js";

/** What the reader of the leaderboard can move. */
export function boardChoices(site: Site, state: SiteState): Html {
  const { choices } = state;
  const settings = boardSettings(site, state);
  const { rule } = settings;
  const [tuned] = rule.parameters;
  const systems = site.systems.map(({ id, name }) => [id, name] as const);
  const all = systems.length > 1 ? [["all", `All ${systems.length} systems`] as const] : [];
  return html`<div class="choices">
<div class="row">${chooser("s", "Value system", [...systems, ...all], choices.s ?? "")}
${chooser(
  "rule",
  "Welfare rule",
  welfareRules.map(({ id, name }) => [id, name]),
  rule.id,
)}
${
  tuned
    ? slider("p", null, html`${tuned.name} <span class="label">${tuned.meaning}</span>`, {
        low: tuned.lowest,
        high: tuned.highest,
        step: (tuned.highest - tuned.lowest) / 100,
        value: rule.values[tuned.id],
        first: tuned.usual,
      })
    : null
}
${chooser(
  "scale",
  "Scaling of each dimension",
  scalings.map(({ id, name }) => [id, name]),
  settings.scaling,
)}
${roundChooser(site, settings)}</div>
<details class="weights"${choices.w ? html` open` : null}><summary>Dimensions and weights</summary>
<p class="groups">${setButton("w", "", "All count alike")}</p>
${settings.systems.map((system) => weights(system, settings.columns))}</details>
<div class="row">${searchBox("q", "Search", choices.q ?? "")}
${filters(site, state)}</div>
</div>`;
}

/** A list of rounds, where there are several. */
function roundChooser(site: Site, { systems, round }: BoardSettings): Html | null {
  const rounds = roundsOf(site, systems);
  if (rounds.length < 2) return null;
  const each = rounds.map((one) => [String(one), roundName(one)] as const);
  return chooser("round", "Items of", [["", "All rounds"], ...each], String(round ?? ""));
}

/** A round in words: round 0 are the items that stood there before any evolved. */
export function roundName(round: number): string {
  return round === 0 ? "round 0 (static)" : `round ${round}`;
}

function weights(system: ValueSystem, columns: readonly Column[]): Html {
  const own = columns.filter((column) => column.system === system);
  const only = (kept: readonly string[]) =>
    writeNumbers(
      Object.fromEntries(
        columns.flatMap(({ key, dimension }) =>
          own.some((one) => one.key === key) && kept.includes(dimension.id) ? [] : [[key, 0]],
        ),
      ),
    );
  return html`<fieldset><legend>${system.name}</legend>
<p class="groups">${system.groups.map(
    ({ name, dimensions }) => html`${setButton("w", only(dimensions), `Only ${name}`)} `,
  )}</p>
<div class="sliders">${own.map(({ key, dimension, weight }) =>
    slider("w", key, dimension.name, {
      low: 0,
      high: MOST_WEIGHT,
      step: 0.5,
      value: weight,
      first: 1,
    }),
  )}</div></fieldset>`;
}

function filters(site: Site, { choices }: SiteState): Html {
  const cards = site.results.examinees;
  const known = (of: (card: (typeof cards)[number]) => string | null) =>
    [...new Set(cards.flatMap((card) => of(card) ?? []))].sort();
  const list = (name: string, label: string, first: string, values: readonly string[]) =>
    values.length === 0
      ? null
      : chooser(
          name,
          label,
          [["", first], ...values.map((one) => [one, one] as const)],
          choices[name] ?? "",
        );
  const years = known((card) => card.released?.slice(0, 4) ?? null);
  return html`${list(
    "dev",
    "Developer",
    "All developers",
    known((card) => card.developer),
  )}
${list(
  "access",
  "Access",
  "Open and closed",
  known((card) => card.access),
)}
${list("since", "Released since", "Any date", years)}`;
}
