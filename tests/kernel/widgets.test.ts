import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { commsRegistry, type IopubDraft } from "../../src/kernel/comms-registry.js";
import { interact } from "../../src/kernel/interact.js";
import { announceKernel } from "../../src/kernel/kernel-host.js";
import { button } from "../../src/kernel/widgets/button.js";
import { checkbox } from "../../src/kernel/widgets/checkbox.js";
import { dropdown } from "../../src/kernel/widgets/dropdown.js";
import { slider } from "../../src/kernel/widgets/slider.js";
import { widgetStates } from "../../src/kernel/widgets/widget-model.js";
import { registerWidgetTargets } from "../../src/kernel/widgets/widget-targets.js";
import type { WireMessage } from "../../src/kernel/wire-message.js";
import { type KernelClient, openKernel } from "../../src/notebook/kernel-client.js";
import { root } from "./optional-part.js";

/** A pretended kernel: what it sent, and a way to send it what a page would. */
function pretendKernel() {
  const sent: IopubDraft[] = [];
  const shown: string[] = [];
  const comms = commsRegistry((draft) => sent.push(draft));
  registerWidgetTargets(comms);
  announceKernel({
    comms,
    display: ({ data }) => shown.push(String(data["text/plain"])),
    clearOutput: () => {},
    capture: (work) => work(),
    faultOf: (thrown) => ({ output_type: "error", ename: "Error", evalue: String(thrown) }),
  });
  const page = (type: string, comm_id: string, data: object, target_name = "") =>
    comms.handle({
      type,
      content: { comm_id, data, target_name },
      header: {},
    } as unknown as WireMessage);
  return { sent, shown, page };
}

afterEach(() => announceKernel(null));

describe("events", () => {
  test("that come while one is dealt with are merged, and the last one counts", async () => {
    const { page } = pretendKernel();
    const alpha = slider(0, 1);
    const seen: number[] = [];
    alpha.onChange(async (value) => {
      seen.push(value);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const moves = Array.from({ length: 30 }, (_, n) => (n + 1) / 30);
    const send = (value: number) =>
      page("comm_msg", alpha.model.id, { method: "update", state: { value } });
    const [first, ...rest] = moves;
    const begun = send(first);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await Promise.all([begun, ...rest.map(send)]);
    expect(seen).toEqual([1 / 30, 1]);
    expect(alpha.value).toBe(1);
  });

  test("of a button are counted, and do what was asked", async () => {
    const { page } = pretendKernel();
    let pressed = 0;
    const press = button("Again", () => {
      pressed++;
    });
    await page("comm_msg", press.model.id, { method: "custom", content: { event: "click" } });
    expect([press.value, pressed]).toEqual([1, 1]);
  });
});

describe("a page that opens later", () => {
  test("is told the states as they are now", async () => {
    const { page, sent } = pretendKernel();
    const ticked = checkbox(false, "with refusals");
    await page("comm_msg", ticked.model.id, { method: "update", state: { value: true } });
    await page("comm_open", "control", {}, "jupyter.widget.control");
    await page("comm_msg", "control", { method: "request_states" });
    expect(sent.at(-1)?.content.data).toMatchObject({ states: widgetStates() });
    expect(widgetStates()[ticked.model.id]).toMatchObject({
      model_name: "CheckboxModel",
      state: { value: true, description: "with refusals" },
    });
    ticked.close();
    expect(widgetStates()).not.toHaveProperty(ticked.model.id);
  });
});

describe("interact", () => {
  test("runs with what the controls say, and again when one moves", async () => {
    const { page, shown } = pretendKernel();
    const alpha = slider(0, 1);
    const seen: string[] = [];
    await interact(
      (now) => {
        seen.push(`${now.alpha.toFixed(1)} ${now.divergence} ${now.fair}`);
      },
      { alpha, divergence: ["jensen-shannon", "variance"], fair: true },
    );
    await page("comm_msg", alpha.model.id, { method: "update", state: { value: 0.8 } });
    expect(seen).toEqual(["0.5 jensen-shannon true", "0.8 jensen-shannon true"]);
    expect(shown).toEqual(["alpha = 0.5, divergence = jensen-shannon, fair = true"]);
  });

  test("works without a kernel: it runs once and prints", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    let ran = 0;
    await interact(() => void ran++, { alpha: slider(0, 1, { value: 0.25 }) });
    expect([ran, log.mock.calls]).toEqual([1, [["alpha = 0.25"]]]);
    log.mockRestore();
  });
});

test("a dropdown gives what it was given, numbers too", () => {
  const rounds = dropdown([1, 2, 3], { value: 2 });
  rounds.value = 3;
  expect(rounds.value).toBe(3);
  expect(() => slider(0, 1, { value: 2 })).toThrow(RangeError);
});

describe.each(["value-compass", "tslab"] as const)("in the running kernel %s", (kind) => {
  test("a slider re-runs TypeScript, its output lands in its place, errors too", async () => {
    const kernel = await openKernel(join(root, "notebooks"), kind);
    try {
      const { published } = await kernel.ask("execute_request", {
        code:
          'import { interact, slider } from "value-compass/comms";\n' +
          "await interact(({ alpha }) => {\n" +
          '  if (alpha > 0.9) throw new Error("too far");\n' +
          '  console.log("alpha " + alpha.toFixed(2));\n' +
          "}, { alpha: slider(0, 1) });",
      });
      const types = published.map(({ type }) => type);
      expect(types.lastIndexOf("comm_open")).toBeLessThan(types.indexOf("display_data"));
      const id = modelId(published, "FloatSliderModel");
      expect(await outputsAfter(kernel, id, 0.25)).toEqual([
        { output_type: "stream", name: "stdout", text: "alpha 0.25\n" },
      ]);
      expect(await outputsAfter(kernel, id, 0.95)).toMatchObject([
        { output_type: "error", ename: "Error", evalue: "too far" },
      ]);
      const info = await kernel.ask("comm_info_request", { target_name: "jupyter.widget" });
      expect(Object.keys(info.reply?.content.comms as object)).toContain(id);
    } finally {
      kernel.close();
    }
  });
});

type Stated = { readonly data: { readonly state: Readonly<Record<string, unknown>> } };

function modelId(published: readonly WireMessage[], name: string): string {
  const opened = published.find(
    ({ type, content }) =>
      type === "comm_open" && (content as unknown as Stated).data.state._model_name === name,
  );
  return String(opened?.content.comm_id);
}

/** What an output widget holds after a slider was moved. */
async function outputsAfter(kernel: KernelClient, comm_id: string, value: number) {
  const data = { method: "update", state: { value }, buffer_paths: [] };
  const { published } = await kernel.ask("comm_msg", { comm_id, data });
  const states = published.map(({ content }) => (content as unknown as Stated).data?.state);
  return states.find((state) => state && "outputs" in state)?.outputs;
}
