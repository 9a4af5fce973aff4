import { spawn } from "node:child_process";
import { processFile, ROOT } from "@tiergraph/installation/root";

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built command, as npm does. */
export function runCommand(name: string, args: readonly string[]): Promise<CommandResult> {
  const file = processFile(`command-${name}`);
  const child = spawn(process.execPath, [file, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].on("data", (chunk) => {
      said[stream] += chunk;
    });
  return new Promise((resolve) => child.once("close", (exitCode) => resolve({ exitCode, ...said })));
}
