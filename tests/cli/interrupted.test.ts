import { expect, test } from "vitest";
import { exitAfter, shellLine } from "../../src/cli/interrupted.js";

test("C3: Ctrl-C is 130 and SIGTERM 143, as shells have it", () => {
  expect(exitAfter(new Error("SIGTERM"))).toBe(143);
  for (const reason of [new Error("SIGINT"), new Error("anything"), undefined])
    expect(exitAfter(reason)).toBe(130);
});

test("C3: the command that is printed can be pasted into a shell, whatever the folder is called", () => {
  expect(shellLine("resume", "studies/mine-2_a.b")).toBe("value-compass resume studies/mine-2_a.b");
  expect(shellLine("resume", "my study")).toBe("value-compass resume 'my study'");
  expect(shellLine("resume", "it's; rm -rf $HOME")).toBe(
    "value-compass resume 'it'\\''s; rm -rf $HOME'",
  );
  expect(shellLine("judge", "", "--again")).toBe("value-compass judge '' --again");
});
