import path from "node:path";
import { type Environment, readEnvironment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { subgraphTokens } from "@tiergraph/kit/identity/subgraph-token";
import { systemClock } from "@tiergraph/kit/process/clock";
import { drainOnSignal } from "@tiergraph/kit/process/drain";
import { STARTED } from "@tiergraph/kit/process/keep-child";
import { createLog } from "@tiergraph/kit/process/log";
import { request } from "undici";
import { httpSource, subgraphAgent } from "./graph/http-source.js";
import { greet } from "./greet.js";
import { openGateway } from "./open-gateway.js";
import { orExplain } from "./or-explain.js";
import { loadSample } from "./sample/load-sample.js";
import { type SubgraphUrls, subgraphUrls } from "./subgraph-urls.js";

const READY_TIMEOUT_MS = 2_000;
const POLL_MS = 100;

/** The gateway alone, in front of subgraphs that run elsewhere. */
async function start(environment: Environment, urls: SubgraphUrls): Promise<void> {
  const log = createLog("gateway", environment.logLevel);
  const agent = subgraphAgent();
  const tokenFor = subgraphTokens(environment.secrets.gatewaySecrets[0] ?? "", () => systemClock.now().getTime());
  let isLoaded = false;
  const gateway = await openGateway({
    environment,
    sourceOf: (service) =>
      httpSource({ service, url: urls[service], timeoutMs: environment.subgraphTimeoutMs, tokenFor, agent, log }),
    services: async () => (isLoaded ? statesOf(urls) : null),
    changes: () => null,
    log,
  });
  await gateway.listen();
  process.send?.(STARTED);
  drainOnSignal({
    onLeave: () => {
      isLoaded = false;
    },
    leaveMs: environment.drainMs,
    stop: async () => {
      await gateway.close();
      await agent.close();
    },
  });
  while (!Object.values(await statesOf(urls)).every(Boolean))
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  await loadSample(gateway.graph, {
    isWanted: environment.loadsSample,
    markerFile: path.join(environment.dataDirectory, "sample.loading"),
    clock: systemClock,
  });
  await greet(gateway, environment, "its subgraphs in processes of their own");
  isLoaded = true;
}

async function statesOf(urls: SubgraphUrls): Promise<Record<ServiceName, boolean>> {
  const isReady = async (name: ServiceName) => {
    const response = await request(new URL("/readyz", urls[name]), { signal: AbortSignal.timeout(READY_TIMEOUT_MS) });
    await response.body.dump();
    return response.statusCode === 200;
  };
  const states = SERVICES.map(async (name) => [name, await isReady(name).catch(() => false)] as const);
  return Object.fromEntries(await Promise.all(states)) as Record<ServiceName, boolean>; // One entry a name of SERVICES.
}

await orExplain(async () => start(readEnvironment(process.env, ROOT), subgraphUrls(process.env)));
