import { EnvironmentRefused } from "@tiergraph/installation/environment";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { z } from "zod";
import { SUBGRAPH_PORTS } from "./subgraph-ports.js";

export type SubgraphUrls = Readonly<Record<ServiceName, string>>;

/**
 * Where the subgraphs are: `PARTNERS_URL` and so on, this machine's ports of distributed mode where left out.
 *
 * @throws EnvironmentRefused naming the variable that holds no address
 */
export function subgraphUrls(env: NodeJS.ProcessEnv): SubgraphUrls {
  const urls = SERVICES.map((name) => {
    const variable = `${name.toUpperCase()}_URL`;
    const url = z
      .url({ protocol: /^https?$/ })
      .safeParse(env[variable] || `http://127.0.0.1:${SUBGRAPH_PORTS[name]}/graphql`);
    if (!url.success) throw new EnvironmentRefused(`${variable}: not an http address`);
    return [name, url.data] as const;
  });
  return Object.fromEntries(urls) as SubgraphUrls; // One entry a name of SERVICES.
}
