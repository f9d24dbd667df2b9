import type { Readable, Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, request } from "undici";
import { guardedLookup } from "./address-guard.js";

/** A reply longer than this is no reply: ten megabytes, unpacked. */
export const LONGEST_BODY = 10_000_000;

/** A body that is not what it should be. `code` says how. */
export class BodyError extends Error {
  override readonly name = "BodyError";
  constructor(readonly code: "EBODYTOOLONG" | "EBODYENCODING") {
    super(
      code === "EBODYTOOLONG" ? "the body is longer than 10 MB" : "the body cannot be unpacked",
    );
  }
}

/** A `fetch` for one endpoint, and the connections it keeps open. */
export interface Transport {
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

/**
 * A `fetch` that can be trusted with hostile servers: it follows no redirect (so no key reaches another host), refuses
 * link-local addresses also behind a name, reads at most 10 MB, unpacked, and ends when its signal does, also in the
 * middle of a body. The whole body has been read when it resolves.
 *
 * It sets no time limit of its own; a reasoning model may think for longer than undici's 300 seconds.
 */
export function guardedTransport(): Transport {
  const agent = new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { lookup: guardedLookup, timeout: 15_000 },
  });
  const guarded = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url =
      typeof input === "string" ? input : String((input as { url?: string }).url ?? input);
    const answer = await request(url, {
      dispatcher: agent,
      method: (init.method ?? "GET") as "GET" | "POST",
      headers: headersOf(init.headers),
      body: (init.body ?? null) as string | null,
      signal: init.signal ?? undefined,
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined && !/^content-(encoding|length)$/.test(name))
        headers.set(name, Array.isArray(value) ? value.join(", ") : value);
    const encoding = String(answer.headers["content-encoding"] ?? "identity");
    const body = await wholeBody(answer.body, encoding);
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    // Response refuses statuses outside 200 to 599.
    const status = answer.statusCode < 200 ? 502 : answer.statusCode;
    return new Response(empty ? null : body, { status, headers });
  };
  return {
    fetch: guarded as typeof fetch,
    close: () => agent.destroy(),
  };
}

function headersOf(init: ConstructorParameters<typeof Headers>[0]): Record<string, string> {
  const headers: Record<string, string> = {};
  new Headers(init).forEach((value, name) => {
    headers[name] = value;
  });
  // The body is written whole: its length is known to the client.
  delete headers["content-length"];
  return headers;
}

async function wholeBody(body: Readable, encoding: string): Promise<string> {
  const source = unpacked(body, encoding);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LONGEST_BODY) throw new BodyError("EBODYTOOLONG");
    }
  } catch (error) {
    body.destroy();
    if ((error as { code?: unknown }).code?.toString().startsWith("Z_"))
      throw new BodyError("EBODYENCODING");
    throw error;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unpacked(body: Readable, encoding: string): Readable {
  const unpack = unpackerFor(encoding.trim().toLowerCase());
  if (unpack === null) return body;
  // pipe passes no errors on.
  body.on("error", (error) => unpack.destroy(error));
  return body.pipe(unpack);
}

function unpackerFor(encoding: string): Transform | null {
  if (encoding === "" || encoding === "identity") return null;
  if (encoding === "gzip" || encoding === "x-gzip")
    return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  if (encoding === "deflate") return createInflate();
  if (encoding === "br") return createBrotliDecompress();
  throw new BodyError("EBODYENCODING");
}
