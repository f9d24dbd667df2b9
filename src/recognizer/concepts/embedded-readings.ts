import type { Recognizer } from "../../ports/judge.js";
import type { ValueSystem } from "../../values/value-system.js";

/** P(adhere) and P(oppose) of every dimension of a text by the embedded recognizer, in the system's order. */
export async function embeddedReadings(
  embedded: Recognizer,
  system: ValueSystem,
  text: string,
): Promise<readonly number[]> {
  const { dimensions } = await embedded.readItem(system, text);
  return system.dimensions.flatMap(({ id }) => [dimensions[id].adhere, dimensions[id].oppose]);
}
