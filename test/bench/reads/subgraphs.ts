import { type ChildProcess, fork } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { processFile } from "@tiergraph/installation/root";
import { freePort } from "@tiergraph/kit/database/embedded-postgres";
import { SERVICES, type ServiceName, serviceUrl } from "@tiergraph/kit/database/provision";
import { subgraphTokens } from "@tiergraph/kit/identity/subgraph-token";
import type { Viewer } from "@tiergraph/kit/identity/viewer";

/** The product's subgraphs behind another gateway: each a process of its own, a child of the gateway's. */
export interface Subgraphs {
  readonly urls: Readonly<Record<ServiceName, string>>;
  /** What the product's gateway proves itself by. */
  readonly tokenFor: (service: ServiceName, viewer: Viewer) => Promise<string>;
}

/** Who asks, in every request of the benchmark. */
export const VIEWER: Viewer = { role: "PROGRAM_MANAGER", subject: "bench", partnerIds: "all" };

/** Reads DATABASE_URL, TIERGRAPH_SECRET and TIERGRAPH_GATEWAY_SECRET; the base is migrated. They end with this process. */
export async function startSubgraphs(): Promise<Subgraphs> {
  const { DATABASE_URL = "", TIERGRAPH_SECRET = "", TIERGRAPH_GATEWAY_SECRET = "" } = process.env;
  const children: ChildProcess[] = [];
  process.once("SIGTERM", () => {
    for (const child of children) child.kill("SIGTERM");
    process.exit(0);
  });
  const started = SERVICES.map(async (name) => {
    const port = await freePort();
    const env = { ...process.env, DATABASE_URL: serviceUrl(DATABASE_URL, name, TIERGRAPH_SECRET), PORT: String(port) };
    const execArgv = ["--max-semi-space-size=64"];
    children.push(fork(processFile(name), { env, execArgv }));
    const url = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await setTimeout(100);
    return [name, `${url}/graphql`] as const;
  });
  const urls = Object.fromEntries(await Promise.all(started)) as Record<ServiceName, string>; // One entry a name.
  return { urls, tokenFor: subgraphTokens(TIERGRAPH_GATEWAY_SECRET, Date.now) };
}
