import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { InputError } from "../ports/input-error.js";
import { packageRoot } from "../ports/package-root.js";
import { tslabFolder } from "./tslab-modules.js";

/** The name under which Jupyter knows the kernel. */
export const KERNEL_NAME = "value-compass";

/** Where a kernel is announced: for this user, in a folder of your own, or in an active environment. */
export interface SpecPlace {
  readonly prefix?: string;
  readonly sysPrefix?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What an announcement says: how Jupyter starts the kernel. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
}

/** The program that is the kernel, as built. */
export function kernelProgram(): string {
  return join(packageRoot, "dist/kernel/main.js");
}

/**
 * The folder that holds the kernel's announcement.
 *
 * @throws InputError when an environment is asked for and none is active
 */
export function specFolder(place: SpecPlace, environment: Environment = process.env): string {
  return join(dataFolder(place, environment), "kernels", KERNEL_NAME);
}

function dataFolder({ prefix, sysPrefix }: SpecPlace, environment: Environment): string {
  if (prefix !== undefined) return join(resolve(prefix), "share/jupyter");
  if (!sysPrefix) return userDataFolder(environment);
  const active = environment.VIRTUAL_ENV ?? environment.CONDA_PREFIX;
  if (active !== undefined) return join(active, "share/jupyter");
  throw new InputError({
    where: "--sys-prefix",
    problem: "needs an active Python environment (VIRTUAL_ENV or CONDA_PREFIX)",
    arrived: "none",
    fix: "activate it, or name its folder with --prefix",
  });
}

/** Where Jupyter keeps what belongs to one user, by its own rules. */
export function userDataFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(homedir(), "Library/Jupyter");
  if (platform === "win32") return join(APPDATA ?? join(homedir(), "AppData/Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local/share"), "jupyter");
}

/** Where Jupyter looks for announcements, first to last, as far as that is known without Python. */
export function knownDataFolders(environment: Environment = process.env): readonly string[] {
  const listed = (environment.JUPYTER_PATH ?? "").split(delimiter).filter(Boolean);
  const active = [environment.VIRTUAL_ENV, environment.CONDA_PREFIX].filter((one) => one);
  const prefixes = [...active, "/usr/local", "/usr"].map((one) =>
    join(String(one), "share/jupyter"),
  );
  return [...new Set([...listed, userDataFolder(environment), ...prefixes])];
}

/**
 * Announces the kernel to Jupyter: writes kernel.json, which names this Node.js and this copy of the
 * package. Needs no Python.
 *
 * @returns the folder that was written
 * @throws InputError when tslab is missing, or the folder cannot be written
 */
export function installSpec(place: SpecPlace): string {
  tslabFolder();
  const folder = specFolder(place);
  const spec: KernelSpec & Readonly<Record<string, unknown>> = {
    argv: [process.execPath, kernelProgram(), "{connection_file}"],
    display_name: "TypeScript (Value Compass)",
    language: "typescript",
    interrupt_mode: "signal",
  };
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(spec, null, 1)}\n`);
  } catch (cause) {
    const arrived = cause instanceof Error ? cause.message : String(cause);
    const fix = "choose a folder of yours with --prefix, or install for this user alone";
    throw new InputError({ where: folder, problem: "cannot be written", arrived, fix }, { cause });
  }
  return folder;
}

/** Takes the announcement back; false when there was none. */
export function uninstallSpec(place: SpecPlace): string | null {
  const folder = specFolder(place);
  if (!existsSync(folder)) return null;
  rmSync(folder, { recursive: true });
  return folder;
}

/** What an announcement in a folder says; `null` where there is none, or it cannot be read. */
export function readSpec(folder: string): KernelSpec | null {
  try {
    return JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as KernelSpec;
  } catch {
    return null;
  }
}
