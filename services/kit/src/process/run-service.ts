import { z } from "zod";
import type { ServiceName } from "../database/provision.js";
import { originsIn } from "../http/guarded-get.js";
import type { ServiceOptions } from "../subgraph/open-service.js";
import type { Service } from "../subgraph/service.js";
import { serveSubgraph } from "../subgraph/subgraph-server.js";
import { systemClock } from "./clock.js";
import { drainOnSignal } from "./drain.js";
import { createLog } from "./log.js";

const variables = z.object({
  /** Of the service's own login role. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PORT: z.coerce.number().int().min(1).max(65_535),
  HOST: z.string().default("127.0.0.1"),
  TIERGRAPH_SECRET: z.string().min(32),
  TIERGRAPH_GATEWAY_SECRET: z.string().min(32),
  /** Shared by all processes of the service. */
  TIERGRAPH_FILES: z.string().optional(),
  /** Addresses that may be probed though they are none of the public net, parted by commas. */
  TIERGRAPH_PROBES: z.string().optional(),
  /** `development` and `test` check the rows of statements. */
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Runs one service as a process of its own: serves its subgraph to the gateway and works on its events. */
export async function runService(
  name: ServiceName,
  open: (options: ServiceOptions) => Promise<Service>,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) console.error(`${path.join(".")}: ${message}`);
    process.exit(1);
  }
  const values = parsed.data;
  const log = createLog(name, values.LOG_LEVEL);
  const service = await open({
    databaseUrl: values.DATABASE_URL,
    secret: values.TIERGRAPH_SECRET,
    log,
    clock: systemClock,
    checksRows: values.NODE_ENV === "development" || values.NODE_ENV === "test",
    filesDirectory: values.TIERGRAPH_FILES,
    probedOrigins: originsIn(values.TIERGRAPH_PROBES),
  });
  await service.startJobs();
  const app = await serveSubgraph(service, {
    port: values.PORT,
    host: values.HOST,
    gatewaySecret: values.TIERGRAPH_GATEWAY_SECRET,
    log,
  });
  drainOnSignal(async () => {
    await app.close();
    await service.close();
  });
  log.info({ port: values.PORT }, "ready");
}
