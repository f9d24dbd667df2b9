// A port of e_log.c, s_log1p.c and e_exp.c of fdlibm, which Node's engine computes with too.
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc.
// business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this
// notice is preserved.

/**
 * Browsers may round the last digit of a logarithm or an exponential in their own way (Chromium 156 does). The
 * bundles for pages compute with these instead of `Math.log`, `Math.log1p` and `Math.exp`, so that a page
 * gives the very numbers of Node 20 to 24.
 */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Which of the two words is the high one depends on the machine. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

function highWord(x: number): number {
  double[0] = x;
  return words[HIGH];
}

function withHighWord(x: number, high: number): number {
  double[0] = x;
  words[HIGH] = high;
  return double[0];
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * The natural logarithm, to the last digit as Node has it.
 *
 * @example
 * nodeLog(0.3) === Math.log(0.3); // => true
 * nodeLog(-1); // => NaN
 */
export function nodeLog(number: number): number {
  let x = number;
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let high = highWord(x);
  let k = 0;
  if (high < 0x00100000) {
    k = -54;
    x *= 18014398509481984;
    high = highWord(x);
  }
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const up = (high + 0x95f64) & 0x100000;
  x = withHighWord(x, high | (up ^ 0x3ff00000));
  k += up >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const rest = oddTerms(z) + evenTerms(z);
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + rest));
    return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - rest);
  return k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}

function evenTerms(z: number): number {
  const w = z * z;
  return w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
}

function oddTerms(z: number): number {
  const w = z * z;
  return (
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  );
}

/**
 * The natural logarithm of 1 + x, to the last digit as Node has it.
 *
 * @example
 * nodeLog1p(-0.3) === Math.log1p(-0.3); // => true
 * nodeLog1p(-2); // => NaN
 */
export function nodeLog1p(x: number): number {
  const high = highWord(x);
  const size = high & 0x7fffffff;
  if (Number.isNaN(x) || x < -1) return Number.NaN;
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (size < 0x3c900000) return x;
  if (size < 0x3e200000) return x - x * x * 0.5;
  // Between about -0.29 and 0.41, 1 + x is not made at all: that would lose digits of x.
  const near = high < 0x3fda827a && (high > 0 || high <= (0xbfd2bec4 | 0));
  const { k, f, lost, isTiny } = near ? { k: 0, f: x, lost: 0, isTiny: false } : scaledSum(x, high);
  const half = 0.5 * f * f;
  const low = k * LN2_LOW + lost;
  if (isTiny) {
    if (f === 0) return k * LN2_HIGH + low;
    const rest = half * (1 - 0.6666666666666666 * f);
    return k * LN2_HIGH - (rest - low - f);
  }
  const s = f / (2 + f);
  const rest = allTerms(s * s);
  if (k === 0) return f - (half - s * (half + rest));
  return k * LN2_HIGH - (half - (s * (half + rest) + low) - f);
}

/** 1 + x as 2^k (1 + f), with what rounding the sum lost. */
function scaledSum(x: number, high: number) {
  let u = high < 0x43400000 ? 1 + x : x;
  let top = highWord(u);
  let k = (top >> 20) - 1023;
  let lost = 0;
  if (high < 0x43400000) lost = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
  top &= 0x000fffff;
  if (top < 0x6a09e) u = withHighWord(u, top | 0x3ff00000);
  else {
    k++;
    u = withHighWord(u, top | 0x3fe00000);
    top = (0x00100000 - top) >> 2;
  }
  return { k, f: u - 1, lost, isTiny: top === 0 };
}

function allTerms(z: number): number {
  const [a, b, c, d] = [
    0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
  ];
  const [e, f, g] = [0.1818357216161805, 0.15313837699209373, 0.14798198605116586];
  return z * (a + z * (b + z * (c + z * (d + z * (e + z * (f + z * g))))));
}

/**
 * The exponential, to the last digit as Node has it.
 *
 * @example
 * nodeExp(0.3) === Math.exp(0.3); // => true
 * nodeExp(-1000); // => 0
 */
export function nodeExp(number: number): number {
  let x = number;
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const size = highWord(x) & 0x7fffffff;
  let [high, low, k] = [0, 0, 0];
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      if (x === 1) return Math.E;
      k = x < 0 ? -1 : 1;
    } else k = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    x = high - low;
  } else if (size < 0x3e300000) return 1 + x;
  const t = x * x;
  const c = x - t * expTerms(t);
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * 2 ** 1023;
  return k >= -1021 ? y * 2 ** k : y * 2 ** (k + 1000) * 2 ** -1000;
}

function expTerms(t: number): number {
  return (
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8)))
  );
}
