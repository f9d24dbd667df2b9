import type { Comms } from "../comms-registry.js";
import { WIDGET_TARGET, widgetStates } from "./widget-model.js";

/**
 * Answers a page that opens or is reloaded: it asks for the states of all widgets over a channel of its
 * own. Must stand before the first page comes, or the page waits in vain.
 */
export function registerWidgetTargets(comms: Comms): void {
  comms.register(`${WIDGET_TARGET}.control`, (comm) => {
    comm.onMessage((data, { header }) => {
      if (data.method !== "request_states") return;
      comm.send({ method: "update_states", states: widgetStates(), buffer_paths: [] }, header);
    });
  });
}
