import { randomUUID } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { rememberedViewers, type TokenTrust } from "@tiergraph/installation/client-tokens";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { serveOperations } from "@tiergraph/kit/process/operations-routes";
import type { PlaygroundConfig } from "@tiergraph/playground/playground-config";
import { servePlayground } from "@tiergraph/playground/serve-playground";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { ExecutorCounts } from "./executor/executor.js";
import type { ExportSource } from "./export/export-source.js";
import { serveExports } from "./export/serve-exports.js";
import type { AnswerHot } from "./graph/answer-hot.js";
import type { RequestContext } from "./graph/request-context.js";
import { mark, StandingAnswers } from "./graph/standing-answers.js";
import type { PublicSource } from "./public/public-source.js";
import { servePublic } from "./public/serve-public.js";

export interface GatewayServerOptions {
  readonly graph: ApolloServer<RequestContext>;
  readonly answerHot: AnswerHot;
  readonly counts: ExecutorCounts;
  readonly trust: TokenTrust;
  readonly isReady: () => Promise<boolean>;
  /** Rises with every change of what services keep for all; null where nobody here would know. */
  readonly changes: () => number | null;
  readonly exports: ExportSource;
  readonly open: PublicSource;
  readonly playground: { readonly directory: string; readonly config: (isAtThisMachine: boolean) => PlaygroundConfig };
}

/** A batch of 1,000 facts, with room. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Where a request keeps its context from the moment its token is read. */
const CONTEXT = Symbol("context");
declare module "fastify" {
  interface FastifyRequest {
    [CONTEXT]: RequestContext | null;
  }
}

/** A server of the graph at `/graphql`, the playground at `/`, and what operators ask for; it does not listen yet. */
export async function serveGateway(options: GatewayServerOptions): Promise<FastifyInstance> {
  const { graph, answerHot, counts, trust, isReady, changes, playground } = options;
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: "idle" });
  serveOperations(app, isReady, [
    {
      name: "tiergraph_operations_total",
      help: "Operations by the executor that ran them: compiled, or the stock one for what is new or not compiled.",
      label: "executor",
      read: () => ({ ...counts }),
    },
  ]);
  await servePlayground(app, playground);
  const viewerOfToken = rememberedViewers(trust);
  const viewerOf = async (authorization: string | undefined): Promise<Viewer | null> =>
    viewerOfToken(/^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "");
  servePublic(app, options.open);
  serveExports(app, { source: options.exports, viewerOf });
  app.decorateRequest(CONTEXT, null);
  const contextOf = (request: FastifyRequest): RequestContext => {
    const context = request[CONTEXT];
    if (context === null) throw new Error("A request passed without its token being read");
    return context;
  };
  const standing = new StandingAnswers(changes);
  const answer = fastifyApolloHandler(graph, { context: async (request) => contextOf(request) });
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
      const requestId = randomUUID();
      request[CONTEXT] = { viewer, requestId, standing: { at: Date.now(), changes: changes(), isSo: false } };
      reply.header("x-request-id", requestId);
    },
    handler: async (request, reply) => {
      const confirmed = standing.confirmed(request, contextOf(request));
      if (confirmed !== null) return mark(reply, confirmed).code(304).send();
      const hot = await answerHot(request, contextOf(request));
      if (hot === null) return answer.call(app, request, reply);
      return reply
        .header("content-type", "application/json; charset=utf-8")
        .header("cache-control", "no-store")
        .send(hot);
    },
    onSend: (request, reply, payload, done) => {
      const context = request[CONTEXT];
      const isStanding = context?.standing?.isSo === true && typeof payload === "string";
      done(null, isStanding ? standing.tag(request, reply, { context, body: payload }) : payload);
    },
  });
  app.addHook("onClose", () => graph.stop());
  return app;
}
