import type { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export interface ConnectionTimes {
  /** For the head of a request, and for a connection over which nothing comes at all. */
  readonly headMs?: number;
  /** For a whole request. */
  readonly requestMs?: number;
}

/** What a server is opened with so that requests which never end do not hold their connections: 408 ends them. */
export const connectionTimes = ({ headMs = 15_000, requestMs = 60_000 }: ConnectionTimes = {}) => ({
  requestTimeout: requestMs,
  // `requestTimeout` stands here as well, since Node wants the head's time within it.
  http: {
    headersTimeout: headMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(1_000, Math.ceil(headMs / 4)),
  },
});

/** How long a connection too many may wait before it asks, and is refused. */
const EXCESS_MS = 1_000;

/**
 * Bounds the connections that one address holds. A request over one too many is given to `refuse`, whose answer closes it.
 */
export function boundConnections(
  app: FastifyInstance,
  { perAddress, refuse }: { perAddress: number; refuse: (request: FastifyRequest, reply: FastifyReply) => unknown },
): void {
  const open = new Map<string, number>();
  const excess = new WeakSet<Socket>();
  app.server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count <= perAddress) return;
    excess.add(socket);
    const waiting = setTimeout(() => socket.destroy(), EXCESS_MS).unref();
    socket.once("close", () => clearTimeout(waiting));
  });
  app.addHook("onRequest", async (request, reply) => {
    if (!excess.has(request.raw.socket)) return;
    reply.header("connection", "close");
    await refuse(request, reply);
  });
}
