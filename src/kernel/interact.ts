import { JUPYTER_DISPLAY } from "./rich-result.js";
import { vbox } from "./widgets/box.js";
import { checkbox } from "./widgets/checkbox.js";
import { dropdown } from "./widgets/dropdown.js";
import { output } from "./widgets/output.js";
import { latest, showBundle, type Widget, widgetBundle } from "./widgets/widget.js";

/** A widget, or what stands for one: a list to choose from, a box to tick. */
export type ControlLike = AnyWidget | readonly string[] | readonly number[] | boolean;

/** A widget whatever its value: asked for the value alone, never given one. */
export type AnyWidget = Pick<Widget<unknown>, "model" | "show" | "close"> & {
  readonly value: unknown;
  onChange(listen: () => unknown): void;
};

/** The value that a control gives. */
export type ControlValue<C> =
  C extends Widget<infer V>
    ? V
    : C extends readonly (infer V)[]
      ? V
      : C extends boolean
        ? boolean
        : never;

/** The values of some controls, by name. */
export type ControlValues<C> = { -readonly [Name in keyof C]: ControlValue<C[Name]> };

/**
 * Runs a function, shows what it puts out below its controls, and runs it again in the kernel whenever
 * somebody moves one: the notebook's way to ask "and if alpha were 0.8?".
 *
 * Make a widget beforehand to read or to set its value yourself:
 * `const alpha = slider(0, 1); await interact(run, { alpha });`
 *
 * @param run       gets the values by name; what it prints, shows and returns is shown
 * @param controls  widgets, lists to choose from, or booleans to tick
 * @returns when the first run is shown; await it, so that it stands under its own cell
 */
export async function interact<C extends Readonly<Record<string, ControlLike>>>(
  run: (values: ControlValues<C>) => unknown,
  controls: C,
): Promise<void> {
  const widgets = Object.entries(controls).map(
    ([name, control]) => [name, controlWidget(name, control)] as const,
  );
  const valuesNow = () =>
    Object.fromEntries(widgets.map(([name, { value }]) => [name, value])) as ControlValues<C>;
  const place = output();
  const rerun = latest(() => place.run(() => run(valuesNow())));
  for (const [, widget] of widgets) widget.onChange(rerun);
  await rerun();
  const shown = vbox([...widgets.map(([, widget]) => widget), place]);
  const stand = widgets.map(([name, { value }]) => `${name} = ${value}`).join(", ");
  const text = String(place[JUPYTER_DISPLAY]()["text/plain"]);
  showBundle(widgetBundle(shown.model, `${stand}\n${text}`.trimEnd()));
}

function controlWidget(name: string, control: ControlLike): AnyWidget {
  if (typeof control === "boolean") return checkbox(control, name);
  if (Array.isArray(control))
    return dropdown(control as readonly (string | number)[], { label: name });
  const widget = control as AnyWidget;
  if (widget.model.state.description === "") widget.model.set({ description: name });
  return widget;
}
