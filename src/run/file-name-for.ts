import { hashName } from "../random/hash.js";

/** Names that are safe everywhere as they are: lower case, no dot at an end, short. */
const SAFE = /^[a-z0-9](?:[a-z0-9_.-]{0,58}[a-z0-9_-])?$/;
/** Devices on Windows, with or without an ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * A file name (without ending) for an id, in no other folder than the one it is put into, and never the same for two ids, not even
 * where a disk takes upper case for lower case.
 *
 * @example
 * fileNameFor("gpt-4o"); // => "gpt-4o"
 * fileNameFor("sim:guardian"); // => "sim_guardian~8bf0e2ba"
 */
export function fileNameFor(id: string): string {
  if (SAFE.test(id) && !DEVICE.test(id)) return id;
  const plain = id.toLowerCase().replace(/[^a-z0-9-]+/g, "_");
  return `${plain.slice(0, 40)}~${hashName(id).slice(0, 8)}`;
}
