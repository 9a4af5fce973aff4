import cluster from "node:cluster";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Registry } from "prom-client";

/** A number that only grows, by the values of one label. */
export interface Counted {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly read: () => Readonly<Record<string, number>>;
}

/** `/healthz` (alive), `/readyz` (200 only while everything is served) and `/metrics` (Prometheus). */
export function serveOperations(
  app: FastifyInstance,
  isReady: () => Promise<boolean>,
  counted: readonly Counted[] = [],
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
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    const ready = await isReady().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return registry;
}
