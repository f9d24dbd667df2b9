import type { ExamineeCard } from "../../records/examinee-card.js";
import type { Dimension, ValueSystem } from "../../values/value-system.js";
import { type Html, html } from "../html.js";
import { nameOf } from "../report-context.js";
import type { Site } from "./site.js";
import { chooser } from "./site-control.js";
import { readNames, type SiteState } from "./site-state.js";

/** The system that the address names; the first where it names none. */
export function chosenSystem(site: Site, { choices }: SiteState): ValueSystem | undefined {
  return site.systems.find(({ id }) => id === choices.s) ?? site.systems[0];
}

/** The dimension that the address names; the system's first where it names none. */
export function chosenDimension(
  system: ValueSystem,
  { choices }: SiteState,
): Dimension | undefined {
  return system.dimensions.find(({ id }) => id === choices.d) ?? system.dimensions[0];
}

/** The examinees that the address names, in its order. */
export function chosenExaminees(site: Site, { choices }: SiteState): readonly ExamineeCard[] {
  return readNames(choices.m).flatMap((id) => site.cards.get(id) ?? []);
}

/** Where an examinee stands in the results: the number of its file of cases. */
export function placeOf(site: Site, card: ExamineeCard): number {
  return site.results.examinees.indexOf(card);
}

/** A list of the study's systems. */
export function systemChooser(site: Site, state: SiteState): Html {
  const options = site.systems.map(({ id, name }) => [id, name] as const);
  return chooser("s", "Value system", options, chosenSystem(site, state)?.id ?? "");
}

/** A list of a system's dimensions. */
export function dimensionChooser(system: ValueSystem, state: SiteState): Html {
  const options = system.dimensions.map(({ id, name }) => [id, name] as const);
  return chooser("d", "Dimension", options, chosenDimension(system, state)?.id ?? "");
}

/** A list of all examinees, for a view of one. */
export function examineeChooser(site: Site, chosen: string): Html {
  const options = site.results.examinees.map(({ id }) => [id, nameOf(site, id)] as const);
  return html`${chooser("m", "Examinee", options, chosen)}`;
}
