import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { kernelProgram, knownDataFolders, readSpec, specFolder } from "./kernel-spec.js";
import { TSLAB_FIX, TSLAB_VERSION, tslabFolder, tslabRequire } from "./tslab-modules.js";

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  /** `optional`: missing, and nothing that is committed here needs it. */
  readonly state: "good" | "bad" | "optional";
  readonly found: string;
  /** What to do; empty where nothing is to be done. */
  readonly fix: string;
}

/** The least version of Node.js, whose `require` takes ES modules. */
const NODE = [20, 19] as const;

/** Looks at everything that the kernel needs, and says how to mend what is wrong. */
export async function examineKernel(
  place: Parameters<typeof specFolder>[0],
  answers: () => Promise<string>,
): Promise<readonly Finding[]> {
  const here = [nodeFinding(), ...tslabFindings()];
  const startable = here.every(({ state }) => state === "good");
  return [
    ...here,
    ...(startable ? [await startFinding(answers)] : []),
    specFinding(place),
    jupyterFinding(),
    widgetsFinding(place),
  ];
}

function good(what: string, found: string): Finding {
  return { what, state: "good", found, fix: "" };
}

function bad(what: string, found: string, fix: string): Finding {
  return { what, state: "bad", found, fix };
}

/** What the version of Node.js comes to. */
export function nodeFinding(version: string = process.versions.node): Finding {
  const [major, minor] = version.split(".").map(Number);
  const enough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  if (enough) return good("Node.js", version);
  return bad("Node.js", version, `install Node.js ${NODE.join(".")} or newer`);
}

function tslabFindings(): readonly Finding[] {
  try {
    tslabFolder();
  } catch (error) {
    return [bad("tslab", messageOf(error), TSLAB_FIX)];
  }
  const found: Finding[] = [good("tslab", TSLAB_VERSION)];
  for (const [what, name] of [
    ["zeromq (comes with tslab)", "zeromq"],
    ["TypeScript (comes with tslab)", "@tslab/typescript-for-tslab"],
  ]) {
    try {
      const { version } = tslabRequire()(name) as { version?: unknown };
      found.push(good(what, typeof version === "string" ? version : "loads"));
    } catch (error) {
      const fix = "remove node_modules and install again on this machine";
      found.push(bad(what, messageOf(error), fix));
    }
  }
  return found;
}

async function startFinding(answers: () => Promise<string>): Promise<Finding> {
  try {
    return good("the kernel starts", await answers());
  } catch (error) {
    return bad("the kernel starts", messageOf(error), "the line above is what it said");
  }
}

function specFinding(place: Parameters<typeof specFolder>[0]): Finding {
  const what = "Jupyter knows the kernel";
  const install = "value-compass kernel install";
  const folders = [
    specFolder(place),
    ...knownDataFolders().map((one) => join(one, "kernels/value-compass")),
  ];
  const folder = folders.find((one) => existsSync(join(one, "kernel.json")));
  if (folder === undefined)
    return bad(what, `no kernel.json in ${[...new Set(folders)].join(", ")}`, `run \`${install}\``);
  const spec = readSpec(folder);
  if (spec === null || !Array.isArray(spec.argv))
    return bad(
      what,
      `${folder} holds a kernel.json that cannot be read`,
      `run \`${install}\` again`,
    );
  const gone = spec.argv.slice(0, 2).find((path) => !existsSync(path));
  if (gone !== undefined)
    return bad(what, `${folder} starts ${gone}, which is gone`, `run \`${install}\` again`);
  if (spec.argv[1] !== kernelProgram())
    return bad(
      what,
      `${folder} starts another copy: ${spec.argv[1]}`,
      `run \`${install}\` again to make it this one`,
    );
  return good(what, folder);
}

function jupyterFinding(): Finding {
  const what = "Jupyter";
  const { stdout, status } = spawnSync("jupyter", ["--version"], { encoding: "utf8" });
  const fix = "install it (`pip install jupyterlab ipywidgets`), or activate its environment";
  if (status !== 0) return { what, state: "optional", found: "no `jupyter` on the PATH", fix };
  const lab = /jupyterlab\s*: (\S+)/.exec(stdout)?.[1];
  return good(what, lab === undefined ? stdout.trim().split("\n")[0] : `JupyterLab ${lab}`);
}

function widgetsFinding(place: Parameters<typeof specFolder>[0]): Finding {
  const what = "sliders and other widgets";
  const folders = [join(specFolder(place), "../.."), ...knownDataFolders()];
  const manager = "labextensions/@jupyter-widgets/jupyterlab-manager/package.json";
  const folder = folders.find((one) => existsSync(join(one, manager)));
  if (folder !== undefined) return good(what, `ipywidgets' part of JupyterLab is in ${folder}`);
  const found = "ipywidgets' part of JupyterLab was not found";
  const fix = "`pip install ipywidgets` beside JupyterLab (explorers work without it)";
  return { what, state: "optional", found, fix };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0];
}
