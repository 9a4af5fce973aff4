import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { processFile } from "@tiergraph/installation/root";

export interface ImportResult {
  readonly exitCode: number | null;
  /** What standard output says, by its labels: `{ "lines read": 8800, … }`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly complaint: string;
  /** Content of the file of refused lines; null where none was left. */
  readonly refused: string | null;
}

export interface RunningImport {
  readonly child: ChildProcess;
  readonly result: Promise<ImportResult>;
}

/** Runs `npm run import` against a running Tiergraph, in the folder of the refused file. */
export function startImport(running: { url: string; directory: string }, args: readonly string[]): RunningImport {
  const refused = path.join(running.directory, "refused.csv");
  const child = spawn(
    process.execPath,
    [processFile("command-import"), ...args, "--url", `${running.url}/graphql`, "--refused", refused],
    { env: { ...process.env, TIERGRAPH_DATA: running.directory }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let stdout = "";
  let complaint = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const result = new Promise<ImportResult>((resolve) =>
    child.once("close", (exitCode) =>
      resolve({
        exitCode,
        complaint,
        counts: Object.fromEntries(
          [...stdout.matchAll(/^(.+?): (\d+)\b/gm)].map(([, label, count]) => [label, Number(count)]),
        ),
        refused: fs.existsSync(refused) ? fs.readFileSync(refused, "utf8") : null,
      }),
    ),
  );
  return { child, result };
}
