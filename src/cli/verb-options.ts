import { type Command, InvalidArgumentError, Option } from "commander";
import { readChoice, speltOut } from "../catalogue/choice.js";
import { divergence, divergences } from "../catalogue/divergences.js";

/** Begins a verb: its name, what it does, and an example that works. */
export type Verb = (name: string, about: string, example: string) => Command;

/** Takes the exit code of a verb that has ended. */
export type Done = (code: number) => void;

/** The options of every verb that asks or judges. */
export function running(command: Command): Command {
  return command
    .option("--concurrency <n>", "calls under way at once; changes no number", positive, 8)
    .option("--quiet", "no progress on stderr")
    .option(
      "--queue <url>",
      "let workers ask the endpoints, over this Redis or PostgreSQL: redis://HOST:PORT",
    );
}

/** `--divergence`, with the numbers it depends on. */
export function divergenceOption(): Option {
  const ids = divergences.map(({ id }) => id).join(", ");
  const about = `how far examinees are apart; numbers go behind a colon, as in renyi:order=2 (${ids})`;
  return new Option("--divergence <choice>", about).argParser((text) => {
    try {
      return speltOut(divergence, readChoice(text));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new InvalidArgumentError(error.message);
    }
  });
}

/** A whole number from 0. */
export function whole(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError("Give a whole number from 0.");
  return value;
}

/** A whole number from 1. */
export function positive(text: string): number {
  const value = whole(text);
  if (value === 0) throw new InvalidArgumentError("Give a whole number from 1.");
  return value;
}

/** A number from 0 to 1. */
export function unit(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("Give a number from 0 to 1.");
  return value;
}
