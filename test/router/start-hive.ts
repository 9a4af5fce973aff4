import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES } from "@tiergraph/kit/database/provision";
import type { Endpoint } from "./ask.js";

const FOLDER = path.join(ROOT, "gateway/hive");
const CLI = path.join(FOLDER, "node_modules/@graphql-hive/gateway/dist/bin.js");
const READY_WITHIN_MS = 60_000;

export interface RunningHive extends Endpoint {
  stop(): Promise<void>;
}

/** Installs Hive Gateway where it is not: no other command does. */
export function installHive(): void {
  if (fs.existsSync(CLI)) return;
  console.log("Installing Hive Gateway …");
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel", "error"];
  execFileSync("npm", ["install", ...quiet], { cwd: FOLDER, stdio: "inherit" });
}

/** Runs Hive Gateway with the configuration of `gateway/hive`, in front of the subgraphs of a distributed installation. */
export async function startHive(installation: NodeJS.ProcessEnv): Promise<RunningHive> {
  const port = await freePort();
  const urls = SERVICES.map((name) => {
    const variable = name.toUpperCase();
    return [`${variable}_URL`, `http://127.0.0.1:${installation[`${variable}_PORT`]}/graphql`];
  });
  const child = spawn(process.execPath, [CLI, "supergraph"], {
    cwd: FOLDER,
    env: { ...installation, ...Object.fromEntries(urls), PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output = `${output}${chunk}`.slice(-4_000);
    });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`Hive Gateway did not become ready: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    name: "Hive Gateway",
    url,
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
