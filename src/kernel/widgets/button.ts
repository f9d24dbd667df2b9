import { latest, makeWidget, type Widget } from "./widget.js";

/**
 * A button. Its value counts the clicks.
 *
 * @param onClick  what a click does; clicks that come while it runs are one
 * @example
 * button("Draw again", () => {}).value; // => 0
 */
export function button(label: string, onClick: () => unknown): Widget<number> {
  let clicks = 0;
  const widget = makeWidget({
    kind: "Button",
    style: "ButtonStyle",
    state: { description: label, button_style: "", icon: "", disabled: false },
    read: () => clicks,
    write: () => ({}),
    text: () => `[ ${label} ]`,
  });
  const clicked = latest(async () => {
    await onClick();
  });
  widget.model.onCustom((content) => {
    if (content.event !== "click") return;
    clicks++;
    return clicked();
  });
  return widget;
}
