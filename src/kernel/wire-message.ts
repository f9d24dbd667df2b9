import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** What identifies a message; an answer repeats the header of what it answers as its parent. */
export interface WireHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly version: string;
  readonly date: string;
}

/** One message of the Jupyter protocol. */
export interface WireMessage {
  readonly type: string;
  readonly id: string;
  /** The id of the message that this one answers; empty for none. */
  readonly parent: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly header: WireHeader;
  /** The header of what this one answers; `null` for none. */
  readonly parentHeader: WireHeader | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Raw bytes that travel beside the content. */
  readonly buffers: readonly Buffer[];
  /** What a router put in front; an answer to the same socket repeats it. */
  readonly route: readonly Buffer[];
}

/** What a message to send consists of. */
export interface WireDraft {
  readonly type: string;
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly parent?: WireHeader | null;
  readonly route?: readonly (string | Buffer)[];
}

/** Who sends: the key that signs, and the name of the session. */
export interface WireSession {
  readonly key: string;
  readonly name: string;
}

const DELIMITER = "<IDS|MSG>";

/** Packs a message into the signed frames of the wire protocol 5.3. */
export function packMessage(draft: WireDraft, session: WireSession): (string | Buffer)[] {
  const header: WireHeader = {
    msg_id: draft.id,
    msg_type: draft.type,
    session: session.name,
    username: "value-compass",
    version: "5.3",
    date: new Date().toISOString(),
  };
  const parts = [header, draft.parent ?? {}, draft.metadata ?? {}, draft.content].map((part) =>
    JSON.stringify(part),
  );
  return [...(draft.route ?? []), DELIMITER, signature(session.key, parts), ...parts];
}

/**
 * Unpacks the frames of a message.
 *
 * @throws Error for frames that are not one, or whose signature is not ours
 */
export function unpackMessage(frames: readonly Buffer[], key: string): WireMessage {
  const start = frames.findIndex((frame) => frame.equals(Buffer.from(DELIMITER)));
  if (start < 0 || frames.length < start + 6)
    throw new Error(`a message of ${frames.length} frames is not one of the Jupyter protocol`);
  const parts = frames.slice(start + 2, start + 6);
  if (!isSame(frames[start + 1].toString("utf8"), signature(key, parts)))
    throw new Error("a message with another signature arrived on our port");
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString()));
  return {
    type: header.msg_type,
    id: header.msg_id,
    parent: parent.msg_id ?? "",
    content,
    header,
    parentHeader: "msg_id" in parent ? parent : null,
    metadata,
    buffers: frames.slice(start + 6),
    route: frames.slice(0, start),
  };
}

/** A new id for a message. */
export function messageId(): string {
  return randomUUID();
}

function signature(key: string, parts: readonly (string | Buffer)[]): string {
  // A connection without a key is one without signatures.
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function isSame(got: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(got), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
