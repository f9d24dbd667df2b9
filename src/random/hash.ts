/**
 * A small synchronous 128-bit hash of a text (cyrb128: four coupled multiplicative lanes over UTF-16 code units): the same words
 * always give the same four numbers, in Node and in a browser. For names and random streams, not for secrets.
 *
 * @returns four unsigned 32-bit numbers
 * @example
 * hash128("a").length; // => 4
 */
export function hash128(text: string): Uint32Array {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  const mixed = h1 ^ h2 ^ h3 ^ h4;
  return Uint32Array.of(mixed, h2 ^ mixed, h3 ^ mixed, h4 ^ mixed);
}

/**
 * A short name for a text: 16 hexadecimal digits of its hash.
 *
 * @example
 * hashName("a").length; // => 16
 */
export function hashName(text: string): string {
  const words = hash128(text);
  return `${words[0].toString(16).padStart(8, "0")}${words[1].toString(16).padStart(8, "0")}`;
}
