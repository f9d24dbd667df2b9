import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import type { JupyterHome } from "./jupyter-home.js";
import { jupyterBin, chromium as program } from "./optional-part.js";

/** A real JupyterLab, and a real browser that looks at it. */
export interface LabSession {
  /** Opens a notebook, as a person does who follows a link; closes the page before it. */
  open(notebook: string): Promise<Page>;
  close(): Promise<void>;
}

const TOKEN = "for-this-test-alone";
const START_MILLISECONDS = 90_000;

/** Starts both, and waits until the server answers. */
export async function labSession(home: JupyterHome): Promise<LabSession> {
  const port = await freePort();
  const server = spawn(
    `${jupyterBin}/jupyter-lab`,
    [
      "--no-browser",
      "--allow-root",
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      `--IdentityProvider.token=${TOKEN}`,
      `--ServerApp.root_dir=${home.notebooks}`,
      "--LabApp.news_url=",
    ],
    { env: home.env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4000);
    });
  const stop = (): void => {
    server.kill("SIGKILL");
  };
  process.once("exit", stop);
  let browser: Browser | null = null;
  try {
    await untilAnswers(`http://127.0.0.1:${port}/api/status?token=${TOKEN}`);
    browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  } catch (error) {
    stop();
    throw new Error(`JupyterLab did not start; it said:\n${said}`, { cause: error });
  }
  const shared = browser;
  let opened = 0;
  return {
    open: async (notebook) => {
      // A workspace of its own, or the page would open the tabs of the one before it too.
      const place = `lab/workspaces/page-${++opened}/tree/${notebook}`;
      await Promise.all(shared.contexts().map((context) => context.close()));
      const context = await shared.newContext({ viewport: { width: 1100, height: 900 } });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/${place}?token=${TOKEN}`);
      await page.locator(".jp-Notebook .jp-Cell").first().waitFor({ timeout: START_MILLISECONDS });
      await kernelIdle(page);
      return page;
    },
    close: async () => {
      await shared.close();
      await shutKernels(port);
      stop();
      process.off("exit", stop);
    },
  };
}

/** Waits until the status bar says that the kernel is there and has nothing to do. */
export async function kernelIdle(page: Page): Promise<void> {
  const status = page.locator("#jp-main-statusbar").getByText(/\| Idle/);
  await status.waitFor({ timeout: START_MILLISECONDS });
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`no answer from ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Kernels are children of the server and would outlive it. */
async function shutKernels(port: number): Promise<void> {
  const api = `http://127.0.0.1:${port}/api/kernels`;
  const headers = { Authorization: `token ${TOKEN}` };
  const kernels = (await (await fetch(api, { headers })).json()) as { id: string }[];
  for (const { id } of kernels) await fetch(`${api}/${id}`, { method: "DELETE", headers });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}
