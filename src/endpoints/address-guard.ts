import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { BlockList, isIP } from "node:net";

/** Addresses at which clouds hand out credentials, and others that only the own network segment can have. */
const linkLocal = new BlockList();
linkLocal.addSubnet("169.254.0.0", 16, "ipv4");
linkLocal.addSubnet("fe80::", 10, "ipv6");
linkLocal.addAddress("fd00:ec2::254", "ipv6");
linkLocal.addAddress("100.100.100.200", "ipv4");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
loopback.addSubnet("0.0.0.0", 8, "ipv4");
loopback.addAddress("::", "ipv6");

const inner = new BlockList();
inner.addSubnet("10.0.0.0", 8, "ipv4");
inner.addSubnet("172.16.0.0", 12, "ipv4");
inner.addSubnet("192.168.0.0", 16, "ipv4");
inner.addSubnet("fc00::", 7, "ipv6");

/** What kind of place an address is. */
export type Place = "linkLocal" | "loopback" | "private" | "public";

/**
 * What kind of place an IP address is; IPv4 addresses inside IPv6 ones are read as what they are.
 *
 * @example
 * placeOf("169.254.169.254"); // => "linkLocal"
 * placeOf("::ffff:127.0.0.1"); // => "loopback"
 */
export function placeOf(address: string): Place {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const mapped = embeddedV4(plain);
  const own = mapped ?? plain;
  const family = isIP(own) === 6 ? "ipv6" : "ipv4";
  if (linkLocal.check(own, family)) return "linkLocal";
  if (loopback.check(own, family)) return "loopback";
  return inner.check(own, family) ? "private" : "public";
}

/** The IPv4 address inside `::ffff:a.b.c.d`, `::ffff:abcd:ef01` or `64:ff9b::a.b.c.d`; else `null`. */
function embeddedV4(address: string): string | null {
  const dotted = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (dotted) return dotted[1];
  const hex = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (!hex) return null;
  const [high, low] = [Number.parseInt(hex[1], 16), Number.parseInt(hex[2], 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** Whether a host name means this machine by its very name. */
export function isLocalName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/**
 * Looks a host up as Node does, and refuses names that lead to a link-local address, or to this machine without
 * being called localhost: a name that anybody can point anywhere must not reach what only we can reach.
 */
export function guardedLookup(host: string, options: LookupOptions, done: LookupCallback): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const bad = addresses.find(({ address }) => {
      const place = placeOf(address);
      return place === "linkLocal" || (place === "loopback" && !isLocalName(host));
    });
    if (bad) {
      const refused = new Error(`${host} leads to ${bad.address}, which is refused`);
      return done(Object.assign(refused, { code: "EREFUSEDADDRESS" }), []);
    }
    if (options.all) return done(null, addresses);
    done(null, addresses[0].address, addresses[0].family);
  });
}
