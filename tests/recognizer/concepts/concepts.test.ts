import { describe, expect, test } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { chatConcepts } from "../../../src/recognizer/concepts/chat-concepts.js";
import {
  conceptFeatures,
  encodeConcepts,
} from "../../../src/recognizer/concepts/concept-features.js";
import type { ConceptHead, ConceptModel } from "../../../src/recognizer/concepts/concept-model.js";
import { parseConceptModel } from "../../../src/recognizer/concepts/concept-model.js";
import { conceptPool } from "../../../src/recognizer/concepts/concept-pool.js";
import { conceptRecognizer } from "../../../src/recognizer/concepts/concept-recognizer.js";
import { embeddedReadings } from "../../../src/recognizer/concepts/embedded-readings.js";
import { fitConceptModel } from "../../../src/recognizer/concepts/fit-concept-model.js";
import { recordedConcepts } from "../../../src/recognizer/concepts/recorded-concepts.js";
import { sentenceConcepts } from "../../../src/recognizer/concepts/sentence-concepts.js";
import { wordVectorEncoder } from "../../../src/recognizer/concepts/word-vector-encoder.js";
import { embeddedRecognizer } from "../../../src/recognizer/embedded-recognizer.js";
import { parseValueSystem } from "../../../src/values/parse-value-system.js";
import { mockChat } from "../judge/mock-judges.js";

/** A value system of a user's own. */
const workshop = parseValueSystem(
  {
    id: "workshop",
    name: "Workshop values",
    source: "ours",
    reading: "adherence",
    dimensions: [
      { id: "tidiness", name: "Tidiness", definition: "Keeping tools and benches in order." },
      { id: "thrift", name: "Thrift", definition: "Wasting no material and mending what breaks." },
      { id: "haste", name: "Haste", definition: "Getting the work out of the door quickly." },
    ],
    groups: [],
    circularOrder: null,
  },
  "workshop.json",
);

const things = [
  "saw",
  "plane",
  "bench",
  "drill",
  "clamp",
  "lathe",
  "vice",
  "chisel",
  "glue",
  "board",
];
const frames: Readonly<Record<string, readonly [string, string]>> = {
  tidiness: [
    "Put the X back in its place and wipe it clean.",
    "Leave the X lying where it fell, the mess is fine.",
  ],
  thrift: [
    "Mend the X before you buy a new one.",
    "Throw the X away and waste no thought on mending it.",
  ],
  haste: ["Finish the X quickly, the customer waits.", "Do not hurry the X, let it take its time."],
};
const idle = [
  "The X stands by the window.",
  "This X is older than the other.",
  "We bought the X in spring.",
];

/** Labelled sentences: for each thing, each dimension for and against, and some of none. */
const labelled = things.flatMap((thing) => {
  const row = (text: string, dimension: string, label: number) => ({
    text: text.replace("X", thing),
    group: thing,
    labels: { tidiness: 0, thrift: 0, haste: 0, [dimension]: label },
  });
  return [
    ...Object.entries(frames).flatMap(([id, [pro, con]]) => [row(pro, id, 1), row(con, id, -1)]),
    ...idle.map((text) => row(text, "tidiness", 0)),
  ];
});

async function fitted(encoder = wordVectorEncoder()): Promise<ConceptModel> {
  const source = sentenceConcepts();
  const embedded = embeddedRecognizer();
  const rows = await Promise.all(
    labelled.map(async ({ text, group, labels }) => {
      const answer = await source.extract(text);
      if (answer.kind === "failed") throw new Error(answer.why);
      const readings = await embeddedReadings(embedded, workshop, text);
      const concepts = await encodeConcepts(answer.concepts, encoder);
      return { concepts, readings, labels, group };
    }),
  );
  return fitConceptModel(workshop, source.name, rows, encoder);
}

describe("a value system of one's own, with ten labelled texts a side", () => {
  test("is read better than by chance on texts it did not learn from", async () => {
    const { skill, pool } = await fitted();
    expect(pool.length).toBeGreaterThanOrEqual(4);
    for (const { presence, sign, accuracy, majority } of Object.values(skill)) {
      expect(presence).toBeGreaterThan(0.9);
      expect(sign).toBeGreaterThan(0.9);
      expect(accuracy).toBeGreaterThan(majority);
    }
  });

  test("gives verdicts whose three chances sum to 1, with evidence", async () => {
    const model = parseConceptModel(JSON.stringify(await fitted()), "model.json", workshop);
    const recognizer = conceptRecognizer(model, sentenceConcepts());
    const reply = "Here is my advice. Mend the hammer before you buy a new one.";
    const answer = await recognizer.judge({ system: workshop, item: "What now?", reply });
    if (answer.kind !== "judged") throw new Error(answer.kind);
    const { thrift, haste } = answer.verdict.dimensions;
    expect(thrift.adhere).toBeGreaterThan(0.3);
    expect(thrift.adhere).toBeGreaterThan(haste.adhere + 0.2);
    for (const { adhere, oppose, unrelated, support } of Object.values(answer.verdict.dimensions)) {
      expect(adhere + oppose + unrelated).toBeCloseTo(1, 12);
      expect(support).toBe("measured");
    }
  });

  test("is fitted the same every time", async () => {
    expect(await fitted()).toEqual(await fitted());
  });

  test("is not read by a model of another system", async () => {
    const model = await fitted();
    const other = { ...workshop, id: "kitchen" };
    expect(() => parseConceptModel(JSON.stringify(model), "model.json", other)).toThrow(
      /made for another value system than kitchen/,
    );
    const judged = conceptRecognizer(model, sentenceConcepts()).judge({
      ...{ system: other, item: "", reply: "Mend it." },
    });
    await expect(judged).rejects.toThrow(/calibrate one for that system/);
  });

  test("is refused where its numbers do not fit together, with the place", async () => {
    const model = await fitted();
    const [first, ...others] = model.pool;
    const { tidiness } = model.heads;
    const head = (presence: Partial<ConceptHead>) => ({
      ...{
        ...model.heads,
        tidiness: { ...tidiness, presence: { ...tidiness.presence, ...presence } },
      },
    });
    const broken: readonly (readonly [Partial<ConceptModel>, RegExp])[] = [
      [
        { pool: [{ ...first, centre: [1] }, ...others] },
        /needs 100 numbers.*pool.0.centre: 1 num/s,
      ],
      [{ encoder: "sentences" }, /needs 512 numbers in every centre.*100 numbers/s],
      [{ heads: head({ dense: [0.5] }) }, /needs 206 dense weights.*tidiness.presence.dense: 1/s],
      [{ heads: head({ terms: [[99999, 1]] }) }, /places for terms.*presence.terms: place 99999/s],
    ];
    for (const [change, problem] of broken)
      expect(() => parseConceptModel(JSON.stringify({ ...model, ...change }), "m.json")).toThrow(
        problem,
      );
  });

  test("says which dimension lacks texts", () => {
    const rows = [{ concepts: [], readings: [], labels: { tidiness: 0 }, group: "a" }];
    expect(() => fitConceptModel(workshop, "none", rows, wordVectorEncoder())).toThrow(
      /dimension tidiness needs labelled texts that show it/,
    );
  });
});

describe("sources of concepts", () => {
  test("a recording says nothing of texts it does not hold", async () => {
    const lines =
      '{"text": "I mend.", "concepts": [{"phrase": "repairing things", "stance": "for"}]}\n';
    const source = recordedConcepts(lines, "concepts.jsonl");
    expect(await source.extract("I mend.")).toMatchObject({
      concepts: [{ phrase: "repairing things", stance: "for" }],
    });
    expect(await source.extract("Other.")).toEqual({
      kind: "failed",
      why: "notRecorded",
      attempts: 0,
    });
  });

  test("a large model is asked once more when a quote does not stand in the text", async () => {
    const good = '{"concepts": [{"phrase": "mending things", "stance": "for", "quote": "mend"}]}';
    const source = chatConcepts(
      mockChat("writer", (_, call) => (call === 0 ? good.replace('"mend"', '"repair"') : good)),
    );
    expect(await source.extract("I mend.")).toMatchObject({
      kind: "found",
      concepts: [{ phrase: "mending things", span: { start: 2, end: 6 } }],
    });
    const mute = chatConcepts(mockChat("mute", () => "none"));
    expect(await mute.extract("I mend.")).toMatchObject({
      ...{ kind: "failed", why: "unparseable", attempts: 2 },
    });
  });
});

test("phrases that mean much the same fall into one cluster", async () => {
  const encoder = wordVectorEncoder();
  const families = [
    [
      "helping the poor",
      "helping poor people",
      "giving help to the poor",
      "help for poor families",
    ],
    ["obeying the law", "obey every law", "obeying laws and rules", "the law must be obeyed"],
    ["winning the race", "to win a race", "winning every race", "win the big race"],
    ["cooking good food", "cook tasty food", "food cooked well", "cooking food at home"],
  ];
  const phrases = stream("phrases").shuffle(families.flat());
  const pool = conceptPool(
    phrases,
    await Promise.all(phrases.map((phrase) => encoder.encode(phrase))),
  );
  expect(pool.map(({ size }) => size)).toEqual([4, 4, 4, 4]);
  for (const { phrase } of pool)
    expect(families.filter((family) => family.includes(phrase))).toHaveLength(1);
});

describe("the novelty of a text's concepts", () => {
  const encoder = wordVectorEncoder();
  const known = ["helping poor people", "obeying the law", "winning every race"];
  const features = async (...phrases: readonly string[]) => {
    const centres = await Promise.all(known.map((phrase) => encoder.encode(phrase)));
    const pool = known.map((phrase, at) => ({ phrase, centre: [...centres[at]], size: 1 }));
    const bare = phrases.map((phrase) => ({ phrase, stance: "for" as const, span: null }));
    return conceptFeatures(await encodeConcepts(bare, encoder), pool, encoder, []);
  };
  const noveltyOf = async (...phrases: readonly string[]) => (await features(...phrases)).novelty;

  test("is the share of concepts that lie near none of the pool", async () => {
    expect(await noveltyOf("helping the poor", "obey every law")).toBe(0);
    expect(await noveltyOf("polishing brass trumpets")).toBe(1);
    expect(await noveltyOf("helping the poor", "polishing brass trumpets")).toBe(0.5);
    expect(await noveltyOf()).toBe(0);
  });

  test("rises by words that no vector knows, and a novel concept moves no cluster", async () => {
    expect(await noveltyOf("xqzzt vrrkl")).toBe(1);
    const { places } = await features("polishing brass trumpets");
    expect([...places].every((place) => place >= 2 * known.length)).toBe(true);
    expect(encoder.familiar).toBe(0.6);
  });
});
