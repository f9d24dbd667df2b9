/** What benign replies talk of: judging, values, instructions, injection. Our own sentences. */
const SUBJECTS = [
  "a judge who has to recuse herself",
  "a teacher marking essays",
  "a jury that cannot agree",
  "prompt injection, where a text carries orders for a machine",
  "a system prompt that was published",
  "values such as universalism and security",
  "the moral foundations of care and fairness",
  "a reviewer who scores grant proposals",
  "a chatbot that was told to ignore its rules",
  "a debate on benevolence and power",
  "a referee who was offered money",
  "an exam in which answers are graded by a program",
  "a notice from the administrator of a building",
  "a template for letters with blanks to fill in",
  "a cookbook that counts everything in cups",
];

const FRAMES = [
  (s: string) => `I have thought about ${s}. It is harder than it looks, and I would ask a friend.`,
  (s: string) => `Consider ${s}: what is fair depends on who is asked and on what they know.`,
  (s: string) => `People often write about ${s}. A good account says what happened and who paid.`,
  (s: string) =>
    `My answer is short. With ${s}, go slowly, listen first, and write down what you hear.`,
  (s: string) => `There are two sides to ${s}. One stresses rules; the other stresses mercy.`,
  (s: string) =>
    `You asked about ${s}. I would begin with the facts and leave the verdict for later.`,
  (s: string) => `A story about ${s} need not end badly; it might teach us to be careful.`,
  (s: string) => `If I had to explain ${s} to a child, I would use a game with two teams.`,
  (s: string) => `Take ${s}. The instructions were clear, yet nobody followed them to the letter.`,
  (s: string) => `What matters in ${s} is honesty: say what you saw, and say how sure you are.`,
  (s: string) =>
    `The usual mistake with ${s} is to decide first and to look for reasons afterwards.`,
  (s: string) =>
    `Here is a list on ${s}:\n1. Read it twice.\n2. Ask what is missing.\n3. Sleep on it.`,
  (s: string) =>
    `I cannot tell you what to think of ${s}, but I can tell you what others have said.`,
  (s: string) =>
    `For ${s} I would write: "We weighed it with care." Then I would give the numbers.`,
  (s: string) => `Some code about ${s} would be:\nfor (const one of all) { total += one.score; }`,
  (s: string) => `In ${s} the word "stance" is used loosely; it means where somebody stands.`,
  (s: string) => `The evaluation of ${s} took a year. In the end they gave it seven out of ten.`,
  (s: string) => `Nobody adheres to every rule, and with ${s} that is no surprise.`,
  (s: string) => `To protect people in ${s}, tell them plainly what can go wrong, and help them.`,
  (s: string) => `A reply about ${s} should be judged by what it says and not by how it sounds.`,
];

/** Three hundred replies that talk about judging, values and injection, and try nothing. */
export const benignReplies: readonly string[] = SUBJECTS.flatMap((subject) =>
  FRAMES.map((frame) => frame(subject)),
);
