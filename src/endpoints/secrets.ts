import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { EndpointSettings } from "../ports/complete.js";
import { InputError } from "../ports/input-error.js";

/** The names that keys may have: those of environment variables. */
export const SECRET_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Looks secrets up by name. */
export type SecretLookup = (name: string) => string | null;

/**
 * Looks names up in the environment, then in the `.env` files of the folders given, first one first. Nothing is put
 * into the environment, and nothing is written anywhere.
 */
export function secretsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  folders: readonly string[],
): SecretLookup {
  let files: Readonly<Record<string, string | undefined>>[] | null = null;
  return (name) => {
    const own = environment[name];
    if (own !== undefined && own !== "") return own;
    files ??= folders.map(readEnvFile);
    return (
      files.map((file) => file[name]).find((value) => value !== undefined && value !== "") ?? null
    );
  };
}

function readEnvFile(folder: string): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(join(folder, ".env"), "utf8")) as Record<string, string>;
  } catch {
    // Most folders have none.
    return {};
  }
}

/** What an endpoint needs to be secret about, looked up. */
export interface Credentials {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Takes every secret of this endpoint out of a text, in whatever spelling it comes back. */
  readonly redact: (text: string) => string;
}

/**
 * The key and headers of an endpoint.
 *
 * @param who  who is asked, which begins the error
 * @throws InputError naming the variable that is not set
 */
export function credentialsFor(
  settings: EndpointSettings,
  find: SecretLookup,
  who = `model ${settings.model}`,
): Credentials {
  const secrets: string[] = [];
  const secret = (name: string): string => {
    const value = find(name)?.trim();
    if (value) {
      secrets.push(value);
      return value;
    }
    throw new InputError({
      where: `${who}: ${name}`,
      problem: "is not set",
      arrived: null,
      fix: "set this environment variable, or write it into .env in the study folder",
    });
  };
  const key = settings.key === null ? null : secret(settings.key);
  const headers = Object.fromEntries(
    Object.entries(settings.headers).map(([name, value]) => [
      name,
      typeof value === "string" ? value : secret(value.env),
    ]),
  );
  return { key, headers, redact: redactor(secrets) };
}

/** Shorter values than this are no secrets: taking them out would maim any text. */
const SHORTEST_SECRET = 6;

/**
 * A function that takes secrets out of a text, also when they come back in Base64, hexadecimal, percent-encoded, or
 * escaped as in JSON.
 *
 * @example
 * redactor(["sk-123456"])("bad key sk-123456"); // => "bad key [key]"
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => {
      const bytes = Buffer.from(secret, "utf8");
      return [
        secret,
        bytes.toString("base64").replace(/=+$/, ""),
        bytes.toString("base64url"),
        bytes.toString("hex"),
        bytes.toString("hex").toUpperCase(),
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
      ];
    });
  const all = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return (text) => all.reduce((rest, spelling) => rest.replaceAll(spelling, "[key]"), text);
}
