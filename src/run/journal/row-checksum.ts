import { hash } from "node:crypto";

/**
 * The checksum of a journal row: the first 8 bytes of a SHA-256 over table, key and payload, so
 * that a row that was altered, or moved under another key or into another table, is noticed. It
 * guards against accidents and careless edits, not against a forger.
 */
export function rowChecksum(table: string, key: string, payload: string): Buffer {
  const digest = hash("sha256", `${table}\u0000${key}\u0000${payload}`, "hex");
  return Buffer.from(digest.slice(0, 16), "hex");
}
