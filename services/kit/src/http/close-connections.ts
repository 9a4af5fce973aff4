import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

const LOOKS_EVERY_MS = 50;

/**
 * Closes a server's connections as soon as nothing is asked over them. Node closes those that are idle at the moment of
 * closing; it would wait for minutes for what a browser opened ahead and never used, and for what a client that was just
 * answered keeps for its next request.
 */
export function closeConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  app.server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.server.on("request", ({ socket }) => unused.delete(socket));
  app.addHook("preClose", (done) => {
    for (const socket of unused) socket.destroy();
    const looking = setInterval(() => app.server.closeIdleConnections(), LOOKS_EVERY_MS);
    app.server.once("close", () => clearInterval(looking));
    done();
  });
}
