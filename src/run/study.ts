import type { RemoteChat } from "../endpoints/remote-chat.js";
import type { LaneState } from "../endpoints/scheduler/endpoint-lane.js";
import type { RecordedLabels } from "../examinees/recorded.js";
import type { RecordedRow } from "../examinees/recorded-row.js";
import type { Price } from "../facts/price-list.js";
import type { ArmPolicy } from "../generator/topic-arms.js";
import type { Examinee } from "../ports/ask.js";
import type { CallWatch } from "../ports/call-watch.js";
import type { Recognizer } from "../ports/judge.js";
import type { CallRole } from "../ports/store.js";
import type { ItemWriter, SlotWriter } from "../ports/write.js";
import type { Item } from "../records/item.js";
import type { SystemId, ValueSystem } from "../values/value-system.js";
import type { StudyConfig } from "./study-schema.js";

/** An examinee in a study, with the round from which it may steer the search. */
export interface Member {
  readonly examinee: Examinee;
  readonly since: number;
  /**
   * The static items this examinee can answer and how often: a recording has only what was recorded. `null`:
   * every item, as often as the budget says.
   */
  readonly recorded: ((item: Item) => number) | null;
}

/** The endpoints of a study, while it runs. */
export interface StudyEndpoints {
  /**
   * Looks every key up, or those of one role. Throws an `InputError` that names the first one that is not set.
   */
  check(role?: CallRole): void;
  /** Where lines about waiting and giving up go. */
  tell(note: (line: string) => void): void;
  /** Whose account the requests of judges, extractors and writers go on: counts and caps. */
  charge(account: (role: CallRole, who: string, key: string) => CallWatch): void;
  lanes(): readonly LaneState[];
  close(): Promise<void>;
}

/** Models that write items, and how the work is shared out. */
export interface StudyWriting {
  readonly writer: ItemWriter;
  /** The part of each generation that they write. */
  readonly share: number;
  readonly policy: ArmPolicy;
}

/** A study with all its parts in hand: what a run works on. */
export interface Study {
  readonly config: StudyConfig;
  readonly systems: readonly ValueSystem[];
  readonly members: readonly Member[];
  /** Ids of the examinees whose replies steer the search, in the study's order. */
  readonly search: readonly string[];
  /** Ids of the examinees kept out of it, in the study's order. */
  readonly heldOut: readonly string[];
  readonly recognizer: Recognizer;
  readonly writer: SlotWriter;
  /** Models that write beside the grammar, or `null` where it writes alone. */
  readonly writing: StudyWriting | null;
  /** The models behind endpoints that judge, extract concepts or write. */
  readonly chats: readonly RemoteChat[];
  /** Round 0 of each system: static seeds, or the items that recorded replies answer. */
  readonly staticItems: ReadonlyMap<SystemId, readonly Item[]>;
  readonly labels: readonly RecordedLabels[];
  /** Replies that people labelled to calibrate the recognizer. */
  readonly calibration: readonly RecordedRow[];
  readonly warnings: readonly string[];
  /** `null` where nobody is asked over a network. */
  readonly endpoints: StudyEndpoints | null;
  /** What an examinee costs, by its id; `null` where nobody knows. What is embedded costs nothing. */
  readonly price: (who: string) => Price | null;
}

/** The members of a study that can be measured on a system, in the study's order. */
export function membersFor(study: Study, system: SystemId): readonly Member[] {
  return study.members.filter(
    ({ examinee }) => examinee.card.systems === null || examinee.card.systems.includes(system),
  );
}

/** The members that steer the search of a round on a system. */
export function searchPanel(study: Study, system: SystemId, round: number): readonly Member[] {
  return membersFor(study, system).filter(
    ({ examinee, since }) => since <= round && study.search.includes(examinee.card.id),
  );
}

/**
 * Those who were there when a round was published. Newcomers answer its items too, but do not
 * change the round.
 */
export function presentIn(members: readonly Member[], round: number): readonly Member[] {
  return members.filter(({ since }) => since <= Math.max(1, round) || since === Infinity);
}
