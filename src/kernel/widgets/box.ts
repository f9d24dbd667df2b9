import { makeWidget, type Widget } from "./widget.js";
import { modelReference, type WidgetModel } from "./widget-model.js";

/** Anything that has a model: widgets, boxes of widgets. */
export type Boxed = { readonly model: WidgetModel };

/** Widgets side by side. */
export function hbox(children: readonly Boxed[]): Widget<readonly Boxed[]> {
  return box("HBox", children);
}

/** Widgets one below the other. */
export function vbox(children: readonly Boxed[]): Widget<readonly Boxed[]> {
  return box("VBox", children);
}

function box(kind: string, children: readonly Boxed[]): Widget<readonly Boxed[]> {
  let inside = children;
  const references = () => inside.map(({ model }) => modelReference(model));
  return makeWidget({
    kind,
    style: null,
    state: { children: references(), box_style: "" },
    read: () => inside,
    write: (next) => {
      inside = next;
      return { children: references() };
    },
    text: (boxed) => `${boxed.length} widgets`,
  });
}
