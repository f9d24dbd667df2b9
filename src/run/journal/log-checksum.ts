/** The running checksum of a write-ahead log: two words of 32 bits. */
export type LogSum = readonly [number, number];

/**
 * SQLite's checksum of a stretch of its write-ahead log, going on from that of what stands before:
 * two words at a time, each sum taking in the other (file format, section 4.2).
 *
 * @param little  whether the words are read with their low byte first, as the log's first word says
 */
export function logChecksum(
  bytes: DataView,
  start: number,
  end: number,
  before: LogSum,
  little: boolean,
): LogSum {
  let [one, two] = before;
  for (let at = start; at < end; at += 8) {
    one = (one + bytes.getInt32(at, little) + two) | 0;
    two = (two + bytes.getInt32(at + 4, little) + one) | 0;
  }
  return [one, two];
}

/** Whether two checksums are the same. */
export function isSameSum(a: LogSum, b: LogSum): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether two checksums differ in a single bit. */
export function isOneBitApart(a: LogSum, b: LogSum): boolean {
  const [one, two] = [a[0] ^ b[0], a[1] ^ b[1]];
  const isPower = (value: number) => value !== 0 && (value & (value - 1)) === 0;
  return (isPower(one) && two === 0) || (one === 0 && isPower(two));
}

/** A bit of some bytes. */
export interface Bit {
  readonly at: number;
  readonly mask: number;
}

/**
 * The single bits of which each would, turned back, make a checksum over these bytes what it should
 * be. Both sums are linear in the words, so a turned bit moves them by a power of two times a number
 * that depends on its place alone: nothing needs to be summed again. The highest bits of a word are
 * seen less well: several of them can move the sums alike.
 *
 * @param off  by how much both sums fall short of what they should be
 */
export function turnedBits(bytes: Buffer, off: LogSum, little: boolean): Bit[] {
  const found: Bit[] = [];
  // What one more in the first and in the second word of a pair adds to both sums at the end.
  let [first, second]: [LogSum, LogSum] = [
    [1, 1],
    [0, 1],
  ];
  for (let at = bytes.length - 8; at >= 0; at -= 8) {
    found.push(...bitsOf(bytes, at, first, off, little));
    found.push(...bitsOf(bytes, at + 4, second, off, little));
    first = carried(first);
    second = carried(second);
  }
  return found;
}

function bitsOf(bytes: Buffer, at: number, weight: LogSum, off: LogSum, little: boolean): Bit[] {
  const value = little ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
  const found: Bit[] = [];
  for (let bit = 0; bit < 32; bit++) {
    const power = 1 << bit;
    const change = (value & power) === 0 ? power : -power;
    if (Math.imul(change, weight[0]) === off[0] && Math.imul(change, weight[1]) === off[1])
      found.push({ at: at + (little ? bit >> 3 : 3 - (bit >> 3)), mask: 1 << (bit & 7) });
  }
  return found;
}

/** How a difference in both sums is carried through one more pair of words. */
function carried([one, two]: LogSum): LogSum {
  const sum = (one + two) | 0;
  return [sum, (two + sum) | 0];
}
