import type { Draft, SlotWriter } from "../ports/write.js";
import type { ValueSystem } from "../values/value-system.js";

/** Numbers the options of a writer's slots, so that a draft becomes a row of switches. */
export interface SlotDesign {
  readonly columns: number;
  /** The name of each column: `topic=harvest-fair`, or `*=power` for what several options share. */
  readonly names: readonly string[];
  row(draft: Draft): readonly number[];
}

/**
 * The columns that theta is fitted on: one for every option of every slot, and one more for what options share.
 * An option named `power/3` is the third wording of power: its wording has a column, and so has power itself,
 * in whichever slot it stands.
 */
export function slotDesign(writer: SlotWriter, system: ValueSystem): SlotDesign {
  const names: string[] = [];
  const columnOf = new Map<string, number>();
  const column = (name: string): void => {
    if (columnOf.has(name)) return;
    columnOf.set(name, names.length);
    names.push(name);
  };
  for (const [slot, options] of Object.entries(writer.slots(system)))
    for (const option of options) {
      column(`${slot}=${option}`);
      const shared = sharedName(option);
      if (shared) column(shared);
    }
  // Rows are asked for once a draft and generation: the columns of an option are looked up once.
  const columnsOf = new Map<string, readonly number[]>();
  const switched = (slot: string, option: string): readonly number[] => {
    const own = `${slot}=${option}`;
    let found = columnsOf.get(own);
    if (!found) {
      const shared = sharedName(option);
      const both = [columnOf.get(own), shared === null ? undefined : columnOf.get(shared)];
      found = both.filter((column) => column !== undefined);
      columnsOf.set(own, found);
    }
    return found;
  };
  return {
    columns: names.length,
    names,
    row: (draft) => Object.entries(draft.slots).flatMap(([slot, option]) => switched(slot, option)),
  };
}

function sharedName(option: string): string | null {
  const slash = option.indexOf("/");
  return slash === -1 ? null : `*=${option.slice(0, slash)}`;
}
