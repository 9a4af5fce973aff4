import { EnvironmentRefused } from "@tiergraph/installation/environment";
import { DatabaseRefused } from "@tiergraph/kit/database/provision";
import { WorkerRefused } from "./workers.js";

/** Runs a process's start; an error that a person can mend is printed without a stack, and ends the process. */
export async function orExplain(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const isExpected =
      error instanceof EnvironmentRefused ||
      error instanceof DatabaseRefused ||
      error instanceof WorkerRefused ||
      isPortTaken(error);
    console.error(isExpected ? (error as Error).message : error);
    process.exit(1);
  }
}

const isPortTaken = (error: unknown): boolean => (error as { code?: unknown }).code === "EADDRINUSE";
