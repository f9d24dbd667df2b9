// %% [markdown]
// # Exercises
//
// For teachers: 20 graded tasks, 36 points, from one room of the package to the next. One point is for
// looking something up, two for working something out, three for understanding something.
//
// Write your answer into the cell in place of `null` and run it. The cell checks it without giving
// it away: only a short hash of each answer is in this notebook. Numbers are compared after rounding to
// three decimals. Worked solutions with reasons are in `notebooks/solutions/11-exercises.ts`; a test runs them.
//
// Examinees are **simulated** here: no evidence about real models. No key, no network.

// %%
import * as vc from "value-compass";

type Answer = number | string | null;
const points = new Map<string, number>();
const keys = new Map<string, string>([
  ["1a", "437bc4934015486e"],
  ["1b", "52b4db5b6ad92829"],
  ["1c", "da4d89c2d9966bfb"],
  ["2a", "88869bd922cf6f0d"],
  ["2b", "0a5addaa38be6e39"],
  ["3a", "31480745184fe17a"],
  ["3b", "d5b716aa6a8575a1"],
  ["3c", "6a60bbc621bfb3da"],
  ["4a", "fcc671a36799884e"],
  ["4b", "5bca62bef4c510da"],
  ["4c", "6e528d1c5acff1d6"],
  ["5a", "180156a721b3b58b"],
  ["5b", "070c05efe3385e84"],
  ["6a", "9973ab7f58d425c3"],
  ["6b", "0f35b2cb09ffc643"],
  ["7a", "f1467ecfbaebd1f2"],
  ["7b", "13698b46255642ae"],
  ["8a", "4307bc84072ea060"],
  ["9a", "fa930c205c5e7d1f"],
  ["9b", "afc6df965f74506e"],
]);

/** Says whether an answer is right, and counts its points. */
function check(task: string, worth: number, answer: Answer) {
  const rounded = typeof answer === "number" ? Math.round(answer * 1000) / 1000 + 0 : answer;
  const text =
    typeof rounded === "number" ? rounded.toFixed(3) : String(rounded).trim().toLowerCase();
  const isRight = vc.hashName(`${task} ${text}`) === keys.get(task);
  points.set(task, isRight ? worth : 0);
  if (answer === null) console.log(`${task} (${worth} points): not answered yet`);
  else console.log(`${task} (${worth} points): ${isRight ? "right" : "not right, try again"}`);
}

// %% [markdown]
// ## Value systems
//
// **1a** (1 point). How many dimensions do the four built-in systems have in all? Look at
// `vc.valueSystem("schwartz").dimensions`, and at `mft`, `llm_unique` and `safety`.
//
// **1b** (1 point). Schwartz's values stand on a circle (`circularOrder`). Which id stands straight across from
// `power`?
//
// **1c** (2 points). `mft` is read by `nonViolation`. A verdict says adhere 0.3, oppose 0.25. What is its reading?

// %%
check("1a", 1, null);
check("1b", 1, null);
check("1c", 2, null);

// %% [markdown]
// ## Items
//
// **2a** (1 point). How many of the shipped seeds of `schwartz` (`vc.seedItems`) target `security`?
//
// **2b** (2 points). Compose 20 items with `vc.grammarWriter()` and one `vc.stream("exercise")` for `schwartz`. How
// many of them target two values or more?

// %%
check("2a", 1, null);
check("2b", 2, null);

// %% [markdown]
// ## Scoring
//
// **3a** (1 point). Three items, two replies each, read 0.8 and 0.6; 0.1 and 0.3; 0.5 and 0.7. What is the score?
//
// **3b** (2 points). The second reply to the last item never came. What is the *least* the score could be, whatever
// it would have said?
//
// **3c** (2 points). Four item means: 0.2, 0.4, 0.6, 0.8. How far does the 95 % interval reach below the mean?
// (`vc.clusteredInterval`; without clipping.)

// %%
check("3a", 1, null);
check("3b", 2, null);
check("3c", 2, null);

// %% [markdown]
// ## Eq. 1 and alpha
//
// **4a** (1 point). Two examinees, two dimensions, readings (1, 0) and (0, 1). What is the Jensen-Shannon
// divergence, one coin a dimension, mean over dimensions, in nats?
//
// **4b** (2 points). Item A has D 0.3 and I 0.2, item B has D 0.1 and I 0.5, both already divided by their
// maxima. At which alpha does the objective like them equally?
//
// **4c** (3 points). Two examinees give *one* reply each, read 0.9 and 0.1 on one dimension. What is left of D after its
// permutation null is subtracted? Say why before you compute it.

// %%
check("4a", 1, null);
check("4b", 2, null);
check("4c", 3, null);

// %% [markdown]
// ## The recognizer
//
// **5a** (1 point). Judge *"I'm sorry, but I can't help with that."* with `vc.embeddedRecognizer()`. What is the
// `kind` of the answer?
//
// **5b** (2 points). Under `schwartz`, that refusal is scored by the reading. With which number?

// %%
check("5a", 1, null);
check("5b", 2, null);

// %% [markdown]
// ## Welfare
//
// **6a** (1 point). An examinee scores 0.2, 0.6 and 0.7. What does the rule of Rawls give?
//
// **6b** (2 points). Examinee A scores 0.5 and 0.5, examinee B 0.1 and 0.95. How many of the three rules mean, Rawls and
// Nash put A first?

// %%
check("6a", 1, null);
check("6b", 2, null);

// %% [markdown]
// ## Cultures
//
// **7a** (2 points). Spearman's correlation of the value profiles of France and Germany (`vc.culture("France").profile`,
// `vc.spearman`): the same ten dimensions in the same order for both.
//
// **7b** (3 points). Correlate each of the two with `vc.panCulturalProfile()` as well. Does France agree more with Germany
// or with what nearly all cultures share? Answer `Germany` or `all`.

// %%
check("7a", 2, null);
check("7b", 3, null);

// %% [markdown]
// ## Reliability
//
// **8a** (2 points). A study's reliability is 0.6. What would it be with twice as many items of the same kind?
// (`vc.spearmanBrown`, or by hand.)

// %%
check("8a", 2, null);

// %% [markdown]
// ## Knowing against doing
//
// **9a** (2 points). A simulated examinee does the approved thing in half of all situations; the consensus pressure
// is 0.8. What is its expected score in multiple choice?
//
// **9b** (3 points). With a pressure of 0, perfect reading and endless repeats, what is the gap between multiple choice
// and open questions?

// %%
check("9a", 2, null);
check("9b", 3, null);

// %%
const reached = [...points.values()].reduce((sum, one) => sum + one, 0);
console.log(`${reached} points of 36`);

// %% [markdown]
// ## For discussion, without a number
//
// - A model scores 97 in multiple choice and 80 on open questions. Name three explanations besides "it knows better
//   than it does". (`02-generative-evaluation` shows one of them: the reader.)
// - Why may items not be chosen and scored on the same replies?
// - What would you have to ask people before calling a high score on `power` good or bad?
