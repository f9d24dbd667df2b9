import { existsSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../ports/package-root.js";
import { tslabRequire } from "./tslab-modules.js";

interface Transpiled {
  outputText: string;
  sourceMapText?: string;
}
interface CompilerSystem {
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  readFile(path: string, encoding?: string): string | undefined;
  realpath?(path: string): string;
  getCurrentDirectory(): string;
}
interface Compiler {
  readonly sys: CompilerSystem;
  transpileModule(text: string, options: { compilerOptions: Record<string, unknown> }): Transpiled;
  createWatchCompilerHost(roots: unknown, options: object, ...rest: unknown[]): unknown;
}

/** The last translation from ES modules to CommonJS: what went in, what came out, and its map. */
export interface LastTranslation {
  readonly input: string;
  readonly output: string;
  readonly map: string;
}

/** What the hooks tell about the compiler. */
export interface CompilerHooks {
  lastTranslation(): LastTranslation | null;
}

const MAP_COMMENT = /\n?\/\/# sourceMappingURL=.*\s*$/;

/**
 * Changes two things in tslab's compiler without touching its files: both of its steps keep source maps,
 * and this package is found from folders that have no copy of it. Must run before tslab is loaded.
 */
export function hookCompiler(): CompilerHooks {
  const require = tslabRequire();
  const path = require.resolve("@tslab/typescript-for-tslab");
  const compiler = require(path) as Compiler;
  let last: LastTranslation | null = null;
  const changed: Partial<Compiler> = {
    transpileModule: (text, options) => {
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = compiler.transpileModule(text, { ...options, compilerOptions });
      const output = result.outputText.replace(MAP_COMMENT, "\n");
      last = { input: text, output, map: result.sourceMapText ?? "" };
      return { ...result, outputText: output };
    },
    createWatchCompilerHost: (roots, options, ...rest) =>
      compiler.createWatchCompilerHost(roots, { ...options, inlineSourceMap: true }, ...rest),
  };
  const module = require.cache[path];
  // The compiler's exports are getters: assigning to them is ignored without a word.
  if (module)
    module.exports = new Proxy(compiler, {
      get: (target, name) => Reflect.get(name in changed ? changed : target, name),
    });
  forwardOwnPackage(compiler.sys);
  return { lastTranslation: () => last };
}

/**
 * Where a folder and none above it has this package, its types are looked up in the running copy, and
 * so is its code.
 */
function forwardOwnPackage(system: CompilerSystem): void {
  const folder = system.getCurrentDirectory();
  if (packageAbove(folder)) return;
  const from = slashed(join(folder, "node_modules/value-compass"));
  const to = slashed(packageRoot);
  const there = (path: string): string =>
    path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
  const { fileExists, directoryExists, readFile, realpath } = system;
  const parent = slashed(join(folder, "node_modules"));
  system.fileExists = (path) => fileExists(there(path));
  system.directoryExists = (path) => path === parent || directoryExists(there(path));
  system.readFile = (path, encoding) => readFile(there(path), encoding);
  if (realpath) system.realpath = (path) => realpath(there(path));
  const own = createRequire(import.meta.url);
  const resolve: (request: string, ...rest: unknown[]) => string = Reflect.get(Module, RESOLVE);
  let asking = false;
  Reflect.set(Module, RESOLVE, (request: string, ...rest: unknown[]) => {
    if (asking || !/^value-compass($|\/)/.test(request)) return resolve(request, ...rest);
    asking = true;
    try {
      return own.resolve(request);
    } finally {
      asking = false;
    }
  });
}

/** Where every `require` of the process learns which file a name means. */
const RESOLVE = "_resolveFilename";

/** Whether a folder, or one above it, has this package among its node_modules. */
function packageAbove(folder: string): boolean {
  if (existsSync(join(folder, "node_modules/value-compass/package.json"))) return true;
  const above = dirname(folder);
  return above !== folder && packageAbove(above);
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
