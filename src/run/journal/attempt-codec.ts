import type { AttemptRow } from "../../ports/store.js";

/** An attempt as a compact JSON text; its key is kept beside it. */
export function encodeAttempt(row: AttemptRow): string {
  const { role, who, started, took, result, tokensIn, tokensOut } = row;
  return JSON.stringify([role, who, started, took, result, tokensIn, tokensOut]);
}

/** The attempt in a text made by `encodeAttempt`; throws on anything else. */
export function decodeAttempt(key: string, payload: string): AttemptRow {
  const row = attemptFrom(key, JSON.parse(payload));
  if (!row) throw new RangeError("not an attempt of the journal");
  return row;
}

function attemptFrom(key: string, parts: unknown): AttemptRow | null {
  if (!Array.isArray(parts) || parts.length !== 7) return null;
  const [role, who, started, took, result, tokensIn, tokensOut] = parts as readonly unknown[];
  if (role !== "examinee" && role !== "recognizer" && role !== "writer") return null;
  if (typeof who !== "string" || typeof result !== "string") return null;
  if (typeof started !== "number" || typeof took !== "number") return null;
  if (!isTokens(tokensIn) || !isTokens(tokensOut)) return null;
  return { key, role, who, started, took, result, tokensIn, tokensOut };
}

function isTokens(value: unknown): value is number | null {
  return value === null || typeof value === "number";
}
