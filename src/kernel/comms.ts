// The entry "value-compass/comms": importing it turns comms on in a stock tslab kernel.
import { upgradeStockKernel } from "./stock-upgrade.js";

export type { Json } from "../figures/figure.js";
export type { Comm, CommData, Comms, IopubDraft } from "./comms-registry.js";
export {
  type AnyWidget,
  type ControlLike,
  type ControlValue,
  type ControlValues,
  interact,
} from "./interact.js";
export type { HostDisplay, HostOutput, KernelHost } from "./kernel-host.js";
export { kernelHost } from "./kernel-host.js";
export type { RichResult } from "./rich-result.js";
export { type Boxed, hbox, vbox } from "./widgets/box.js";
export { button } from "./widgets/button.js";
export { checkbox } from "./widgets/checkbox.js";
export { type DropdownOptions, dropdown } from "./widgets/dropdown.js";
export { type OutputWidget, output } from "./widgets/output.js";
export { type SliderOptions, slider } from "./widgets/slider.js";
export type { Widget } from "./widgets/widget.js";
export type { WidgetModel, WidgetState } from "./widgets/widget-model.js";
export type { WireHeader, WireMessage } from "./wire-message.js";

upgradeStockKernel();
