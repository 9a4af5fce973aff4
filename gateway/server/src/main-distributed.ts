import { fork } from "node:child_process";
import path from "node:path";
import { type Environment, readEnvironment } from "@tiergraph/installation/environment";
import { processFile, ROOT } from "@tiergraph/installation/root";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { drainOnSignal } from "@tiergraph/kit/process/drain";
import { type KeptChild, keepChild } from "@tiergraph/kit/process/keep-child";
import { createLog, type Logger } from "@tiergraph/kit/process/log";
import { migrateAll } from "./embedded.js";
import { orExplain } from "./or-explain.js";
import { openPostgres } from "./postgres/open-postgres.js";
import { refuseTakenPorts, type SubgraphPorts, subgraphPorts } from "./subgraph-ports.js";

/** The distributed mode on one machine: each subgraph and the gateway a process of its own; one that dies is started again. */
async function start(environment: Environment, ports: SubgraphPorts): Promise<void> {
  await refuseTakenPorts(ports);
  const { secret, gatewaySecrets } = environment.secrets;
  const log = createLog("tiergraph", environment.logLevel);
  const postgres = await openPostgres(environment.databaseUrl, environment.dataDirectory, log);
  await migrateAll(postgres.ownerUrl, secret);
  const shared = { ...process.env, TIERGRAPH_SECRET: secret, TIERGRAPH_GATEWAY_SECRET: gatewaySecrets[0] };

  const services = SERVICES.map((name) =>
    keep(name, log, {
      ...shared,
      DATABASE_URL: serviceUrl(postgres.ownerUrl, name, secret),
      TIERGRAPH_FILES: path.join(environment.dataDirectory, "files"),
      PORT: String(ports[name]),
      HOST: "127.0.0.1",
      // The gateway, which ends first, waits for balancers; nothing else sends requests to a subgraph.
      DRAIN_MS: "0",
    }),
  );
  const urls = SERVICES.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`]);
  const gateway = keep("main-gateway", log, { ...shared, ...Object.fromEntries(urls), DATABASE_URL: "" });

  drainOnSignal({
    stop: async () => {
      await gateway.stop();
      await Promise.all(services.map((service) => service.stop()));
      await postgres.stop();
    },
    limitMs: environment.drainMs + 20_000,
  });
}

/** Keeps one of the processes running. Where one cannot start, it has said why, and all of them end. */
const keep = (name: string, log: Logger, env: NodeJS.ProcessEnv): KeptChild =>
  keepChild({
    start: () => fork(processFile(name), { env, execArgv: ["--enable-source-maps"], detached: true }),
    onEnd: (end, pauseMs) => log.error({ end, pauseMs }, `${name} ended and is started again`),
    onRefuse: (code) => process.exit(code),
  });

await orExplain(async () => {
  const environment = readEnvironment(process.env, ROOT);
  await start(environment, subgraphPorts(process.env, environment.port));
});
