import { type HostOutput, kernelHost } from "../kernel-host.js";
import { richResult } from "../rich-result.js";
import { makeWidget, type Widget } from "./widget.js";

/** A place in the page that shows what some work prints, shows and returns. */
export interface OutputWidget extends Widget<readonly HostOutput[]> {
  /** Runs some work; what it puts out takes the place of what stood here. An error is shown too. */
  run(work: () => unknown): Promise<void>;
}

/** A place for outputs, at first empty. */
export function output(): OutputWidget {
  const widget = makeWidget<readonly HostOutput[]>({
    kind: "Output",
    style: null,
    module: { name: "@jupyter-widgets/output", version: "1.0.0" },
    state: { msg_id: "", outputs: [] },
    read: (state) => (state.outputs ?? []) as readonly HostOutput[],
    write: (outputs) => ({ outputs }),
    text: (outputs) => outputs.map(textOf).join("").trimEnd(),
  });
  return Object.assign(widget, {
    run: async (work: () => unknown) => {
      widget.value = await outputsOf(work);
    },
  });
}

/** What some work prints, shows, returns or throws. */
async function outputsOf(work: () => unknown): Promise<readonly HostOutput[]> {
  const host = kernelHost();
  const outputs: HostOutput[] = [];
  const add = (one: HostOutput): void => {
    const last = outputs.at(-1);
    if (last?.output_type === "stream" && last.name === one.name && one.output_type === "stream")
      outputs[outputs.length - 1] = { ...last, text: `${last.text}${one.text}` };
    else outputs.push(one);
  };
  const whole = async (): Promise<void> => {
    const value: unknown = await work();
    if (value === undefined) return;
    add({ output_type: "display_data", data: await richResult(value), metadata: {} });
  };
  if (host === null) await whole();
  else await host.capture(whole, add).catch((thrown: unknown) => add({ ...host.faultOf(thrown) }));
  return outputs.map(asStored);
}

/** Ids for later changes mean nothing inside a widget. */
function asStored(one: HostOutput): HostOutput {
  const { transient, ...kept } = one;
  return kept as HostOutput;
}

function textOf(one: HostOutput): string {
  if (one.output_type === "stream") return String(one.text);
  if (one.output_type === "error") return `${one.ename}: ${one.evalue}\n`;
  const { data } = one as { data?: Readonly<Record<string, unknown>> };
  return `${data?.["text/plain"] ?? ""}\n`;
}
