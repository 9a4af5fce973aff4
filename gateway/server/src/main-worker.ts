import path from "node:path";
import { type Environment, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { systemClock } from "@tiergraph/kit/process/clock";
import { drainOnSignal } from "@tiergraph/kit/process/drain";
import { createLog } from "@tiergraph/kit/process/log";
import { changesOf, openServices, statesOf } from "./embedded.js";
import { inProcessSource } from "./graph/in-process-source.js";
import { firstPartners } from "./greet.js";
import { openGateway } from "./open-gateway.js";
import { orExplain } from "./or-explain.js";
import { poolSizeOf, type QueueState } from "./workers.js";

/** One of several processes of the embedded mode that answer requests; the main one migrates and works on the queues. */
async function start({ databaseUrl, ...environment }: Environment): Promise<void> {
  if (databaseUrl === null) throw new Error("A worker is started by the main process, which names the database");
  const log = createLog("tiergraph", environment.logLevel);
  let areJobsRunning = true;
  let isLeaving = false;
  process.on("message", (state: QueueState) => {
    areJobsRunning = state.areJobsRunning;
  });
  const services = await openServices({
    ownerUrl: databaseUrl,
    secret: environment.secrets.secret,
    log,
    clock: systemClock,
    filesDirectory: path.join(environment.dataDirectory, "files"),
    probedOrigins: environment.probedOrigins,
    maxConnections: poolSizeOf(environment.workers),
  });
  const gateway = await openGateway({
    environment: { ...environment, databaseUrl },
    sourceOf: (name) => inProcessSource(services[name], log),
    services: async () => (isLeaving ? null : { ...(await statesOf(services)), jobs: areJobsRunning }),
    changes: () => changesOf(services),
    log,
  });
  const partners = await firstPartners(gateway);
  await gateway.bindPlayground(partners.map(({ id }) => id));
  drainOnSignal({
    onLeave: () => {
      isLeaving = true;
    },
    leaveMs: environment.drainMs,
    stop: async () => {
      await gateway.close();
      await Promise.all(SERVICES.map((name) => services[name].close()));
    },
  });
  await gateway.listen();
}

await orExplain(async () => start(readEnvironment(process.env, ROOT)));
