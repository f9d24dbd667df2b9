import { describe, expect, test } from "vitest";
import { ARM_POLICIES, chooseTopic, rewarded, topicArms } from "../../src/generator/topic-arms.js";
import { stream } from "../../src/random/stream.js";

const topics = ["a", "b", "c", "d", "e"];
const worth = { a: 0.2, b: 0.8, c: 0.3, d: 0.25, e: 0.1 } as Readonly<Record<string, number>>;

function played(policy: (typeof ARM_POLICIES)[number], seed: number): Map<string, number> {
  const settings = { policy, budget: 400 };
  const random = stream("arms", policy, seed);
  let arms = topicArms(topics, settings);
  for (let pull = 0; pull < settings.budget; pull++) {
    const topic = chooseTopic(arms, settings, random);
    arms = rewarded(arms, topic, random.next() < worth[topic] ? 1 : 0);
  }
  return new Map(arms.map(({ topic, pulls }) => [topic, pulls]));
}

describe.each(ARM_POLICIES)("%s over topics", (policy) => {
  test("gives every topic its first score before any gets a second", () => {
    const settings = { policy, budget: 5 };
    let arms = topicArms(topics, settings);
    const order = topics.map(() => {
      const topic = chooseTopic(arms, settings, stream(1));
      arms = rewarded(arms, topic, 0);
      return topic;
    });
    expect(order).toEqual(topics);
  });

  test("spends most of its budget on the best topic, and the same under the same seed", () => {
    const pulls = played(policy, 1);
    expect(pulls.get("b")).toBeGreaterThan(150);
    expect(played(policy, 1)).toEqual(pulls);
  });

  test("copes with rewards that are all 0, all the highest, or on another scale", () => {
    for (const [highest, reward] of [
      [1, 0],
      [1, 1],
      [12, 9],
    ]) {
      const settings = { policy, budget: 60, highest };
      const random = stream("flat", policy);
      let arms = topicArms(topics, settings);
      for (let pull = 0; pull < 60; pull++)
        arms = rewarded(arms, chooseTopic(arms, settings, random), reward);
      expect(arms.every(({ pulls }) => pulls >= 1)).toBe(true);
      expect(arms.every(({ mean }) => Math.abs(mean - reward) < 1e-9)).toBe(true);
    }
  });
});

test("a budget below the number of topics is an error that says so", () => {
  expect(() => topicArms(topics, { policy: "ucb", budget: 4 })).toThrow(
    "budget must be at least the number of topics (5), so that each gets its first score: 4; raise it",
  );
});
