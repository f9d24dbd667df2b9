import { lookup } from "node:dns";
import { expect, test, vi } from "vitest";
import { guardedLookup, placeOf } from "../../src/endpoints/address-guard.js";
import { checkBaseUrl } from "../../src/endpoints/base-url.js";

vi.mock("node:dns", { spy: true });

const checked = (url: string, withKey = true) => checkBaseUrl(url, { where: "baseUrl", withKey });

test.each([
  ["https://api.openai.com/v1", "https://api.openai.com/v1"],
  ["https://api.openai.com/v1/", "https://api.openai.com/v1"],
  ["http://localhost:11434/v1", "http://localhost:11434/v1"],
  ["http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1"],
  ["http://[::1]:8000/v1", "http://[::1]:8000/v1"],
  ["http://192.168.1.20:8000/v1", "http://192.168.1.20:8000/v1"],
  ["http://10.1.2.3/v1", "http://10.1.2.3/v1"],
  ["http://gpu-box:8000/v1", "http://gpu-box:8000/v1"],
  ["http://vllm.internal/v1", "http://vllm.internal/v1"],
  ["https://EXAMPLE.com:443/V1", "https://example.com/V1"],
  ["http://2130706433/v1", "http://127.0.0.1/v1"],
  ["http://0x7f.1/v1", "http://127.0.0.1/v1"],
])("A5: the base URL %s is taken as %s", (url, taken) => {
  expect(checked(url)).toBe(taken);
});

test.each([
  ["http://169.254.169.254/latest", "link-local"],
  ["https://169.254.0.1/v1", "link-local"],
  ["http://2852039166/v1", "link-local"],
  ["http://0xa9.0xfe.0xa9.0xfe/v1", "link-local"],
  ["http://[::ffff:169.254.169.254]/v1", "link-local"],
  ["http://[::ffff:a9fe:a9fe]/v1", "link-local"],
  ["http://[fe80::1]/v1", "link-local"],
  ["http://[fd00:ec2::254]/v1", "link-local"],
  ["http://100.100.100.200/v1", "link-local"],
  ["file:///etc/passwd", "must begin with"],
  ["ftp://example.com/", "must begin with"],
  ["gopher://example.com/", "must begin with"],
  ["data:text/plain,x", "must begin with"],
  ["javascript:alert(1)", "must begin with"],
  ["https://user:sentinel@example.com/v1", "user name or password"],
  ["https://user@example.com/v1", "user name or password"],
  ["https://example.com/v1?key=sentinel", "query"],
  ["https://example.com/v1#sentinel", "query"],
  ["http://example.com/v1", "unencrypted"],
  ["http://93.184.216.34/v1", "unencrypted"],
  ["example.com/v1 sentinel", "not a URL"],
  ["", "not a URL"],
])("A5: the base URL %s is refused", (url, why) => {
  expect(() => checked(url)).toThrow(why);
  expect(() => checked(url)).not.toThrow("sentinel");
});

test("A5: without a key plain http may go anywhere but to link-local addresses", () => {
  expect(checked("http://example.com/v1", false)).toBe("http://example.com/v1");
  expect(() => checked("http://169.254.169.254/", false)).toThrow("link-local");
});

test.each([
  ["169.254.169.254", "EREFUSEDADDRESS"],
  ["fe80::1%eth0", "EREFUSEDADDRESS"],
  ["127.0.0.1", "EREFUSEDADDRESS"],
  ["::ffff:127.0.0.1", "EREFUSEDADDRESS"],
  ["10.0.0.1", undefined],
  ["93.184.216.34", undefined],
])("A5: a name that leads to %s ends with %s", async (address, code) => {
  vi.mocked(lookup).mockImplementation(((_: string, __: object, done: CallableFunction) =>
    done(null, [{ address, family: 4 }])) as unknown as typeof lookup);
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    guardedLookup("friendly.example", { all: true }, resolve);
  });
  expect(error?.code).toBe(code);
});

test("A5: a name of this machine may lead to it", async () => {
  vi.mocked(lookup).mockImplementation(((_: string, __: object, done: CallableFunction) =>
    done(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as typeof lookup);
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => guardedLookup("localhost", { all }, resolve));
    expect(error).toBeNull();
  }
  expect(placeOf("8.8.8.8")).toBe("public");
});
