import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { type TokenTrust, viewerOfClientToken } from "@tiergraph/installation/client-tokens";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { serveOperations } from "@tiergraph/kit/process/operations-routes";
import type { PlaygroundConfig } from "@tiergraph/playground/playground-config";
import { servePlayground } from "@tiergraph/playground/serve-playground";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { ExportSource } from "./export/export-source.js";
import { serveExports } from "./export/serve-exports.js";
import type { RequestContext } from "./graph/request-context.js";
import type { PublicSource } from "./public/public-source.js";
import { servePublic } from "./public/serve-public.js";

export interface GatewayServerOptions {
  readonly graph: ApolloServer<RequestContext>;
  readonly trust: TokenTrust;
  readonly port: number;
  readonly host: string;
  readonly isReady: () => Promise<boolean>;
  readonly exports: ExportSource;
  readonly open: PublicSource;
  readonly playground: { readonly directory: string; readonly config: (isAtThisMachine: boolean) => PlaygroundConfig };
}

/** A batch of 1,000 facts, with room. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Serves the graph at `/graphql`, the playground at `/`, and what operators ask for. */
export async function serveGateway(options: GatewayServerOptions): Promise<FastifyInstance> {
  const { graph, trust, port, host, isReady, playground } = options;
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: "idle" });
  serveOperations(app, isReady);
  await servePlayground(app, playground);
  const viewerOf = (authorization: string | undefined): Promise<Viewer | null> =>
    viewerOfClientToken(trust, /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "");
  servePublic(app, options.open);
  serveExports(app, { source: options.exports, viewerOf });
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    // Before the body is read: nothing is parsed for a client without a token.
    preParsing: async (request, reply) => {
      const viewer = await viewerOf(request.headers.authorization);
      if (viewer === null) {
        const error = { message: "A valid token is needed.", extensions: { code: "UNAUTHENTICATED" } };
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send({ errors: [error] });
      }
      viewers.set(request, viewer);
    },
    handler: fastifyApolloHandler(graph, {
      context: async (request, reply) => {
        const viewer = viewers.get(request);
        if (viewer === undefined) throw new Error("A request passed without its token being read");
        const requestId = randomUUID();
        reply.header("x-request-id", requestId);
        return { viewer, requestId };
      },
    }),
  });
  app.addHook("onClose", () => graph.stop());
  await app.listen({ port, host });
  return app;
}
