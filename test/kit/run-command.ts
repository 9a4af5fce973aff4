import { spawn } from "node:child_process";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built command of `gateway/cli/dist/commands`, as npm does. */
export function runCommand(name: string, args: readonly string[]): Promise<CommandResult> {
  const file = path.join(ROOT, `gateway/cli/dist/commands/${name}.js`);
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].on("data", (chunk) => {
      said[stream] += chunk;
    });
  return new Promise((resolve) => child.once("close", (exitCode) => resolve({ exitCode, ...said })));
}
