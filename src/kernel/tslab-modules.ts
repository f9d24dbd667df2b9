import { createRequire } from "node:module";
import { join } from "node:path";
import { InputError } from "../ports/input-error.js";

/** The one version of tslab whose insides are known here. */
export const TSLAB_VERSION = "1.0.22";

/** How to get it. */
export const TSLAB_FIX = `run \`npm install --save-dev --save-exact tslab@${TSLAB_VERSION}\``;

/** A place in a cell, both from 0. */
export interface SourcePlace {
  readonly line: number;
  readonly character: number;
}

/** What the compiler has to say about a cell. */
export interface CellDiagnostic {
  readonly start: SourcePlace;
  readonly end: SourcePlace;
  readonly messageText: string;
  readonly fileName?: string;
}

/** A compiled cell; with diagnostics there is no output. */
export interface Conversion {
  readonly output?: string;
  readonly diagnostics: readonly CellDiagnostic[];
}

/** tslab's compiler of cells. */
export interface CellConverter {
  convert(previous: string, source: string): Conversion;
  close(): void;
}

/** tslab's executor of cells. */
export interface CellExecutor {
  execute(source: string): Promise<boolean>;
  inspect(source: string, position: number): object | undefined;
  complete(
    source: string,
    position: number,
  ): { readonly start: number; readonly end: number; readonly candidates: readonly string[] };
  interrupt(): void;
  close(): void;
  readonly locals: Readonly<Record<string, unknown>>;
}

/** A socket of zeromq, as far as a kernel answers on it. */
export interface SendSocket {
  send(frames: readonly (string | Buffer)[]): Promise<void>;
}

/** tslab's server: it binds the five sockets and hands over what arrives on shell and control. */
export interface StockServer {
  readonly connInfo: { readonly key: string };
  readonly iopub: SendSocket;
  handleShellMessage(socket: SendSocket, ...frames: Buffer[]): Promise<void>;
  publishStatus(status: string, parent: object): void;
  init(): Promise<void>;
  close(): void;
}

/** The module of tslab that talks to the front end. */
export interface StockJupyter {
  lastWriteDisplayData: ((message: object, update: boolean) => void) | null;
  readonly ZmqServer: {
    new (handler: { close(): void }, configPath: string): StockServer;
    readonly prototype: StockServer;
  };
}

/** All that is taken from tslab. A test holds each against the installed version. */
export interface TslabModules {
  readonly createConverter: () => CellConverter;
  readonly createExecutor: (
    folder: string,
    converters: { readonly node: CellConverter; readonly browser: CellConverter; close(): void },
    hooks: { log(value: unknown): void; error(...told: unknown[]): void },
  ) => CellExecutor;
  readonly isCompleteCode: (source: string) => {
    readonly completed: boolean;
    readonly indent?: string;
  };
  readonly printQuickInfo: (info: object) => string;
  readonly jupyter: StockJupyter;
}

/**
 * The folder of the installed tslab.
 *
 * @throws InputError when it is missing, or of another version
 */
export function tslabFolder(): string {
  const require = createRequire(import.meta.url);
  let manifest: string;
  try {
    manifest = require.resolve("tslab/package.json");
  } catch (cause) {
    const problem = "compiles and runs the cells, and is not installed";
    throw new InputError({ where: "tslab", problem, arrived: null, fix: TSLAB_FIX }, { cause });
  }
  const { version } = require(manifest) as { version: string };
  if (version !== TSLAB_VERSION)
    throw new InputError({
      where: "tslab",
      problem: `must be ${TSLAB_VERSION} exactly, whose insides the kernel builds on`,
      arrived: version,
      fix: TSLAB_FIX,
    });
  return join(manifest, "..");
}

/** A `require` that finds what tslab brings along: zeromq, and its own TypeScript. */
export function tslabRequire(): NodeJS.Require {
  return createRequire(join(tslabFolder(), "package.json"));
}

/** Loads tslab's parts. This takes about a second. */
export function tslabModules(): TslabModules {
  const require = tslabRequire();
  const converter = require("./dist/converter.js");
  const executor = require("./dist/executor.js");
  const inspect = require("./dist/inspect.js");
  return {
    createConverter: () => {
      watchNoFolders(require("@tslab/typescript-for-tslab"));
      return converter.createConverter({ isJS: false, isBrowser: false });
    },
    createExecutor: executor.createExecutor,
    isCompleteCode: converter.isCompleteCode,
    printQuickInfo: inspect.printQuickInfo,
    jupyter: require("./dist/jupyter.js"),
  };
}

/**
 * Any change in a folder where an import was once looked for starts a second timer of the compiler, at which tslab's
 * converter throws ("Unexpected pending rebuildTimer"). Imported files themselves are still watched.
 */
function watchNoFolders({ sys }: { readonly sys: { watchDirectory: unknown } }): void {
  sys.watchDirectory = () => ({ close: () => {} });
}
