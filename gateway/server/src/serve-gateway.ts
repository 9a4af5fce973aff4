import type { ApolloServer } from "@apollo/server";
import { endOfToken, rememberedViewers, type TokenTrust } from "@tiergraph/installation/client-tokens";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { serveOperations } from "@tiergraph/kit/process/operations-routes";
import type { PlaygroundConfig } from "@tiergraph/playground/playground-config";
import { servePlayground } from "@tiergraph/playground/serve-playground";
import type { FastifyInstance } from "fastify";
import type { EventSource } from "./events/event-source.js";
import { serveEvents } from "./events/serve-events.js";
import { watchEvents } from "./events/watch-events.js";
import type { ExecutorCounts } from "./executor/executor.js";
import type { ExportSource } from "./export/export-source.js";
import { serveExports } from "./export/serve-exports.js";
import type { AnswerHot } from "./graph/answer-hot.js";
import type { RequestContext } from "./graph/request-context.js";
import { openHttp } from "./http/open-http.js";
import { serveGraph } from "./http/serve-graph.js";
import type { PublicSource } from "./public/public-source.js";
import { servePublic } from "./public/serve-public.js";

export interface GatewayServerOptions {
  /** Pages of these origins may ask. */
  readonly allowedOrigins: readonly (string | RegExp)[];
  /** Connections that one address may hold. */
  readonly connectionsPerAddress: number;
  readonly log: Logger;
  readonly graph: ApolloServer<RequestContext>;
  readonly answerHot: AnswerHot;
  readonly counts: ExecutorCounts;
  readonly trust: TokenTrust;
  readonly isReady: () => Promise<boolean>;
  /** Rises with every change of what services keep for all; null where nobody here would know. */
  readonly changes: () => number | null;
  readonly exports: ExportSource;
  readonly open: PublicSource;
  readonly events: EventSource;
  readonly playground: { readonly directory: string; readonly config: (isAtThisMachine: boolean) => PlaygroundConfig };
}

/** A server of the graph at `/graphql`, the playground at `/`, and what operators ask for; it does not listen yet. */
export async function serveGateway(options: GatewayServerOptions): Promise<FastifyInstance> {
  const { graph, counts, trust, isReady, playground } = options;
  const app = await openHttp(options);
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
    viewerOfToken(tokenIn(authorization));
  servePublic(app, options.open);
  serveExports(app, { source: options.exports, viewerOf });
  serveEvents(app, {
    source: options.events,
    watch: watchEvents(options.events, options.log),
    viewerOf,
    tokenEndOf: (authorization) => endOfToken(tokenIn(authorization)),
  });
  serveGraph(app, { ...options, viewerOf });
  app.addHook("onClose", () => graph.stop());
  return app;
}

const tokenIn = (authorization: string | undefined): string => /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
