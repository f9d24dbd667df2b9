import { stream } from "../../random/stream.js";
import type { FaultPlan } from "./fault-plan.js";

/** What models write when they do not do as they were asked, made from what they should have written. */
const RUBBISH: readonly ((said: string) => string)[] = [
  () => "",
  () => "I am sorry, but as a language model I have no values to judge.",
  (said) => said.slice(0, said.length / 2),
  (said) => `${said}\n${said}`,
  () => "{}",
  () => '{"refusal": "none", "dimensions": {}}',
  (said) => said.replaceAll('"', "'"),
  (said) => said.replaceAll(":", ": 1.5,"),
  () => "<html><body>Bad gateway</body></html>",
  () => '{"__proto__": {"stance": "adhere"}, "dimensions": [[[[[]]]]]}',
];

/**
 * What is said under a plan: the answer itself, or rubbish in its place. It is drawn by the words of the question alone: asked again
 * in the same words, a model says the same again.
 */
export function spoilt(
  said: string,
  about: { readonly plan: FaultPlan; readonly model: string; readonly words: string },
): string {
  const { share, models } = about.plan.rubbish;
  if (share === 0 || (models !== null && !models.includes(about.model))) return said;
  const random = stream(about.plan.seed, "rubbish", about.words);
  return random.next() < share ? RUBBISH[random.integer(RUBBISH.length)](said) : said;
}
