import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";

/** `/healthz` (alive), `/readyz` (200 only while everything is served) and `/metrics` (Prometheus). */
export function serveOperations(app: FastifyInstance, isReady: () => Promise<boolean>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return registry;
}
