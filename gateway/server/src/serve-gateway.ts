import type { ApolloServer } from "@apollo/server";
import {
  endOfToken,
  type PartnerIdsOf,
  rememberedViewers,
  type TokenTrust,
} from "@tiergraph/installation/client-tokens";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { type MetricsAccess, serveOperations } from "@tiergraph/kit/process/operations-routes";
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
import { accessLog } from "./http/access-log.js";
import { openHttp } from "./http/open-http.js";
import { gatewayReadiness, type ServiceStates } from "./http/readiness.js";
import { requestMetrics } from "./http/request-metrics.js";
import { serveGraph } from "./http/serve-graph.js";
import type { PersistedDocuments } from "./persisted/persisted-documents.js";
import type { PlaygroundReader } from "./playground-settings.js";
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
  readonly documents: PersistedDocuments;
  /** By which the access log names viewers; null where none is kept. */
  readonly accessSecret: string | null;
  /** Of the committed operations: metrics name them. */
  readonly operationNames: ReadonlySet<string>;
  readonly counts: ExecutorCounts;
  readonly trust: TokenTrust;
  /** For tokens that name partners by code. */
  readonly partnerIdsOf: PartnerIdsOf;
  readonly services: () => Promise<ServiceStates>;
  readonly metrics: MetricsAccess;
  /** Whether clients reach the gateway by https. */
  readonly isTls: boolean;
  /** Rises with every change of what services keep for all; null where nobody here would know. */
  readonly changes: () => number | null;
  readonly exports: ExportSource;
  readonly open: PublicSource;
  readonly events: EventSource;
  readonly playground: {
    readonly directory: string;
    readonly config: (to: PlaygroundReader) => PlaygroundConfig;
  };
}

/** A server of the graph at `/graphql`, the playground at `/`, and what operators ask for; it does not listen yet. */
export async function serveGateway(options: GatewayServerOptions): Promise<FastifyInstance> {
  const { graph, counts, trust, services, metrics, playground } = options;
  const app = await openHttp(options);
  const registry = serveOperations(app, {
    readiness: async () => gatewayReadiness(await services(), trust.keys.state()),
    metrics,
    counted: [
      {
        name: "tiergraph_operations_total",
        help: "Operations by the executor that ran them: compiled, or the stock one for what is new or not compiled.",
        label: "executor",
        read: () => ({ ...counts }),
      },
      {
        name: "tiergraph_token_key_reads_total",
        help: "How often the keys of the identity provider were read, by outcome.",
        label: "outcome",
        read: () => trust.keys.reads(),
      },
    ],
  });
  const viewerOfToken = rememberedViewers(trust, options.partnerIdsOf);
  const viewerOf = async (authorization: string | undefined): Promise<Viewer | null> =>
    viewerOfToken(tokenIn(authorization));
  await servePlayground(app, {
    directory: playground.directory,
    config: async ({ isAtThisMachine, authorization }) =>
      playground.config({
        isAtThisMachine,
        isViewer: authorization !== undefined && (await viewerOf(authorization)) !== null,
      }),
  });
  servePublic(app, options.open);
  serveExports(app, { source: options.exports, viewerOf });
  serveEvents(app, {
    source: options.events,
    watch: watchEvents(options.events, options.log),
    viewerOf,
    tokenEndOf: (authorization) => endOfToken(tokenIn(authorization)),
  });
  const count = requestMetrics(registry, options.operationNames);
  const note = options.accessSecret === null ? null : accessLog(options.log, options.accessSecret);
  serveGraph(app, {
    ...options,
    viewerOf,
    observe: (request) => {
      count(request);
      note?.(request);
    },
  });
  app.addHook("onClose", async () => {
    trust.keys.close();
    await graph.stop();
  });
  return app;
}

const tokenIn = (authorization: string | undefined): string => /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
