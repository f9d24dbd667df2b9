import { makeWidget, type Widget } from "./widget.js";

/** Options of `slider`. */
export interface SliderOptions {
  /** Where it stands first; the middle when left out. */
  readonly value?: number;
  /** How far one step goes; a hundredth of the range, or 1 between whole numbers that lie far apart. */
  readonly step?: number;
  /** What stands before it. */
  readonly label?: string;
}

/** From how many whole numbers on a slider steps from one to the next. */
const WHOLE_STEPS = 10;

/**
 * A slider between two numbers.
 *
 * @throws RangeError unless `min` lies below `max`, and the value between them
 * @example
 * slider(0, 1).value; // => 0.5
 * slider(0, 1, { value: 0.2 }).value; // => 0.2
 * slider(1, 0); // throws /from 1 to 0/
 */
export function slider(min: number, max: number, options: SliderOptions = {}): Widget<number> {
  if (!(min < max)) throw new RangeError(`a slider needs a range; got one from ${min} to ${max}`);
  const whole = Number.isInteger(min) && Number.isInteger(max) && max - min >= WHOLE_STEPS;
  const step = options.step ?? (whole ? 1 : (max - min) / 100);
  const value = options.value ?? min + step * Math.round((max - min) / 2 / step);
  if (!(value >= min && value <= max))
    throw new RangeError(`a slider from ${min} to ${max} cannot stand at ${value}`);
  if (!(step > 0)) throw new RangeError(`a slider needs a step above 0; got ${step}`);
  const decimals = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
  const label = options.label ?? "";
  return makeWidget({
    kind: "FloatSlider",
    style: "SliderStyle",
    state: {
      description: label,
      min,
      max,
      step,
      value,
      readout_format: `.${decimals}f`,
      continuous_update: true,
      orientation: "horizontal",
      readout: true,
      disabled: false,
    },
    read: (state) => Number(state.value),
    write: (next) => ({ value: next }),
    text: (now) => `${label === "" ? "slider" : label} ${now.toFixed(decimals)} (${min} to ${max})`,
  });
}
