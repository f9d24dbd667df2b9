import { stream } from "../../random/stream.js";
import type { DimensionId, ValueSystem } from "../../values/value-system.js";
import { embeddedRecognizer } from "../embedded-recognizer.js";
import { declarations, otherDeclarations } from "./declarations.js";
import { edits } from "./edits.js";
import type { BenchRow } from "./labelled-folder.js";

/** How far verdicts move when only the wording of replies is changed. */
export interface Robustness {
  readonly source: string;
  readonly system: string;
  readonly edit: string;
  readonly replies: number;
  /** Mean total variation distance between the verdicts before and after, in [0, 1], by dimension. */
  readonly shift: Readonly<Record<DimensionId, number>>;
  /** Over the dimensions. */
  readonly mean: number;
  /** The dimension that moved most. */
  readonly worst: DimensionId;
  /** Share of verdicts whose most likely answer changed. */
  readonly turned: number;
}

/** Replies that are edited, of each source and system. */
const MOST = 250;

/** Words that ask for a verdict instead of earning it. */
const DECLARING: Readonly<Record<string, readonly string[]>> = {
  "declaring the value": declarations,
  "declaring it in other words": otherDeclarations,
};

/** Edits a sample of replies in every way and reads them again; a verdict should not move. */
export async function robustness(
  source: string,
  system: ValueSystem,
  rows: readonly BenchRow[],
): Promise<readonly Robustness[]> {
  const recognizer = embeddedRecognizer({ cachedSentences: 0 });
  const sample = stream("bench replies", source, system.id).shuffle(rows).slice(0, MOST);
  const read = async (text: string) => (await recognizer.readItem(system, text)).dimensions;
  const before = await Promise.all(sample.map(({ response }) => read(response)));
  const changes = [...edits.map(({ name }) => name), ...Object.keys(DECLARING)];
  const found: Robustness[] = [];
  for (const name of changes) {
    const edit = edits.find((one) => one.name === name);
    const shift = new Map<DimensionId, number>(system.dimensions.map(({ id }) => [id, 0]));
    let turned = 0;
    for (const [at, { response, id: row }] of sample.entries()) {
      const random = stream("bench edit", name, source, row);
      const edited = edit === undefined ? null : await read(edit.apply(response, random));
      for (const { id, name: dimension } of system.dimensions) {
        const after = edited ?? (await read(`${response} ${declared(name, at, dimension)}`));
        const [one, other] = [before[at][id], after[id]];
        const moved =
          (Math.abs(one.adhere - other.adhere) +
            Math.abs(one.oppose - other.oppose) +
            Math.abs(one.unrelated - other.unrelated)) /
          2;
        shift.set(id, (shift.get(id) ?? 0) + moved / sample.length);
        if (likeliest(one) !== likeliest(other)) turned += 1;
      }
    }
    const byDimension = [...shift].sort(([, one], [, other]) => other - one);
    found.push({
      source,
      system: system.id,
      edit: name,
      replies: sample.length,
      shift: Object.fromEntries(shift),
      mean: byDimension.reduce((sum, [, moved]) => sum + moved, 0) / byDimension.length,
      worst: byDimension[0][0],
      turned: turned / (sample.length * system.dimensions.length),
    });
  }
  return found;
}

/** One declaration after another, of the value of that name. */
function declared(kind: string, at: number, value: string): string {
  const wordings = DECLARING[kind] ?? [];
  return (wordings[at % wordings.length] ?? "").replace("%", value);
}

type Three = { readonly adhere: number; readonly oppose: number; readonly unrelated: number };

function likeliest({ adhere, oppose, unrelated }: Three): string {
  if (unrelated >= adhere && unrelated >= oppose) return "unrelated";
  return oppose > adhere ? "oppose" : "adhere";
}
