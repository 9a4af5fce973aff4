import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { type Environment, readEnvironment } from "@tiergraph/installation/environment";
import { processFile, ROOT } from "@tiergraph/installation/root";
import { SERVICES, serviceUrl } from "@tiergraph/kit/database/provision";
import { drainOnSignal } from "@tiergraph/kit/process/drain";
import { createLog } from "@tiergraph/kit/process/log";
import { migrateAll } from "./embedded.js";
import { orExplain } from "./or-explain.js";
import { openPostgres } from "./postgres/open-postgres.js";
import { refuseTakenPorts, type SubgraphPorts, subgraphPorts } from "./subgraph-ports.js";

/** The distributed mode on one machine: each subgraph and the gateway a process of its own, none of them restarted. */
async function start(environment: Environment, ports: SubgraphPorts): Promise<void> {
  await refuseTakenPorts(ports);
  const { secret, gatewaySecret } = environment.secrets;
  const log = createLog("tiergraph", environment.logLevel);
  const postgres = await openPostgres(environment.databaseUrl, environment.dataDirectory, log);
  await migrateAll(postgres.ownerUrl, secret);
  const shared = { ...process.env, TIERGRAPH_SECRET: secret, TIERGRAPH_GATEWAY_SECRET: gatewaySecret };

  const children = SERVICES.map((name) =>
    run(name, {
      ...shared,
      DATABASE_URL: serviceUrl(postgres.ownerUrl, name, secret),
      TIERGRAPH_FILES: path.join(environment.dataDirectory, "files"),
      PORT: String(ports[name]),
      HOST: "127.0.0.1",
    }),
  );
  const urls = SERVICES.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`]);
  const gateway = run("main-gateway", {
    ...shared,
    ...Object.fromEntries(urls),
    DATABASE_URL: "",
  });
  // Ends with its gateway: without one the other services serve nobody.
  gateway.once("exit", (code) => process.exit(code ?? 1));

  drainOnSignal(async () => {
    gateway.removeAllListeners("exit");
    await end(gateway);
    await Promise.all(children.map(end));
    await postgres.stop();
  });
}

function run(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = fork(processFile(name), { env, execArgv: ["--enable-source-maps"], detached: true });
  child.once("exit", (code, signal) => console.error(`${name} (process ${child.pid}) ended: ${signal ?? code}`));
  return child;
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

await orExplain(async () => {
  const environment = readEnvironment(process.env, ROOT);
  await start(environment, subgraphPorts(process.env, environment.port));
});
