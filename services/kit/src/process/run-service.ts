import { z } from "zod";
import { type ServiceName, serviceUrl } from "../database/provision.js";
import { originsIn } from "../http/guarded-get.js";
import type { ServiceOptions } from "../subgraph/open-service.js";
import type { Service } from "../subgraph/service.js";
import { serveSubgraph } from "../subgraph/subgraph-server.js";
import { systemClock } from "./clock.js";
import { drainOnSignal } from "./drain.js";
import { STARTED } from "./keep-child.js";
import { createLog } from "./log.js";
import { metricsAccessOf } from "./operations-routes.js";

const variables = z.object({
  /** Of the service's own login role; without a user, of the role that `npm run migrate` made, by TIERGRAPH_SECRET. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PORT: z.coerce.number().int().min(1).max(65_535),
  HOST: z.string().default("127.0.0.1"),
  TIERGRAPH_SECRET: z.string().min(32),
  TIERGRAPH_GATEWAY_SECRET: z.string().min(32),
  /** While one secret is exchanged for another: tokens of both are taken. */
  TIERGRAPH_GATEWAY_SECRET_BEFORE: z.string().min(32).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  DRAIN_MS: z.coerce.number().int().min(0).max(600_000).optional(),
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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) console.error(`${path.join(".")}: ${message}`);
    process.exit(1);
  }
  const values = parsed.data;
  const isDevelopment = values.NODE_ENV === "development" || values.NODE_ENV === "test";
  const isProduction = values.NODE_ENV !== undefined && !isDevelopment;
  const { TIERGRAPH_GATEWAY_SECRET, TIERGRAPH_GATEWAY_SECRET_BEFORE } = values;
  const log = createLog(name, values.LOG_LEVEL);
  const service = await open({
    databaseUrl:
      new URL(values.DATABASE_URL).username === ""
        ? serviceUrl(values.DATABASE_URL, name, values.TIERGRAPH_SECRET)
        : values.DATABASE_URL,
    secret: values.TIERGRAPH_SECRET,
    log,
    clock: systemClock,
    checksRows: isDevelopment,
    filesDirectory: values.TIERGRAPH_FILES,
    probedOrigins: originsIn(values.TIERGRAPH_PROBES),
  });
  await service.startJobs();
  let isLeaving = false;
  const app = await serveSubgraph(service, {
    port: values.PORT,
    host: values.HOST,
    gatewaySecrets: [TIERGRAPH_GATEWAY_SECRET, TIERGRAPH_GATEWAY_SECRET_BEFORE].filter((one) => one !== undefined),
    isServing: () => !isLeaving,
    metrics: metricsAccessOf(values.METRICS_TOKEN, isProduction),
    log,
  });
  drainOnSignal({
    onLeave: () => {
      isLeaving = true;
    },
    leaveMs: values.DRAIN_MS ?? (isProduction ? 5_000 : 0),
    stop: async () => {
      await app.close();
      await service.close();
    },
  });
  process.send?.(STARTED);
  log.info({ port: values.PORT }, "ready");
}
