import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAtThisMachine } from "./is-at-this-machine.js";
import type { PlaygroundConfig } from "./playground-config.js";

/** Who asks for the settings. */
export interface AskedConfig {
  readonly isAtThisMachine: boolean;
  /** The header `authorization`. */
  readonly authorization: string | undefined;
}

/**
 * Serves the playground at `/`, its files under `/playground/assets/` and its settings at `/playground/config.json`.
 * `directory` is where `build.mjs` put it (`gateway/playground/dist/app`). When it was not built, `/` answers 503 and says so;
 * the graph itself is served all the same.
 */
export async function servePlayground(
  app: FastifyInstance,
  options: { directory: string; config: (asked: AskedConfig) => Promise<PlaygroundConfig> },
): Promise<void> {
  const page = await readPage(options.directory);
  if (page === undefined) {
    app.get("/", async (_request, reply) => reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT));
    return;
  }

  app.get("/", async (_request, reply) =>
    secured(reply).header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page),
  );

  // The settings can hold development tokens: never kept by a cache, never read by another site.
  app.get("/playground/config.json", async (request, reply) =>
    secured(reply)
      .header("cache-control", "no-store")
      .send(
        await options.config({
          isAtThisMachine: isLocal(app, request),
          authorization: request.headers.authorization,
        }),
      ),
  );

  await app.register(fastifyStatic, {
    root: join(options.directory, "assets"),
    prefix: "/playground/assets/",
    index: false,
    decorateReply: false,
    // The build lays a .gz beside each large file, so that nothing is compressed while someone waits.
    preCompressed: true,
    // Each file's name carries a hash of its content.
    maxAge: "365d",
    immutable: true,
    setHeaders: (reply) => void secured(reply),
  });
}

const isLocal = (app: FastifyInstance, request: FastifyRequest): boolean =>
  isAtThisMachine({
    boundTo: app.addresses().map((bound) => (typeof bound === "string" ? bound : bound.address)),
    peer: request.socket.remoteAddress,
    hostname: request.hostname,
    headers: request.headers,
  });

const NOT_BUILT = "The playground is not built. Run: node gateway/playground/build.mjs, then start again.\n";

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  // Monaco and the explorer set style attributes and add style elements while they run.
  "style-src 'self' 'unsafe-inline'",
  // GraphiQL's style sheet carries its fonts inside itself.
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

// Sent with the files too: a worker obeys the policy of its own file, not that of the page.
const SECURITY_HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

async function readPage(directory: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, "index.html"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function secured(reply: FastifyReply): FastifyReply {
  return reply.headers(SECURITY_HEADERS);
}
