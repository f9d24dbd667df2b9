import { examineKernel, type Finding } from "../kernel/doctor.js";
import { installSpec, KERNEL_NAME, type SpecPlace, uninstallSpec } from "../kernel/kernel-spec.js";
import { openKernel } from "../notebook/kernel-client.js";
import { InputError } from "../ports/input-error.js";
import { EXIT } from "./exit-code.js";
import type { VerbContext } from "./verb-context.js";

/** Flags of the kernel verbs. */
export interface KernelFlags extends SpecPlace {
  readonly user?: boolean;
  readonly json?: boolean;
}

/** Announces the kernel to Jupyter. */
export function installKernel(flags: KernelFlags, context: VerbContext): number {
  const folder = installSpec(placeOf(flags));
  if (flags.json) context.out(`${JSON.stringify({ kernel: KERNEL_NAME, folder })}\n`);
  else
    context.out(
      `the kernel ${KERNEL_NAME} is announced in ${folder}\n` +
        `JupyterLab shows it as "TypeScript (Value Compass)"; \`value-compass kernel doctor\` checks it\n`,
    );
  return EXIT.done;
}

/** Takes the announcement back. */
export function uninstallKernel(flags: KernelFlags, context: VerbContext): number {
  const folder = uninstallSpec(placeOf(flags));
  if (flags.json) context.out(`${JSON.stringify({ kernel: KERNEL_NAME, folder })}\n`);
  else if (folder === null) context.out("the kernel was not announced there; nothing to do\n");
  else context.out(`removed ${folder}\n`);
  return EXIT.done;
}

/** Says what is wrong and how to mend it; 1 when something is. */
export async function kernelDoctor(flags: KernelFlags, context: VerbContext): Promise<number> {
  const findings = await examineKernel(placeOf(flags), answers);
  const healthy = findings.every(({ state }) => state !== "bad");
  if (flags.json) context.out(`${JSON.stringify({ healthy, findings })}\n`);
  else {
    context.out(findings.map(toldFinding).join(""));
    context.out(healthy ? "nothing is wrong\n" : "mend the lines marked ✗ and ask again\n");
  }
  return healthy ? EXIT.done : EXIT.failed;
}

const MARKS = { good: "✓", bad: "✗", optional: "–" } as const;

function toldFinding({ what, state, found, fix }: Finding): string {
  return `${MARKS[state]} ${what}: ${found}\n${fix === "" ? "" : `    ${fix}\n`}`;
}

/** Whether a kernel starts, compiles a cell that uses this package, and runs it. */
async function answers(): Promise<string> {
  const kernel = await openKernel(process.cwd(), KERNEL_NAME);
  try {
    const { ok, outputs } = await kernel.run("vc.builtInSystems.length");
    const [output] = outputs;
    if (output?.kind === "error") throw new Error(output.evalue);
    if (!ok) throw new Error("a cell with one expression failed without a reason");
    return "and runs a cell that uses the package";
  } finally {
    kernel.close();
  }
}

function placeOf({ user, prefix, sysPrefix }: KernelFlags): SpecPlace {
  const given = [user, prefix, sysPrefix].filter((flag) => flag !== undefined && flag !== false);
  if (given.length > 1)
    throw new InputError({
      where: "--user, --prefix, --sys-prefix",
      problem: "name three places, of which one is used",
      arrived: `${given.length} of them`,
      fix: "give one, or none for --user",
    });
  return { prefix, sysPrefix };
}
