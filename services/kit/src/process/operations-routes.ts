import cluster from "node:cluster";
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { hashOfSecret } from "../values/secret.js";
import { type Readiness, readyOrNot } from "./readiness.js";

/** A number that only grows, by the values of one label. */
export interface Counted {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly read: () => Readonly<Record<string, number>>;
}

/** Who may read metrics: everybody, nobody, or who shows the token. */
export type MetricsAccess = "everybody" | "nobody" | { readonly token: string };

/** With a token who shows it; without one everybody in development, and in production nobody. */
export const metricsAccessOf = (token: string | null | undefined, isProduction: boolean): MetricsAccess =>
  token ? { token } : isProduction ? "nobody" : "everybody";

export interface OperationsOptions {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: MetricsAccess;
  readonly counted?: readonly Counted[];
}

/** `/healthz` (alive), `/readyz` (503 where it should be asked nothing) and `/metrics` (Prometheus). */
export function serveOperations(
  app: FastifyInstance,
  { readiness, metrics, counted = [] }: OperationsOptions,
): Registry {
  const registry = new Registry();
  // Of several workers on one port, any answers: its numbers are its own.
  if (cluster.worker !== undefined) registry.setDefaultLabels({ worker: String(cluster.worker.id) });
  collectDefaultMetrics({ register: registry });
  for (const { name, help, label, read } of counted)
    new Counter({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect() {
        this.reset();
        for (const [value, count] of Object.entries(read())) this.inc({ [label]: value }, count);
      },
    });
  const current = (): Promise<Readiness> => readiness().catch(() => readyOrNot(false));
  new Gauge({
    name: "tiergraph_ready",
    help: "1 where this process, or a part of it, is ready; `part` is `process` for the whole.",
    labelNames: ["part"],
    registers: [registry],
    async collect() {
      this.reset();
      const { status, parts } = await current();
      this.set({ part: "process" }, status === "not ready" ? 0 : 1);
      for (const [part, said] of Object.entries(parts)) this.set({ part }, said === "ready" ? 1 : 0);
    },
  });
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const { status, parts } = await current();
    const body = Object.keys(parts).length === 0 ? { status } : { status, parts };
    return reply.code(status === "not ready" ? 503 : 200).send(body);
  });
  app.get("/metrics", async (request, reply) =>
    isAllowed(metrics, request.headers.authorization)
      ? reply.type(registry.contentType).send(await registry.metrics())
      : reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .type("text/plain; charset=utf-8")
          .send("Metrics are read with the token of METRICS_TOKEN.\n"),
  );
  return registry;
}

const isAllowed = (access: MetricsAccess, authorization: string | undefined): boolean =>
  typeof access === "string"
    ? access === "everybody"
    : timingSafeEqual(
        Buffer.from(hashOfSecret(`Bearer ${access.token}`)),
        Buffer.from(hashOfSecret(authorization ?? "")),
      );
