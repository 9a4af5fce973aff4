import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { migrateAll } from "@tiergraph/gateway-server/embedded";
import { ROOT } from "@tiergraph/installation/root";
import { startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import type { TestProject } from "vitest/node";
import { SECRET } from "./secrets.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Owner's connection string of an empty, migrated database: copied, never used. */
    templateUrl: string;
  }
}

// What tests start as processes is what was built of the sources that they are tested with.
const BUILD = path.join(ROOT, "gateway/bundle.mjs");

interface Shared {
  readonly started: Promise<{ ownerUrl: string; stop(): Promise<void> }>;
  users: number;
}
/** Each of the projects is set up, one after another in one process: the first starts what the last one stops. */
const inProcess = globalThis as { sharedOfTests?: Shared };

/** One PostgreSQL for the whole run; each test file works on a copy of one migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  inProcess.sharedOfTests ??= { started: start(), users: 0 };
  const shared = inProcess.sharedOfTests;
  shared.users++;
  const { ownerUrl, stop } = await shared.started;
  project.provide("templateUrl", ownerUrl);
  return async () => {
    if (--shared.users === 0) await stop();
  };
}

async function start() {
  execFileSync(process.execPath, [BUILD], { stdio: "inherit" });
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph test "));
  const postgres = await startEmbeddedPostgres({ directory, database: "template_of_tests", isDurable: false });
  await migrateAll(postgres.ownerUrl, SECRET);
  return {
    ownerUrl: postgres.ownerUrl,
    async stop() {
      await postgres.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
