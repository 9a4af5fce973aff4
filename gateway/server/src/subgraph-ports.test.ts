import net from "node:net";
import { EnvironmentRefused } from "@tiergraph/installation/environment";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { readSupergraph } from "@tiergraph/schema/schema-files";
import { expect, test } from "vitest";
import { refuseTakenPorts, subgraphPorts } from "./subgraph-ports.js";

test("subgraphs listen where the supergraph says that they are", () => {
  const supergraph = readSupergraph();
  const ports = subgraphPorts({}, 4000);
  for (const name of SERVICES)
    expect(supergraph).toContain(`@join__graph(name: "${name}", url: "http://127.0.0.1:${ports[name]}/graphql")`);
});

test("a subgraph may listen elsewhere, the others stay where they are", () => {
  expect(subgraphPorts({ METRICS_PORT: "5002", PARTNERS_PORT: "" }, 4000)).toEqual({
    partners: 4001,
    metrics: 5002,
    benefits: 4003,
    enablement: 4004,
  });
});

test.each(["0", "65536", "four", "4002.5"])("%s is no port", (given) => {
  expect(() => subgraphPorts({ METRICS_PORT: given }, 4000)).toThrow("METRICS_PORT: not a port");
});

test("two processes that were given one port are refused, the gateway included", () => {
  expect(() => subgraphPorts({}, 4003)).toThrow("PORT and BENEFITS_PORT are both 4003");
  expect(() => subgraphPorts({ METRICS_PORT: "4001" }, 4000)).toThrow("PARTNERS_PORT and METRICS_PORT are both 4001");
});

test("a taken port is refused with the service and the variable that chooses another", async () => {
  const other = net.createServer();
  const taken = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as net.AddressInfo).port)),
  );
  const [partners, benefits, enablement] = [await freePort(), await freePort(), await freePort()];
  const ports = { partners, metrics: taken, benefits, enablement };
  await expect(refuseTakenPorts(ports)).rejects.toThrow(EnvironmentRefused);
  await expect(refuseTakenPorts(ports)).rejects.toThrow(
    `Port ${taken} of metrics is taken: end what listens there, or choose another by METRICS_PORT.`,
  );
  await new Promise((resolve) => other.close(resolve));
  await expect(refuseTakenPorts(ports)).resolves.toBeUndefined();
});
