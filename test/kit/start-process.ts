import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { processFile } from "@tiergraph/installation/root";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { FREE_SPENDING } from "./free-spending.js";

/** A Tiergraph in processes of its own, as `npm start` runs it: real signals, a real end. */
export interface RunningProcess {
  readonly url: string;
  readonly directory: string;
  readonly child: ChildProcess;
  /** What it was started with: where its subgraphs listen, for one. */
  readonly env: NodeJS.ProcessEnv;
  /** What it printed so far. */
  output(): string;
  /** A development token, made as `npm run token` makes it. */
  token(role: string, ...partnerIds: string[]): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export interface ProcessOptions {
  readonly mode: "main" | "main-distributed";
  /** Of an earlier process, to go on where that ended; a new one where left out. */
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly readyWithinMs?: number;
}

/** Starts it and waits until everything is served. Needs what was built, as every start does. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const directory = options.directory ?? fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph process "));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    SAMPLE: "off",
    LOG_LEVEL: "warn",
    ...FREE_SPENDING,
    ...(options.mode === "main-distributed" && (await freeSubgraphPorts())),
    ...options.env,
    TIERGRAPH_DATA: directory,
    PORT: String(port),
  };
  const child = spawn(process.execPath, ["--enable-source-maps", processFile(options.mode)], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child, { withinMs: options.readyWithinMs ?? 60_000, output: () => output });
  return {
    url,
    directory,
    child,
    env,
    output: () => output,
    token: (role, ...partnerIds) => printed(["token", role, ...partnerIds], env),
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Several tests at once run the distributed mode, each on ports of its own. */
export async function freeSubgraphPorts(): Promise<Record<string, string>> {
  const ports = SERVICES.map(async (name) => [`${name.toUpperCase()}_PORT`, String(await freePort())] as const);
  return Object.fromEntries(await Promise.all(ports));
}

async function untilReady(
  url: string,
  child: ChildProcess,
  { withinMs, output }: { withinMs: number; output: () => string },
) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not become ready: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a command of the product prints. */
function printed([command = "", ...args]: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [processFile(`command-${command}`), ...args], { env });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => child.once("exit", () => resolve(text.trim())));
}
