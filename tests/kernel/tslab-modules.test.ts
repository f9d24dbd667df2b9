import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import {
  TSLAB_VERSION,
  tslabFolder,
  tslabModules,
  tslabRequire,
} from "../../src/kernel/tslab-modules.js";

describe("tslab is as the kernel expects it", () => {
  test("the exact version, in the manifest too", () => {
    expect(createRequire(import.meta.url)(`${tslabFolder()}/package.json`).version).toBe("1.0.22");
    expect(TSLAB_VERSION).toBe("1.0.22");
    expect(manifest.peerDependencies.tslab).toBe(TSLAB_VERSION);
    expect(manifest.peerDependenciesMeta.tslab.optional).toBe(true);
    expect(manifest.dependencies).not.toHaveProperty("tslab");
  });

  test("everything that is imported from it is there", () => {
    const { createConverter, createExecutor, isCompleteCode, printQuickInfo, jupyter } =
      tslabModules();
    expect([createConverter, createExecutor, isCompleteCode, printQuickInfo]).toEqual(
      Array(4).fill(expect.any(Function)),
    );
    expect(jupyter.lastWriteDisplayData).toBeNull();
    const server = jupyter.ZmqServer.prototype;
    expect([server.handleShellMessage, server.publishStatus, server.init, server.close]).toEqual(
      Array(4).fill(expect.any(Function)),
    );
    // The server must ask the instance for this method, or ours is never called.
    expect(String(jupyter.ZmqServer)).toContain("this.handleShellMessage(this.shell");
    expect(String(jupyter.ZmqServer)).toContain("this.handleShellMessage(this.control");
  });

  test("its executor reports through the two functions it is given", () => {
    const executor = String(tslabRequire()("./dist/executor.js").createExecutor);
    expect(executor).toContain("console.log(ret)");
    expect(executor.match(/console\.error\(/g)).toHaveLength(3);
    expect(executor).toContain("vm_1.default.runInThisContext(wrapped");
  });

  test("its compiler takes both steps through functions that can be wrapped", () => {
    const compiler = tslabRequire()("@tslab/typescript-for-tslab");
    expect(compiler.version).toBe("5.0.4");
    expect(compiler.transpileModule).toEqual(expect.any(Function));
    expect(compiler.createWatchCompilerHost).toEqual(expect.any(Function));
  });

  test("zeromq comes along", () => {
    const { Publisher, Router, Dealer } = tslabRequire()("zeromq");
    expect([Publisher, Router, Dealer]).toEqual(Array(3).fill(expect.any(Function)));
  });
});
