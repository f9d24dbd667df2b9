import type { SimulatedExaminee } from "../examinees/simulated.js";
import { type Stream, stream } from "../random/stream.js";
import {
  cheapestBudget,
  meanScores,
  type RankBudget,
  type RankOutlook,
  rankOutlook,
} from "../scoring/rank-budget.js";
import { spearman } from "../statistics/spearman.js";
import { randomSet } from "./item-sets.js";
import type { Lab } from "./lab.js";
import {
  addCells,
  type DimensionCells,
  emptyCells,
  exactCells,
  plantedMeans,
} from "./panel-cells.js";

/** How well one set of scores orders examinees. */
export interface Recovered {
  /** Each examinee's mean over dimensions, against the planted mean. */
  readonly spearman: number;
  /** Within a dimension: the median over dimensions, and the least with its name. */
  readonly median: number;
  readonly least: { readonly dimension: string; readonly spearman: number };
}

/** How much it takes to recover a ranking. */
export interface FoundBudget {
  readonly examinees: number;
  /** What the pilot says. */
  readonly outlook: RankOutlook;
  /** The ranking of the exact E[P_F] on the pilot's items against the planted one: endless samples, no reading error. */
  readonly exact: number;
  /** The cheapest budget expected to reach the target; `null` where none of up to a million items is. */
  readonly predicted: (RankBudget & { readonly expected: number }) | null;
  /** What the largest set of fresh items that was tried gave; `null` where none was. */
  readonly confirmed: (RankBudget & Recovered) | null;
  readonly reached: boolean;
}

/** Where replies of a planted panel to more and more items come from; what was read once is not read again. */
export interface CellSource {
  /** Items and samples that everything is extrapolated from. */
  pilot(): Promise<readonly DimensionCells[]>;
  /** Fresh items, none of the pilot's draw: so many of them, or more where more were read before. */
  trial(budget: RankBudget): Promise<readonly DimensionCells[]>;
  readonly examinees: number;
}

/** Items are drawn from the grammar with every slot at random: a search over items would come on top. */
export function cellSource(
  lab: Lab,
  panel: readonly SimulatedExaminee[],
  pilot: RankBudget,
  seed: number,
  onReplies: (replies: number) => void = () => {},
): CellSource {
  const piloted = emptyCells(lab, panel);
  const trials = new Map<number, { cells: DimensionCells[]; random: Stream; items: number }>();
  let isPiloted = false;
  return {
    examinees: panel.length,
    async pilot() {
      const random = stream(seed, "pilot items", lab.system.id);
      const items = isPiloted ? [] : randomSet(lab.system, pilot.items, random);
      isPiloted = true;
      await addCells(piloted, lab, items, panel, pilot.samples, onReplies);
      return piloted;
    },
    async trial({ items, samples }) {
      const begun = {
        cells: emptyCells(lab, panel),
        random: stream(seed, "trial items", lab.system.id, samples),
        items: 0,
      };
      const trial = trials.get(samples) ?? begun;
      trials.set(samples, trial);
      const more = Math.max(0, items - trial.items);
      trial.items += more;
      const drawn = randomSet(lab.system, more, trial.random);
      await addCells(trial.cells, lab, drawn, panel, samples, onReplies);
      return trial.cells;
    },
  };
}

/** What a search for the cheapest budget may do. */
export interface BudgetSearch {
  readonly target: number;
  /** The most replies, all examinees together, that a trial may hold. */
  readonly mostReplies: number;
  readonly seed: number;
  /** What to take for a reading; as it counts for scores unless told. */
  readonly view?: (cells: readonly DimensionCells[]) => readonly DimensionCells[];
}

/** Sizes beyond this are not thought of. */
export const MOST_ITEMS = 1_000_000;
const TRIALS = 5;
/** How much larger the next trial is at the least where one fell short. */
const RAISE = 2;
/** How much larger it is where halves of the items do not agree at all, so that nothing can be foretold. */
const BLIND = 4;

/**
 * The cheapest budget at which scores recover the planted ranking. A pilot says how reliable scores are; that is extrapolated
 * to other sizes, and the size found is tried on fresh items. Where it falls short the trial becomes the pilot of a larger one. A pilot that
 * leaves open whether the target can be reached at all is given the benefit of the doubt; one whose halves do not agree is followed by a larger.
 */
export async function searchBudget(
  source: CellSource,
  { target, mostReplies, seed, view = (cells) => cells }: BudgetSearch,
): Promise<FoundBudget> {
  const { examinees } = source;
  const pilot = await source.pilot();
  const truth = plantedMeans(pilot);
  const luck = () => stream(seed, "budget");
  const cheapest = (outlook: RankOutlook) =>
    cheapestBudget(outlook, truth, {
      target,
      itemCost: 0,
      mostItems: MOST_ITEMS,
      stream: luck,
    });
  const first = rankOutlook(view(pilot), truth, luck());
  const base = {
    examinees,
    exact: spearman(
      meanScores(exactCells(pilot), () => true),
      truth,
    ),
  };
  let [outlook, predicted] = [first, cheapest(first)];
  let next: RankBudget | null = foretells(first)
    ? (predicted ?? cheapest({ ...first, limit: first.limitHigh }))
    : { items: BLIND * first.items, samples: 1 };
  let confirmed: FoundBudget["confirmed"] = null;
  for (let trial = 0; trial < TRIALS; trial++) {
    if (!next || next.items * next.samples * examinees > mostReplies) break;
    const cells = view(await source.trial(next));
    const { samples } = next;
    const items = new Set(cells.flatMap((own) => own.items)).size;
    confirmed = { items, samples, ...recovered(cells) };
    if (confirmed.spearman >= target)
      return { ...base, outlook, predicted, confirmed, reached: true };
    const { interaction, noise } = first;
    outlook = { ...rankOutlook(cells, truth, luck()), interaction, noise };
    predicted = cheapest(outlook);
    const hoped = cheapest({ ...outlook, limit: outlook.limitHigh });
    next = foretells(outlook)
      ? nextTrial({ items, samples }, [predicted, hoped], mostReplies / examinees)
      : { items: BLIND * items, samples };
  }
  return { ...base, outlook, predicted, confirmed, reached: false };
}

/** Whether halves of the items agree, so that there is something to extrapolate. */
function foretells({ limit }: RankOutlook): boolean {
  return Number.isFinite(limit);
}

/** A larger trial: as large as is likely to do or, where that is too dear, as one may hope; `null` where there is no hope. */
function nextTrial(
  { items, samples }: RankBudget,
  [likely, hoped]: readonly (RankBudget | null)[],
  mostEach: number,
): RankBudget | null {
  const larger = (size: RankBudget | null) =>
    size && { items: Math.max(size.items, Math.round(RAISE * items)), samples };
  const wanted = larger(likely);
  return wanted && wanted.items * samples <= mostEach ? wanted : larger(hoped);
}

/** How well the cells' scores order the panel as it was planted. */
export function recovered(cells: readonly DimensionCells[]): Recovered {
  const within = cells
    .filter(({ items }) => items.length > 0)
    .map((own) => ({
      dimension: own.dimension,
      spearman: spearman(
        meanScores([own], () => true),
        own.planted,
      ),
    }))
    .sort((a, b) => a.spearman - b.spearman);
  const middle = within.length >> 1;
  return {
    spearman: spearman(
      meanScores(cells, () => true),
      plantedMeans(cells),
    ),
    median:
      within.length % 2 === 1
        ? within[middle].spearman
        : (within[middle - 1].spearman + within[middle].spearman) / 2,
    least: within[0],
  };
}
