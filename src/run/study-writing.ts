import { inContextWriter } from "../generator/in-context/in-context-writer.js";
import type { StudyWriting } from "./study.js";
import type { StudyCalls } from "./study-calls.js";
import type { StudyConfig } from "./study-schema.js";

/**
 * The models that a study lets write items; `null` where the grammar writes alone. Beside the grammar they write their
 * share of every generation, without it all of it; what they fail to write, the grammar fills.
 */
export function studyWriting(
  { roles, seed }: Pick<StudyConfig, "roles" | "seed">,
  calls: Pick<StudyCalls, "chat">,
): StudyWriting | null {
  const chats = roles.writers.flatMap((entry, n) =>
    entry === "grammar" ? [] : [calls.chat("writer", `roles.writers.${n}`, entry)],
  );
  if (chats.length === 0) return null;
  return {
    writer: inContextWriter({ chats, seed }),
    share: roles.writers.includes("grammar") ? roles.written : 1,
    policy: roles.topics,
  };
}
