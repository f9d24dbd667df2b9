import type { Comm } from "../comms-registry.js";
import { kernelHost } from "../kernel-host.js";

/** The state of a model, by the names of ipywidgets. */
export type WidgetState = Record<string, unknown>;

/** The name under which widgets open their channels. */
export const WIDGET_TARGET = "jupyter.widget";

/** The version of the widget messages that is spoken here: that of ipywidgets 8. */
const PROTOCOL = { version: "2.1.0" };

const MODELS = Symbol.for("valuecompass.widgets");

/** One model of the ipywidgets protocol: a state here and in the page, kept the same. */
export interface WidgetModel {
  readonly id: string;
  readonly state: Readonly<WidgetState>;
  /** Changes the state here and in the page. */
  set(changes: Readonly<WidgetState>): void;
  /** What to do when the page changes the state, or sends a message of its own such as a click. */
  onChange(listen: (changes: Readonly<WidgetState>) => void | Promise<void>): void;
  onCustom(listen: (content: Readonly<WidgetState>) => void | Promise<void>): void;
  close(): void;
}

/** How a model is named in a state that refers to it. */
export function modelReference(model: WidgetModel): string {
  return `IPY_MODEL_${model.id}`;
}

/** The states of all open models, as the page asks for them after a reload. */
export function widgetStates(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...allModels().values()].map(({ id, state }) => {
      const { _model_name, _model_module, _model_module_version } = state;
      const names = {
        model_name: _model_name,
        model_module: _model_module,
        model_module_version: _model_module_version,
      };
      return [id, { ...names, state }];
    }),
  );
}

/** The models of this process; another copy of this package has the same. */
function allModels(): Map<string, WidgetModel> {
  const known = Reflect.get(globalThis, MODELS) as Map<string, WidgetModel> | undefined;
  const models = known ?? new Map<string, WidgetModel>();
  if (known === undefined) Reflect.set(globalThis, MODELS, models);
  return models;
}

/** Opens a model in the page; where there is no kernel, only its state here exists. */
export function openModel(initial: Readonly<WidgetState>): WidgetModel {
  const state: WidgetState = { ...initial };
  const comm: Comm | null =
    kernelHost()?.comms.open(WIDGET_TARGET, { state, buffer_paths: [] }, PROTOCOL) ?? null;
  let changed: Parameters<WidgetModel["onChange"]>[0] = () => {};
  let custom: Parameters<WidgetModel["onCustom"]>[0] = () => {};
  comm?.onMessage(async (data, { header }) => {
    if (data.method === "request_state")
      comm.send({ method: "update", state, buffer_paths: [] }, header);
    if (data.method === "custom") await custom((data.content ?? {}) as WidgetState);
    if (data.method !== "update") return;
    const changes = data.state as WidgetState;
    Object.assign(state, changes);
    // Other pages on the same kernel follow; the page that sent it knows it by the echo.
    comm.send({ method: "echo_update", state: changes, buffer_paths: [] }, header);
    await changed(changes);
  });
  const id = comm?.id ?? "";
  const model: WidgetModel = {
    id,
    state,
    set: (changes) => {
      Object.assign(state, changes);
      comm?.send({ method: "update", state: changes, buffer_paths: [] });
    },
    onChange: (listen) => {
      changed = listen;
    },
    onCustom: (listen) => {
      custom = listen;
    },
    close: () => {
      allModels().delete(id);
      comm?.close();
    },
  };
  if (comm) allModels().set(id, model);
  return model;
}
