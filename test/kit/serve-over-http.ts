import type { EmbeddedServices } from "@tiergraph/gateway-server/embedded";
import { httpSource, subgraphAgent } from "@tiergraph/gateway-server/graph/http-source";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { subgraphTokens } from "@tiergraph/kit/identity/subgraph-token";
import type { Logger } from "@tiergraph/kit/process/log";
import { serveSubgraph } from "@tiergraph/kit/subgraph/subgraph-server";
import { SECRET } from "./secrets.js";

const TIMEOUT_MS = 20_000;

/** Serves the subgraphs over HTTP, as processes of their own do; answers how a gateway asks them. */
export async function serveOverHttp(services: EmbeddedServices, log: Logger) {
  const [agent, tokenFor] = [subgraphAgent(), subgraphTokens(SECRET, () => Date.now())];
  const served = await Promise.all(
    SERVICES.map(async (name) => {
      const port = await freePort();
      const app = await serveSubgraph(services[name], { port, host: "127.0.0.1", gatewaySecrets: [SECRET], log });
      return { name, app, url: `http://127.0.0.1:${port}/graphql` };
    }),
  );
  const urls = new Map(served.map(({ name, url }) => [name, url]));
  return {
    sourceOf: (service: ServiceName) =>
      httpSource({ service, url: urls.get(service) ?? "", timeoutMs: TIMEOUT_MS, tokenFor, agent, log }),
    async close() {
      await Promise.all(served.map(({ app }) => app.close()));
      await agent.close();
    },
  };
}
