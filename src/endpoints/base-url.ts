import { isIP } from "node:net";
import { InputError } from "../ports/input-error.js";
import { isLocalName, placeOf } from "./address-guard.js";

/**
 * Checks the base URL of an endpoint: http or https, no user name or password, no query, no link-local address; and
 * where a key is sent, https, unless the host is this machine or one of a private network.
 *
 * @param where  what names it, which begins every error: `study.json: examinees.0.baseUrl`
 * @throws InputError; the URL itself is told only as far as it can hold no secret
 * @example
 * checkBaseUrl("http://127.0.0.1:8000/v1/", { where: "baseUrl", withKey: true }); // => "http://127.0.0.1:8000/v1"
 * checkBaseUrl("http://169.254.169.254/v1", { where: "baseUrl", withKey: false }); // throws /link-local/
 */
export function checkBaseUrl(
  text: string,
  { where, withKey }: { readonly where: string; readonly withKey: boolean },
): string {
  const refuse = (problem: string, arrived: string | null, fix: string): InputError =>
    new InputError({ where, problem, arrived, fix });
  if (!URL.canParse(text))
    throw refuse("is not a URL", null, "write one such as https://api.openai.com/v1");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw refuse("must begin with https:// or http://", url.protocol, "write the API's address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const told = `${url.protocol}//${url.host}`;
  if (url.username !== "" || url.password !== "")
    throw refuse("holds a user name or password", told, "name the key's variable in `key` instead");
  if (url.search !== "" || url.hash !== "")
    throw refuse("ends in a query or fragment", told, "leave it out; use `headers` for extras");
  const place = isIP(host) ? placeOf(host) : isLocalName(host) ? "loopback" : null;
  if (place === "linkLocal")
    throw refuse(
      "is a link-local address, which is never asked",
      told,
      "write the server's own address",
    );
  const isNear = place === "loopback" || place === "private" || isInner(host);
  if (withKey && url.protocol === "http:" && !isNear)
    throw refuse("would send the key unencrypted", told, "write https://");
  return `${told}${url.pathname.replace(/\/+$/, "")}`;
}

/** A name that the outside cannot resolve: of one word, or under a suffix for private networks. */
function isInner(host: string): boolean {
  return (!isIP(host) && !host.includes(".")) || /\.(local|internal|lan|home\.arpa)$/.test(host);
}
