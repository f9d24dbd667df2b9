import { describe, expect, test } from "vitest";
import { builtInSystems } from "../../src/facts/value-systems.js";
import { parseValueSystem } from "../../src/values/parse-value-system.js";

const power = { id: "power", name: "Power", definition: "Having a say over others." };
const care = { id: "care", name: "Care", definition: "Looking after others." };
const own = {
  id: "own",
  name: "Own values",
  source: "made up for this test",
  reading: "adherence",
  dimensions: [power, care],
  groups: [{ id: "all", name: "All", dimensions: ["power", "care"] }],
  circularOrder: ["care", "power"],
};

const parse = (changes: object) => parseValueSystem({ ...own, ...changes }, "my-system.json");
const without = (key: keyof typeof own) => {
  const { [key]: _, ...rest } = own;
  return () => parseValueSystem(rest, "my-system.json");
};

test("a sound system comes back as it was", () => {
  expect(parse({})).toEqual(own);
});

test.each(builtInSystems.map((system) => [system.id, system] as const))(
  "the built-in system %s passes the check that users' systems pass",
  (_, system) => {
    expect(parseValueSystem(JSON.parse(JSON.stringify(system)), "built-in")).toEqual(system);
  },
);

test("groups and circular order may be left out", () => {
  expect(without("groups")().groups).toEqual([]);
  expect(without("circularOrder")().circularOrder).toBeNull();
});

test("the parsed system is a copy: changing the input later changes nothing", () => {
  const input = structuredClone(own);
  const parsed = parseValueSystem(input, "my-system.json");
  input.dimensions[0].definition = "changed";
  input.groups[0].dimensions.push("power");
  expect(parsed).toEqual(own);
});

describe("each fault gives one error that names its place", () => {
  const group = (changes: object) => ({ groups: [{ ...own.groups[0], ...changes }] });
  const second = (changes: object) => ({ dimensions: [power, { ...care, ...changes }] });

  test.each<[string, object, string]>([
    [
      "a group that names no dimension of the system",
      { groups: [own.groups[0], { id: "b", name: "B", dimensions: ["powr"] }] },
      'groups[1].dimensions[0] names "powr", which is not a dimension of this system; ' +
        "dimensions are: power, care",
    ],
    [
      "a circle that names no dimension of the system",
      { circularOrder: ["power", "car"] },
      'circularOrder[1] names "car", which is not a dimension of this system; ' +
        "dimensions are: power, care",
    ],
    [
      "a circle with a hole",
      { circularOrder: ["care"] },
      "circularOrder leaves out power; it must name every dimension once, or be null",
    ],
    [
      "a circle that passes one place twice",
      { circularOrder: ["care", "power", "care"] },
      'circularOrder[2] names "care" again; name it once',
    ],
    [
      "an unknown key at the top",
      { colour: "red" },
      'my-system.json has an unknown key "colour"; keys are: id, name, source, reading, ' +
        "dimensions, groups, circularOrder",
    ],
    [
      "an unknown key in a dimension",
      second({ weight: 2 }),
      'dimensions[1] has an unknown key "weight"; keys are: id, name, definition, poles, parts',
    ],
    [
      "a missing definition",
      second({ definition: undefined }),
      "dimensions[1].definition is missing; write a text there",
    ],
    [
      "an empty definition",
      second({ definition: "  " }),
      "dimensions[1].definition is empty; write a text there",
    ],
    [
      "a definition that is no text",
      second({ definition: 7 }),
      "dimensions[1].definition must be text; got 7",
    ],
    [
      "a dimension id used twice",
      second({ id: "power" }),
      'dimensions[1].id repeats "power"; ids are unique',
    ],
    [
      "a group id used twice",
      { groups: [own.groups[0], own.groups[0]] },
      'groups[1].id repeats "all"; ids are unique',
    ],
    ["a group of nothing", group({ dimensions: [] }), "groups[0].dimensions is empty"],
    ["an unknown group key", group({ members: [] }), 'groups[0] has an unknown key "members"'],
    [
      "an id that would leave its folder",
      second({ id: "../care" }),
      "dimensions[1].id must be a lower-case letter, then lower-case letters, digits or _ " +
        '(40 at most); got "../care"',
    ],
    ["an id in capitals", { id: "Own" }, "id must be a lower-case letter"],
    ["an id of 41 characters", { id: "a".repeat(41) }, "id must be a lower-case letter"],
    ["an id named like a prototype", { id: "__proto__" }, "id is a reserved word"],
    [
      "an id that every object has",
      second({ id: "constructor" }),
      "dimensions[1].id is a reserved",
    ],
    [
      "an unknown reading",
      { reading: "violation" },
      'reading must be one of adherence, nonViolation; got "violation"',
    ],
    ["no reading", { reading: undefined }, "reading must be one of adherence, nonViolation; got"],
    ["dimensions that are no list", { dimensions: {} }, "dimensions must be a list; got {}"],
    ["no dimensions", { dimensions: [], groups: [] }, "dimensions is empty; a system needs"],
    ["a dimension that is text", { dimensions: ["power"] }, "dimensions[0] must be an object with"],
    ["a source that is missing", { source: undefined }, "source is missing; write a text there"],
    ["poles without an end", second({ poles: { adhere: "care" } }), "poles.oppose is missing"],
    [
      "a part with a bad id, two levels down",
      second({ parts: [{ id: "a", name: "A", parts: [{ id: "b c", name: "B" }] }] }),
      "dimensions[1].parts[0].parts[0].id must be a letter, then letters, digits or _",
    ],
  ])("%s", (_, changes, message) => {
    expect(() => parse(changes)).toThrow(message);
    expect(() => parse(changes)).toThrow(/^my-system\.json/);
  });

  test("a key that would reach into prototypes", () => {
    const data = JSON.parse(`{ "__proto__": { "reading": "adherence" }, "id": "own" }`);
    expect(() => parseValueSystem(data, "my-system.json")).toThrow('unknown key "__proto__"');
    expect(() => parse(second(JSON.parse('{"constructor": 1}')))).toThrow("unknown key");
  });

  test.each([null, undefined, 3, "text", []])("a file that holds %j", (data) => {
    expect(() => parseValueSystem(data, "my-system.json")).toThrow(/must be an object.*got /);
  });
});
