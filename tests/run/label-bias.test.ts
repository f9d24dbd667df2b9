import { describe, expect, test } from "vitest";
import { type Stream, stream } from "../../src/random/stream.js";
import { hedgesIn, labelBias, type ReplyError } from "../../src/run/label-bias.js";

const EXAMINEES = ["ada", "ben", "cleo", "dan"];
const REPLIES = 60;

/** Errors of a recognizer on labelled replies, with a fault planted by `more`. */
function errors(
  random: Stream,
  more: (reply: Omit<ReplyError, "error">) => number,
): readonly ReplyError[] {
  return EXAMINEES.flatMap((examinee) =>
    Array.from({ length: REPLIES }, () => {
      const words = 20 + random.integer(200);
      const reply = { examinee, words, hedges: random.integer(4) };
      // A wide error around nought, as readings less labels of 0 and 1 have.
      const noise = (random.next() + random.next() - 1) * 0.6;
      return { ...reply, error: noise + more(reply) };
    }),
  );
}

describe("whether the recognizer's error depends on what it should not", () => {
  test("a recognizer that is kinder to one examinee by .2 is found out, and by how much", () => {
    const random = stream("planted bias");
    const found = labelBias(errors(random, ({ examinee }) => (examinee === "cleo" ? 0.2 : 0)));
    const shift = (what: string) => found.find((row) => row.what === what);
    const cleo = shift("cleo");
    if (cleo === undefined) throw new Error("nothing is said of the examinee");
    expect(cleo.p).toBeLessThan(0.001);
    expect(cleo.low).toBeGreaterThan(0);
    expect(cleo.low).toBeLessThan(0.2);
    expect(cleo.high).toBeGreaterThan(0.2);
    // The others are compared with a group that holds her: they look a third of it too harsh, each.
    for (const other of ["ada", "ben", "dan"]) expect(shift(other)?.shift ?? 0).toBeLessThan(0);
    expect(found.filter(({ about, p }) => about !== "examinee" && p < 0.05)).toEqual([]);
  });

  test("the planted .2 lies in its interval about as often as 95 % says", () => {
    const runs = 200;
    let inside = 0;
    for (let run = 0; run < runs; run++) {
      const random = stream("planted coverage", run);
      const rows = labelBias(errors(random, ({ examinee }) => (examinee === "ada" ? 0.2 : 0)));
      const own = rows.find(({ what }) => what === "ada");
      if (own !== undefined && own.low <= 0.2 && own.high >= 0.2) inside += 1;
    }
    expect(inside / runs).toBeGreaterThan(0.9);
    expect(inside / runs).toBeLessThan(0.99);
  });

  test("a recognizer that is wrong for all alike is accused of nothing more than once in twenty", () => {
    const runs = 200;
    let accused = 0;
    for (let run = 0; run < runs; run++) {
      const rows = labelBias(errors(stream("no bias", run), () => 0.1));
      if (rows.some(({ p }) => p < 0.05)) accused += 1;
    }
    expect(accused / runs).toBeLessThan(0.09);
  });

  test("errors that grow with length and with hedging are found as slopes", () => {
    const found = labelBias(
      errors(
        stream("planted slopes"),
        ({ words, hedges }) => (0.2 * words) / 100 - (0.05 * 100 * hedges) / words,
      ),
    );
    const of = (about: string) => found.find((row) => row.about === about);
    expect(of("length")?.low).toBeGreaterThan(0.1);
    expect(of("hedging")?.high).toBeLessThan(0);
  });

  test("four replies are too few to say anything of an examinee", () => {
    const few = errors(stream("few"), () => 0).filter(
      ({ examinee }, at) => examinee !== "dan" || at % REPLIES < 4,
    );
    expect(labelBias(few).some(({ what }) => what === "dan")).toBe(false);
  });

  test("hedges are counted as words, whatever their case", () => {
    expect(hedgesIn("Maybe. It might be so, I think, but perhaps not.")).toBe(4);
    expect(hedgesIn("Mayhem mightily coulded.")).toBe(0);
  });
});
