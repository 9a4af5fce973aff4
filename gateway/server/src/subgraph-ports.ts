import net from "node:net";
import { EnvironmentRefused } from "@tiergraph/installation/environment";
import { SERVICES, type ServiceName } from "@tiergraph/kit/database/provision";
import { z } from "zod";

export type SubgraphPorts = Readonly<Record<ServiceName, number>>;

/** Where each subgraph listens in distributed mode, unless configured otherwise. The supergraph has these. */
export const SUBGRAPH_PORTS: SubgraphPorts = { partners: 4001, metrics: 4002, benefits: 4003, enablement: 4004 };

const port = z.coerce.number().int().min(1).max(65_535);
const variableOf = (name: ServiceName): string => `${name.toUpperCase()}_PORT`;

/**
 * Where distributed mode lets each subgraph listen: `PARTNERS_PORT` and so on. Where left out, the port is that of the
 * supergraph, so that any router finds the subgraphs there.
 *
 * @throws EnvironmentRefused naming the variable that holds no port, or two that hold the same
 */
export function subgraphPorts(env: NodeJS.ProcessEnv, gatewayPort: number): SubgraphPorts {
  const takenBy = new Map<number, string>([[gatewayPort, "PORT"]]);
  const ports = SERVICES.map((name) => {
    const variable = variableOf(name);
    const parsed = port.safeParse(env[variable] || SUBGRAPH_PORTS[name]);
    if (!parsed.success) throw new EnvironmentRefused(`${variable}: not a port`);
    const other = takenBy.get(parsed.data);
    if (other !== undefined)
      throw new EnvironmentRefused(`${other} and ${variable} are both ${parsed.data}: change one of them`);
    takenBy.set(parsed.data, variable);
    return [name, parsed.data] as const;
  });
  return Object.fromEntries(ports) as SubgraphPorts; // One entry a name of SERVICES.
}

/** @throws EnvironmentRefused naming each port that something else listens on, and the variable that chooses another */
export async function refuseTakenPorts(ports: SubgraphPorts): Promise<void> {
  const checked = SERVICES.map(async (name) =>
    (await isFree(ports[name]))
      ? []
      : [`Port ${ports[name]} of ${name} is taken: end what listens there, or choose another by ${variableOf(name)}.`],
  );
  const problems = (await Promise.all(checked)).flat();
  if (problems.length > 0) throw new EnvironmentRefused(problems.join("\n"));
}

/** Any other error of listening shows itself when the subgraph starts. */
const isFree = (wanted: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    server.listen(wanted, "127.0.0.1", () => server.close(() => resolve(true)));
  });
