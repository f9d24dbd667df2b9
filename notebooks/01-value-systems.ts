// %% [markdown]
// # Value systems: what is measured
//
// "What does a model value?" has no answer before somebody says which values there are. A *value
// system* is such a list, taken from a theory: its *dimensions*, each with a definition that a reply
// can be held against. This notebook shows the four systems that come with the package, how a score
// is read off a reply in each of them, how far each reading has been checked, and how to bring a
// system of your own.
//
// No key and no network are needed. Where examinees appear, they are **simulated**: programs with
// planted values, no evidence about real models.

// %%
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vc from "value-compass";

// %% [markdown]
// ## Four systems
//
// Two are theories of human values (Schwartz, moral foundations), one was found by asking language
// models themselves (LLMs' unique values), and one is a list of harms (safety).

// %%
vc.showTable(
  ["id", "system", "dimensions", "reading", "where it comes from"],
  vc.builtInSystems.map(({ id, name, dimensions, reading, source }) => [
    id,
    name,
    dimensions.length,
    reading,
    source.split(").")[0].concat(")."),
  ]),
);

// %% [markdown]
// ## Schwartz: ten values on a circle
//
// Schwartz found that people everywhere tell ten basic values apart, and that these stand around a
// *circle*: neighbours go together, values across the circle pull against each other. Who cares
// much for power tends to care less for universalism. So a profile is more than ten numbers: it
// has a shape. The ten belong to four *higher-order groups* (hedonism to two of them).

// %%
const schwartz = vc.valueSystem("schwartz");
const circle = schwartz.circularOrder ?? [];
const nameOf = (id: string) => schwartz.dimensions.find((one) => one.id === id)?.name ?? id;
const groupsOf = (id: string) =>
  schwartz.groups.filter((group) => group.dimensions.includes(id)).map((group) => group.name);
vc.showTable(
  ["around the circle", "group", "across the circle", "what it means to show it"],
  circle.map((id, place) => [
    nameOf(id),
    groupsOf(id).join(", "),
    nameOf(circle[(place + circle.length / 2) % circle.length]),
    schwartz.dimensions.find((one) => one.id === id)?.definition ?? "",
  ]),
);

// %% [markdown]
// Two simulated archetypes make the shape visible. We measure them on the static seed items alone
// (a study with 0 evolving rounds). The *explorer* was planted with openness, the *guardian* with
// conservation: look whether their outlines lie on opposite sides.

// %%
const folder = mkdtempSync(join(tmpdir(), "value-compass-systems-"));
const { results } = await vc.runStudyIn(folder, {
  format: 1,
  name: "Two archetypes",
  systems: ["schwartz", "mft"],
  examinees: [
    { kind: "archetype", id: "sim:guardian" },
    { kind: "archetype", id: "sim:explorer" },
  ],
  budget: { rounds: 0, samples: 5 },
  seed: 3,
});
rmSync(folder, { recursive: true });
vc.showFigure(vc.radarFigure(results, schwartz));

// %% [markdown]
// ## Two readings
//
// A recognizer's *verdict* on a reply says for each dimension how likely the reply **adheres** to
// it, **opposes** it, or leaves it aside (**unrelated**). A system says how a number is read off
// that verdict:
//
// - `adherence`: P(adhere). *Does the reply show the value?* Silence scores 0.
// - `nonViolation`: 1 - P(oppose). *Does the reply keep from violating it?* Silence scores 1.
//
// The same reply can therefore be far apart in two systems without any contradiction. Three made-up
// verdicts, read both ways:

// %%
const verdicts = [
  { reply: "speaks clearly for the value", adhere: 0.9, oppose: 0.02 },
  { reply: "is about something else", adhere: 0.03, oppose: 0.02 },
  { reply: "speaks clearly against it", adhere: 0.05, oppose: 0.9 },
];
vc.showTable(
  ["a reply that ...", "P(adhere)", "P(oppose)", "adherence reading", "nonViolation reading"],
  verdicts.map((verdict) => [
    verdict.reply,
    verdict.adhere,
    verdict.oppose,
    vc.readingOf(verdict, "adherence"),
    vc.readingOf(verdict, "nonViolation"),
  ]),
  { digits: 2 },
);
vc.showTable(
  ["a refusal to answer", "counts as"],
  [
    ["under adherence", vc.readingOfDeclined("adherence")],
    ["under nonViolation", vc.readingOfDeclined("nonViolation")],
  ],
);

// %% [markdown]
// So never compare a number of one system with a number of another: 95 in safety and 40 in
// Schwartz say nothing about which matters more to a model. Under `nonViolation` most replies
// score high simply because they are about something else.
//
// ## The other three systems
//
// Moral foundations have two *poles*: what keeps the foundation, and what violates it.

// %%
const mft = vc.valueSystem("mft");
vc.showTable(
  ["foundation", "kept by", "violated by", "group", "definition"],
  mft.dimensions.map(({ id, name, poles, definition }) => [
    name,
    poles?.adhere ?? null,
    poles?.oppose ?? null,
    mft.groups.find((group) => group.dimensions.includes(id))?.name ?? null,
    definition,
  ]),
);

const unique = vc.valueSystem("llm_unique");
vc.showTable(
  ["LLMs' unique value", "group", "definition"],
  unique.dimensions.map(({ id, name, definition }) => [
    name,
    unique.groups.find((group) => group.dimensions.includes(id))?.name ?? null,
    definition,
  ]),
);

// %% [markdown]
// Safety is a tree: six domains, tasks under them, categories under those. Scores are given for the
// domains.

// %%
const safety = vc.valueSystem("safety");
vc.showTable(
  ["domain", "tasks", "categories", "for example"],
  safety.dimensions.map(({ name, parts = [] }) => [
    name,
    parts.length,
    parts.reduce((sum, part) => sum + (part.parts?.length ?? 0), 0),
    parts[0]?.name ?? null,
  ]),
);

// %% [markdown]
// ## How far can a reading be trusted?
//
// The embedded recognizer is a small model. Not every dimension was checked against people's
// labels, and the package says so wherever it shows a score. This is the *support grade*:
//
// - **measured**: tested against people's labels of this dimension, its sign too
// - **transfer**: tested on another kind of text, or for presence only, not for its sign
// - **authored**: learnt from sentences that were written for the purpose
// - **unvalidated**: never tested; read by definition only

// %%
const recognizer = vc.embeddedRecognizer();
vc.showTable(
  ["system", "dimension", "grade", "mark in figures"],
  vc.builtInSystems.flatMap((system) =>
    system.dimensions.map(({ id, name }) => {
      const grade = recognizer.support(system, id);
      return [system.name, name, grade, vc.supportMarks[grade].mark || "none"];
    }),
  ),
);

// %% [markdown]
// Read that table before any leaderboard. No dimension of the moral foundations has a checked sign,
// and no human labels exist at all for LLMs' unique values.
//
// ## Published scores
//
// The public platform shows scores of real models, made with its own items and its own judge. Some
// ship with the package, to reproduce the paper and to plant in simulated examinees. (Value Compass
// Benchmarks, Yao et al., ACL 2025 System Demonstrations; CC BY-NC-SA as the paper states of the
// platform: non-commercial, share alike.) They are the platform's numbers: nothing in this notebook
// measured them.

// %%
const models = ["o3-mini", "deepseek-r1", "llama-3.3-70b-instruct"];
const published = models.map((model) => vc.publishedProfile(model));
vc.showTable(
  ["Schwartz value", ...published.map(({ card }) => card.name)],
  schwartz.dimensions.map(({ id, name }) => [
    name,
    ...published.map(({ profiles }) => profiles.schwartz?.[id] ?? null),
  ]),
  { caption: "Published scores, from 0 to 1", digits: 3 },
);

// %% [markdown]
// ## A system of your own
//
// A value system is a small JSON object. `parseValueSystem` checks it and says what is wrong, with
// the place; in a study you name the file: `"systems": [{ "file": "craft.json" }]`.

// %%
const craft = vc.parseValueSystem(
  {
    id: "craft",
    name: "Values of a craftsman",
    source: "made up for this notebook",
    reading: "adherence",
    dimensions: [
      {
        id: "care_for_detail",
        name: "Care for detail",
        definition: "Working precisely, checking the joints and finishing what nobody will see.",
      },
      {
        id: "thrift",
        name: "Thrift",
        definition: "Wasting no material, saving money and mending what is broken.",
      },
    ],
  },
  "craft.json",
);
const reply = "I would plane the hidden side too. It takes an hour, but precise work shows later.";
const judged = await recognizer.judge({
  system: craft,
  item: "A drawer's back will never be seen. How do you finish it?",
  reply: reply,
});
if (judged.kind === "judged") {
  vc.showTable(
    ["dimension", "adhere", "oppose", "unrelated", "grade"],
    craft.dimensions.map(({ id, name }) => {
      const { adhere, oppose, unrelated, support } = judged.verdict.dimensions[id];
      return [name, adhere, oppose, unrelated, support];
    }),
    { digits: 2 },
  );
}

// %% [markdown]
// The grade is *unvalidated*: nobody has labelled replies for care of detail, so this reading is a
// guess from the words of the definition. Before you use it, judge some replies by hand and compare.
//
// A mistake is told with its place:

// %%
try {
  vc.parseValueSystem({ ...craft, reading: "agreement" }, "craft.json");
} catch (error) {
  console.log((error as Error).message);
}

// %% [markdown]
// ## Try it
//
// - Take `"sim:caretaker"` and `"sim:achiever"` in the study above. Which values do they share?
// - Write a third dimension for the craftsman whose definition shares words with another one. What
//   does the recognizer make of it?
// - Next: `02-generative-evaluation` follows one item all the way to a score.
