import { existsSync } from "node:fs";
import { z } from "zod";
import { readCompletion } from "../endpoints/read-completion.js";
import { RepliesFileError, readRepliesText } from "../examinees/read-replies-text.js";
import { isRemote, type RemoteExaminee } from "../examinees/remote.js";
import { textLines } from "../examinees/text-lines.js";
import { InputError } from "../ports/input-error.js";
import type { AttemptRow, Journal, ReplyRow } from "../ports/store.js";
import type { MissingCell } from "./measure.js";

/** The place that batch requests are for, as OpenAI-style batch APIs name it. */
const CHAT_URL = "/v1/chat/completions";

/**
 * One line of a batch file: the request for one missing reply, under its content key. `null` for an examinee that is not
 * behind an endpoint.
 */
export function batchLine({ examinee, text, sample, key }: MissingCell): string | null {
  if (!isRemote(examinee)) return null;
  const { body } = examinee.request(text, sample, key);
  return JSON.stringify({ custom_id: key, method: "POST", url: CHAT_URL, body });
}

const Line = z.object({
  custom_id: z.string().regex(/^[0-9a-f]{64}$/),
  response: z.object({ status_code: z.number().int(), body: z.unknown() }).nullish(),
  error: z.unknown(),
});

/** What reading a batch's results back came to. */
export interface BatchReport {
  /** Replies that are in the journal now. */
  readonly replies: number;
  /** Replies that had been there before. */
  readonly known: number;
  /** Requests that the batch could not answer; they can be asked again. */
  readonly failed: number;
  /** Lines that were not used, and why. */
  readonly bad: readonly { readonly line: number; readonly problem: string }[];
}

/**
 * Reads the results of a batch into a journal. Only replies that the study lacks are taken: a line under any other
 * name is reported and not used. What failed is left for another batch or a run.
 *
 * @param wanted  the missing cells of the study, by content key
 */
export async function readBatch(
  path: string,
  wanted: ReadonlyMap<string, MissingCell>,
  journal: Journal,
): Promise<BatchReport> {
  if (!existsSync(path))
    throw new InputError({
      where: path,
      problem: "is not there",
      arrived: null,
      fix: "name the result file of a batch",
    });
  const report = {
    replies: 0,
    known: 0,
    failed: 0,
    bad: [] as { line: number; problem: string }[],
  };
  let number = 0;
  for await (const text of boundedLines(path)) {
    number++;
    if (text.trim() === "") continue;
    const parsed = parseLine(text);
    if (typeof parsed === "string") {
      report.bad.push({ line: number, problem: parsed });
      continue;
    }
    const { custom_id: key, response } = parsed;
    if (journal.reply(key)) {
      report.known++;
      continue;
    }
    const cell = wanted.get(key);
    if (!cell || !isRemote(cell.examinee)) {
      report.bad.push({ line: number, problem: "answers no question of this study" });
      continue;
    }
    const rows = response ? rowsOf(key, cell.examinee, response.status_code, response.body) : null;
    if (rows === null) report.failed++;
    else {
      journal.putAttempts([rows.attempt]);
      journal.putReplies([rows.reply]);
      report.replies++;
    }
  }
  return report;
}

/** The lines of a result file, packed or not; one without an end is refused before it fills the memory. */
async function* boundedLines(path: string): AsyncGenerator<string> {
  try {
    yield* textLines(readRepliesText(path));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RepliesFileError(path, null, error.message, { cause: error });
  }
}

function parseLine(text: string): z.infer<typeof Line> | string {
  try {
    const parsed = Line.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : "is no result of a batch";
  } catch {
    return "is not JSON";
  }
}

function rowsOf(
  key: string,
  { card, remote }: RemoteExaminee,
  status: number,
  body: unknown,
): { readonly reply: ReplyRow; readonly attempt: AttemptRow } | null {
  const completion = readCompletion(
    { status, header: () => null, body },
    {
      model: remote.endpoint.model,
      reasoning: remote.chat.reasoning,
      today: 0,
      redact: (text) => text,
    },
  );
  if (completion.kind === "failed") return null;
  const { reply, tokensIn, tokensOut } = completion;
  const who = card.id;
  const times = { started: 0, took: 0 };
  const attempt = {
    key,
    role: "examinee",
    who,
    ...times,
    result: "answered",
    tokensIn,
    tokensOut,
  } as const;
  return { reply: { key, reply }, attempt };
}
