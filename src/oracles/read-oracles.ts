import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../ports/input-error.js";
import type { OracleFamily } from "./check-oracles.js";

const tolerance = z.object({ abs: z.number().min(0), rel: z.number().min(0) });

const familySchema = z.object({
  family: z.string().min(1),
  default_tolerance: tolerance,
  cases: z.array(
    z.object({
      name: z.string(),
      fn: z.string().min(1),
      inputs: z.record(z.string(), z.unknown()),
      expected: z.unknown(),
      tolerance: tolerance.optional(),
    }),
  ),
});

const FIX = "name a folder of oracle files such as tests/oracles";

/**
 * Reads every oracle file (`.json`) of a folder, in the order of their names.
 *
 * @throws InputError when the folder cannot be read or holds none, or a file breaks the schema
 */
export function readOracles(folder: string): readonly OracleFamily[] {
  const names = orRefuse(folder, "cannot be read as a folder", () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort(),
  );
  if (names.length === 0)
    throw new InputError({
      where: folder,
      problem: "holds no oracle file",
      arrived: "no name that ends in .json",
      fix: FIX,
    });
  return names.map((name) => readFamily(join(folder, name)));
}

function readFamily(path: string): OracleFamily {
  const data: unknown = orRefuse(path, "is not valid JSON", () =>
    JSON.parse(readFileSync(path, "utf8")),
  );
  const parsed = familySchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError({
    where: `${path}: ${issue.path.join(".") || "the file"}`,
    problem: "is not as an oracle file has it",
    arrived: issue.message,
    fix: "write { family, default_tolerance: { abs, rel }, cases: [{ name, fn, inputs, expected }] }",
  });
}

function orRefuse<T>(where: string, problem: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const arrived = error instanceof Error ? error.message : String(error);
    throw new InputError({ where, problem, arrived, fix: FIX }, { cause: error });
  }
}
