import { createHmac, randomUUID } from "node:crypto";

/** One message of the Jupyter protocol, as far as running cells needs it. */
export interface WireMessage {
  readonly type: string;
  readonly id: string;
  /** The id of the message that this one answers; empty for none. */
  readonly parent: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = "<IDS|MSG>";

/** Packs a request into the signed frames of the wire protocol 5.3. */
export function packMessage(
  { type, id, content }: Pick<WireMessage, "type" | "id" | "content">,
  session: { readonly key: string; readonly name: string },
): string[] {
  const header = {
    msg_id: id,
    msg_type: type,
    session: session.name,
    username: "value-compass",
    version: "5.3",
    date: new Date().toISOString(),
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return [DELIMITER, signature(session.key, parts), ...parts];
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
  if (frames[start + 1].toString("utf8") !== signature(key, parts))
    throw new Error("a message with another signature arrived on our port");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString("utf8")));
  return { type: header.msg_type, id: header.msg_id, parent: parent.msg_id ?? "", content };
}

/** A new id for a message. */
export function messageId(): string {
  return randomUUID();
}

function signature(key: string, parts: readonly (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
