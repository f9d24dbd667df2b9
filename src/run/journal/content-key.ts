import { hash } from "node:crypto";
import type { ValueSystem } from "../../values/value-system.js";
import { canonicalJson } from "./canonical-json.js";

/** Everything besides the words that decides an answer, as plain JSON. */
type Identity = Readonly<Record<string, unknown>>;

/** Identities are hashed once: a study makes 60,000 keys from a dozen of them. */
const known = new WeakMap<object, string>();

function identityHash(identity: object): string {
  let digest = known.get(identity);
  if (digest === undefined) {
    digest = hash("sha256", canonicalJson(identity), "hex");
    known.set(identity, digest);
  }
  return digest;
}

/**
 * The content key of a reply: 64 hexadecimal digits from who answers (endpoint, model,
 * parameters, seed: the examinee's `identity`), on which system, to which text, in which sample.
 * The same question to the same examinee has the same key in every run; change any of these and
 * it is another question.
 *
 * Treat the identity as frozen: it is hashed once.
 *
 * @example
 * askKey({ model: "m" }, "mft", "Why?", 0) === askKey({ model: "m" }, "mft", "Why?", 0); // => true
 * askKey({ model: "m" }, "mft", "Why?", 0) === askKey({ model: "n" }, "mft", "Why?", 0); // => false
 */
export function askKey(identity: Identity, system: string, text: string, sample: number): string {
  return contentKey("ask", identityHash(identity), system, text, sample);
}

/**
 * The content key of a verdict: which recognizer (id and identity, which holds its prompt
 * template and weights), on which system (see `systemHash`), on which item and reply; `null` as
 * reply for the bare item. Neither examinee nor sample enters: equal words are judged once.
 */
export function verdictKey(
  recognizer: { readonly id: string; readonly identity: Identity },
  system: string,
  item: string,
  reply: string | null,
): string {
  const identity = identityHash(recognizer.identity);
  return contentKey("judge", recognizer.id, identity, system, item, reply);
}

/**
 * The hash of what a recognizer reads of a value system: its id and its dimensions with their
 * words and parts. Name, source, groups, circular order and reading may change without asking for
 * new verdicts.
 */
export function systemHash(system: ValueSystem): string {
  let digest = known.get(system);
  if (digest === undefined) {
    const { id, dimensions } = system;
    digest = hash("sha256", canonicalJson({ id, dimensions }), "hex");
    known.set(system, digest);
  }
  return digest;
}

// A JSON list keeps its parts apart, whatever characters they hold.
function contentKey(...parts: readonly (string | number | null)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex");
}
