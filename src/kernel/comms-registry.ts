import { messageId, type WireHeader, type WireMessage } from "./wire-message.js";

/** The content of a message, or what a comm message carries. */
export type CommData = Readonly<Record<string, unknown>>;

/** A message to the front end, not yet on the wire. */
export interface IopubDraft {
  readonly type: string;
  readonly content: CommData;
  readonly metadata?: CommData;
  /** What it answers; left out, the cell that the code belongs to. */
  readonly parent?: WireHeader;
}

/** A channel between an object here and one in the page. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: CommData, parent?: WireHeader): void;
  close(): void;
  /** What to do with what the page sends. The page holds further events back until it is done. */
  onMessage(listen: (data: CommData, message: WireMessage) => void | Promise<void>): void;
}

/** All channels of a kernel. */
export interface Comms {
  open(target: string, data: CommData, metadata: CommData): Comm;
  /** What to do when the page opens a channel to a target. */
  register(target: string, opened: (comm: Comm, data: CommData) => void): void;
  /** Acts on a comm message; false for any other message. */
  handle(message: WireMessage): Promise<boolean>;
  /** The answer to `comm_info_request`. */
  info(target: string | undefined): CommData;
}

/** The channels of one kernel, which sends through `publish`. */
export function commsRegistry(publish: (draft: IopubDraft) => void): Comms {
  const comms = new Map<string, { comm: Comm; listen: Parameters<Comm["onMessage"]>[0] }>();
  const targets = new Map<string, (comm: Comm, data: CommData) => void>();

  const add = (id: string, target: string): Comm => {
    const comm: Comm = {
      id,
      target,
      send: (data, parent) => publish({ type: "comm_msg", content: { comm_id: id, data }, parent }),
      close: () => {
        if (comms.delete(id)) publish({ type: "comm_close", content: { comm_id: id, data: {} } });
      },
      onMessage: (listen) => comms.set(id, { comm, listen }),
    };
    comms.set(id, { comm, listen: () => {} });
    return comm;
  };

  const opened = ({ content, header }: WireMessage): void => {
    const { comm_id, target_name, data } = content as Record<string, never>;
    const found = targets.get(String(target_name));
    if (found) found(add(String(comm_id), String(target_name)), data ?? {});
    else publish({ type: "comm_close", content: { comm_id, data: {} }, parent: header });
  };

  return {
    open: (target, data, metadata) => {
      const comm = add(messageId().replaceAll("-", ""), target);
      const content = { comm_id: comm.id, target_name: target, data };
      publish({ type: "comm_open", content, metadata });
      return comm;
    },
    register: (target, open) => {
      targets.set(target, open);
    },
    handle: async (message) => {
      const id = String(message.content.comm_id);
      if (message.type === "comm_open") opened(message);
      else if (message.type === "comm_close") comms.delete(id);
      else if (message.type === "comm_msg")
        await comms.get(id)?.listen((message.content.data ?? {}) as CommData, message);
      else return false;
      return true;
    },
    info: (target) => ({
      status: "ok",
      comms: Object.fromEntries(
        [...comms.values()]
          .filter(({ comm }) => target === undefined || comm.target === target)
          .map(({ comm }) => [comm.id, { target_name: comm.target }]),
      ),
    }),
  };
}
