import type { BankWeights } from "./head-bank.js";
import type { KindCalibration } from "./kind-calibration.js";
import { vectorLength } from "./word-vectors.js";

/** What the header of a weights file says of one bank; its numbers follow in the binary file, in order. */
export interface BankHeader {
  readonly name: string;
  readonly heads: readonly string[];
  readonly terms: number;
  readonly kinds?: KindCalibration;
}

/** Bytes of one bank in the binary file. */
function bankBytes({ heads, terms }: BankHeader): number {
  const floats = terms + heads.length * (vectorLength + 4);
  return terms * 4 + floats * 4 + padded(terms * heads.length);
}

/** Lengths are padded to whole float32 steps, so that every list starts aligned. */
function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

/**
 * Packs banks: for each one its term hashes (uint32), rarity, dense, bias, Platt and scale (float32), then
 * the term weights as int8 with one scale a head. Little-endian.
 */
export function packBanks(banks: readonly BankWeights[]): Uint8Array {
  const total = banks.reduce((sum, bank) => sum + bankBytes(header(bank)), 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  const put = (numbers: Uint32Array | Float32Array | Int8Array): void => {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += padded(numbers.byteLength);
  };
  for (const bank of banks) {
    const heads = bank.heads.length;
    const scales = new Float32Array(heads);
    for (let cell = 0; cell < bank.weights.length; cell++)
      scales[cell % heads] = Math.max(scales[cell % heads], Math.abs(bank.weights[cell]) / 127);
    const cells = new Int8Array(bank.weights.length);
    for (let cell = 0; cell < cells.length; cell++) {
      const scale = scales[cell % heads];
      cells[cell] = scale === 0 ? 0 : Math.round(bank.weights[cell] / scale);
    }
    for (const numbers of [bank.terms, bank.rarity, bank.dense, bank.bias, bank.platt, scales])
      put(numbers);
    put(cells);
  }
  return bytes;
}

/** What the JSON header says of a bank. */
export function header(bank: BankWeights): BankHeader {
  const { name, heads, terms, kinds } = bank;
  const plain = { name, heads, terms: terms.length };
  return kinds === undefined ? plain : { ...plain, kinds };
}

/**
 * Reads banks back, in the order of their headers.
 *
 * @throws RangeError when the file is longer or shorter than its headers say
 */
export function unpackBanks(headers: readonly BankHeader[], bytes: Uint8Array): BankWeights[] {
  const wanted = headers.reduce((sum, bank) => sum + bankBytes(bank), 0);
  if (bytes.byteLength !== wanted)
    throw new RangeError(
      `recognizer weights do not fit their header: expected ${wanted} bytes, ` +
        `got ${bytes.byteLength}; run npm run train, or copy data/recognizer/ anew`,
    );
  const buffer = new Uint8Array(bytes).buffer;
  let at = 0;
  const floats = (length: number): Float32Array => {
    at += length * 4;
    return new Float32Array(buffer, at - length * 4, length);
  };
  return headers.map(({ name, heads, terms: count, kinds }) => {
    const terms = new Uint32Array(buffer, at, count);
    at += count * 4;
    const rarity = floats(count);
    const dense = floats(heads.length * vectorLength);
    const bias = floats(heads.length);
    const platt = floats(heads.length * 2);
    const scales = floats(heads.length);
    const cells = new Int8Array(buffer, at, count * heads.length);
    at += padded(cells.length);
    const weights = new Float32Array(cells.length);
    for (let row = 0; row < cells.length; row += scales.length)
      for (let head = 0; head < scales.length; head++)
        weights[row + head] = cells[row + head] * scales[head];
    const bank = { name, heads, terms, rarity, weights, dense, bias, platt };
    return kinds === undefined ? bank : { ...bank, kinds };
  });
}
