import { kernelHost } from "../kernel-host.js";
import { JUPYTER_DISPLAY, type RichResult } from "../rich-result.js";
import { visibleControls } from "../visible-controls.js";
import { modelReference, openModel, type WidgetModel } from "./widget-model.js";

/** Something to press, move or choose in a notebook, whose value is here as soon as it changes there. */
export interface Widget<T> {
  /** The value now; assigning it moves the widget in the page. */
  value: T;
  /** Calls a function after every change that a person makes; events that come meanwhile are merged. */
  onChange(listen: (value: T) => unknown): void;
  /** Shows the widget under the running cell. */
  show(): void;
  /** Takes the widget out of the page. */
  close(): void;
  readonly model: WidgetModel;
  [JUPYTER_DISPLAY](): RichResult;
}

/** How a widget is made from the state of its model. */
export interface WidgetDraft<T> {
  /** The kind: the name of the model without "Model". */
  readonly kind: string;
  readonly state: Readonly<Record<string, unknown>>;
  /** The kind of its style; `null` for none. */
  readonly style: string | null;
  /** The module that draws it. */
  readonly module?: { readonly name: string; readonly version: string };
  /** The value in a state. */
  read(state: Readonly<Record<string, unknown>>): T;
  /** The state for a value. */
  write(value: T): Readonly<Record<string, unknown>>;
  /** How it reads where no widget can be drawn. */
  text(value: T): string;
}

const CONTROLS = { name: "@jupyter-widgets/controls", version: "2.0.0" };
const BASE = { name: "@jupyter-widgets/base", version: "2.0.0" };

type Module = typeof CONTROLS;

/** Makes a widget; where there is no kernel with comms, one that keeps its first value. */
export function makeWidget<T>(draft: WidgetDraft<T>): Widget<T> {
  const state: Record<string, unknown> = {
    ...names(draft.kind, draft.module ?? CONTROLS, `${draft.kind}View`),
    layout: reference("Layout", BASE, "LayoutView"),
    ...draft.state,
  };
  if (draft.style !== null) state.style = reference(draft.style, CONTROLS, "StyleView", BASE);
  const model = openModel(state);
  const listeners: ((value: T) => unknown)[] = [];
  model.onChange(
    latest(async () => {
      for (const listen of listeners) await listen(draft.read(model.state));
    }),
  );
  const bundle = (): RichResult => widgetBundle(model, draft.text(draft.read(model.state)));
  return {
    model,
    get value() {
      return draft.read(model.state);
    },
    set value(value) {
      model.set(draft.write(value));
    },
    onChange: (listen) => {
      listeners.push(listen);
    },
    show: () => showBundle(bundle()),
    close: () => model.close(),
    [JUPYTER_DISPLAY]: bundle,
  };
}

/** What stands under a cell for a model; readers without widgets see the text. */
export function widgetBundle(model: WidgetModel, words: string): RichResult {
  const text = visibleControls(words);
  if (model.id === "") return { "text/plain": text };
  const view = { model_id: model.id, version_major: 2, version_minor: 0 };
  return { "text/plain": text, "application/vnd.jupyter.widget-view+json": view };
}

/** Shows a bundle under the running cell; its text outside a notebook. */
export function showBundle(data: RichResult): void {
  const host = kernelHost();
  if (host) host.display({ data, metadata: {}, transient: {} }, false);
  else console.log(data["text/plain"]);
}

/** Does some work after every call, but never twice at once: calls that come meanwhile are one. */
export function latest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  return () => {
    again = true;
    running ??= (async () => {
      // What has arrived by now counts too.
      await new Promise((resolve) => setImmediate(resolve));
      while (again) {
        again = false;
        await work();
      }
    })().finally(() => {
      running = null;
    });
    return running;
  };
}

function names(kind: string, module: Module, view: string, viewModule = module): object {
  return {
    _model_name: `${kind}Model`,
    _model_module: module.name,
    _model_module_version: module.version,
    _view_name: view,
    _view_module: viewModule.name,
    _view_module_version: viewModule.version,
  };
}

/** A model that only another refers to: a layout, a style. */
function reference(kind: string, module: Module, view: string, viewModule = module): string {
  return modelReference(openModel({ ...names(kind, module, view, viewModule) }));
}
