import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/** A file of replies that cannot be read at all, or a row of it where bad rows are fatal. */
export class RepliesFileError extends Error {
  override readonly name = "RepliesFileError";
  constructor(
    readonly file: string,
    /** 1 for the first line; `null` where the whole file is meant. */
    readonly line: number | null,
    readonly problem: string,
    options?: ErrorOptions,
  ) {
    super(line === null ? `${file}: ${problem}` : `${file}, line ${line}: ${problem}`, options);
  }
}

/** More text than this is refused: a small .gz can unpack into more than fits any disk. */
const MOST_BYTES = 2 ** 30;

/**
 * The text of a file as it streams in, unpacked when its name ends in .gz, without a byte order
 * mark. Throws `RepliesFileError` when it is missing, cut, not UTF-8, or larger than 1 GiB
 * unpacked.
 */
export async function* readRepliesText(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  const gunzip = file.endsWith(".gz") ? createGunzip() : null;
  // An error of the file reaches whoever reads the unpacked stream.
  if (gunzip) raw.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  const bytes: AsyncIterable<Buffer> = gunzip ?? raw;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > MOST_BYTES)
        throw new RepliesFileError(file, null, "is larger than 1 GiB unpacked. Split it");
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw error instanceof RepliesFileError ? error : fileError(file, error);
  } finally {
    raw.destroy();
  }
}

function fileError(file: string, cause: unknown): RepliesFileError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const meaning: Readonly<Record<string, string>> = {
    ENOENT: "does not exist. Check the name",
    EISDIR: "is a folder. Name a file",
    EACCES: "may not be read. Give read permission",
    Z_BUF_ERROR: "is cut: the packed data ends too early. Fetch it again",
    Z_DATA_ERROR: "is not gzip, or is damaged. Fetch it again, or drop .gz from its name",
    ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8. Save it as UTF-8",
  };
  const problem = meaning[code] ?? `cannot be read: ${String(cause)}`;
  return new RepliesFileError(file, null, problem, { cause });
}
