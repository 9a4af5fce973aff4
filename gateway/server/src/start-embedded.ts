import path from "node:path";
import type { Environment } from "@tiergraph/installation/environment";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { systemClock } from "@tiergraph/kit/process/clock";
import { drainOnSignal } from "@tiergraph/kit/process/drain";
import type { Logger } from "@tiergraph/kit/process/log";
import { changesOf, migrateAll, openServices, statesOf } from "./embedded.js";
import { inProcessSource } from "./graph/in-process-source.js";
import { greet } from "./greet.js";
import { openGateway } from "./open-gateway.js";
import type { OpenPostgres } from "./postgres/open-postgres.js";
import { loadSample } from "./sample/load-sample.js";
import { poolSizeOf, startWorkers, type Workers } from "./workers.js";

/** For what was begun when the process is asked to end. */
const LIMIT_MS = 10_000;

/**
 * The embedded mode: everything in this process but PostgreSQL, which is its child, and the workers that answer requests
 * where there are several.
 */
export async function startEmbedded(environment: Environment, postgres: OpenPostgres, log: Logger): Promise<void> {
  const { secret } = environment.secrets;
  await migrateAll(postgres.ownerUrl, secret);
  const services = await openServices({
    ownerUrl: postgres.ownerUrl,
    secret,
    log,
    clock: systemClock,
    filesDirectory: path.join(environment.dataDirectory, "files"),
    probedOrigins: environment.probedOrigins,
    maxConnections: poolSizeOf(environment.workers),
  });
  let isLoaded = false;
  const areJobsRunning = async () => Object.values(await statesOf(services)).every(Boolean);
  const gateway = await openGateway({
    environment,
    sourceOf: (name) => inProcessSource(services[name], log),
    services: async () => (isLoaded ? statesOf(services) : null),
    changes: () => changesOf(services),
    log,
  });
  // Not while the gateway builds its schema: on a busy machine that takes longer than a queue waits for its connection.
  await Promise.all(SERVICES.map((name) => services[name].startJobs()));
  const answersItself = environment.workers === 1;
  if (answersItself) await gateway.listen();
  let workers: Workers | null = null;
  let isDraining = false;
  drainOnSignal({
    onLeave: () => {
      isDraining = true;
      isLoaded = false;
    },
    // Workers wait for balancers themselves.
    leaveMs: answersItself ? environment.drainMs : 0,
    stop: async () => {
      await workers?.stop();
      await gateway.close();
      await Promise.all(SERVICES.map((name) => services[name].close()));
      await postgres.stop();
    },
    limitMs: answersItself ? LIMIT_MS : environment.drainMs + 2 * LIMIT_MS,
  });
  await loadSample(gateway.graph, {
    isWanted: environment.loadsSample,
    markerFile: path.join(environment.dataDirectory, "sample.loading"),
    clock: systemClock,
  });
  if (!answersItself) {
    const env = { DATABASE_URL: postgres.ownerUrl };
    workers = startWorkers({ count: environment.workers, env, areJobsRunning, log });
    await workers.ready;
  }
  if (isDraining) return;
  await greet(gateway, environment, postgres.title);
  isLoaded = true;
}
