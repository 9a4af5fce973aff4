import path from "node:path";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { ApolloServer } from "@apollo/server";
import {
  type DevelopmentIssuer,
  developmentIssuer,
  providerTrust,
  type TokenTrust,
} from "@tiergraph/installation/client-tokens";
import type { DevelopmentRole } from "@tiergraph/installation/development-tokens";
import type { ClientTrust, Environment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { metricsAccessOf } from "@tiergraph/kit/process/operations-routes";
import { readOperations } from "@tiergraph/schema/operations";
import { readApiSchema, readSupergraph } from "@tiergraph/schema/schema-files";
import type { FastifyInstance } from "fastify";
import { costGuardOf } from "./cost/cost-guard.js";
import { eventSource } from "./events/event-source.js";
import { exportSource } from "./export/export-source.js";
import { runExports } from "./export/run-exports.js";
import { createGraph } from "./graph/create-graph.js";
import type { RequestContext } from "./graph/request-context.js";
import type { ServiceStates } from "./http/readiness.js";
import { operationNameIn } from "./http/request-metrics.js";
import { partnerIdsOf } from "./identity/partner-ids.js";
import { PersistedDocuments } from "./persisted/persisted-documents.js";
import { safelistOf } from "./persisted/safelist.js";
import { playgroundSettings } from "./playground-settings.js";
import { publicSource } from "./public/public-source.js";
import { serveGateway } from "./serve-gateway.js";

export interface GatewayOptions {
  readonly environment: Environment;
  readonly sourceOf: (service: ServiceName) => GraphQLDataSource<RequestContext>;
  readonly services: () => Promise<ServiceStates>;
  /** Rises with every change of what services keep for all; null where nobody here would know. */
  readonly changes: () => number | null;
  readonly log: Logger;
}

export interface OpenGateway {
  readonly graph: ApolloServer<RequestContext>;
  readonly app: FastifyInstance;
  /** Null in production, where this installation signs no tokens for clients. */
  readonly issuer: DevelopmentIssuer | null;
  /** One token a role, for the partners that are named to the roles bound to some. */
  developmentTokens(partnerIds: readonly string[]): Promise<Record<DevelopmentRole, string> | null>;
  /** Which partners the playground's tokens of bound roles are for. */
  bindPlayground(partnerIds: readonly string[]): Promise<void>;
  /** Begins to answer clients. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** Whose tokens are taken, and who signs them where this installation does so itself. */
function trustOf(clientTrust: ClientTrust, log: Logger): [DevelopmentIssuer | null, TokenTrust] {
  if (clientTrust.kind === "IdentityProvider") return [null, providerTrust(clientTrust, log)];
  const issuer = developmentIssuer(clientTrust.tokenKey);
  return [issuer, issuer.trust];
}

/** Who may see the schema in production; a partner's portal has it from its build. */
const SCHEMA_READERS: readonly Viewer["role"][] = ["PROGRAM_MANAGER", "PARTNER_MANAGER", "ANALYST"];

/** The metrics service, with a word to the runner of exports where one was asked for. */
const nudging = (metrics: GraphQLDataSource<RequestContext>, nudge: () => void): GraphQLDataSource<RequestContext> => ({
  async process(options) {
    const answer = await metrics.process(options);
    if (/\bstartExport\b/.test(options.request.query ?? "")) nudge();
    return answer;
  },
});

/** Opens the gateway over its subgraphs, wherever they run; clients are answered once it listens. */
export async function openGateway({
  environment,
  sourceOf,
  services,
  changes,
  log,
}: GatewayOptions): Promise<OpenGateway> {
  const { allowedOrigins, connectionsPerAddress, clientTrust, isProduction, port, host } = environment;
  const [issuer, trust] = trustOf(clientTrust, log);
  const costGuard = costGuardOf(environment);
  const committed = readOperations().map(({ document }) => document);
  const documents = new PersistedDocuments(safelistOf(committed), environment.safelist);
  const metrics = sourceOf("metrics");
  const nudged = nudging(metrics, () => exporting.nudge());
  const {
    server: graph,
    answerHot,
    counts,
  } = await createGraph({
    supergraphSdl: readSupergraph(),
    sourceOf: (service) => (service === "metrics" ? nudged : sourceOf(service)),
    showsSchemaTo: isProduction ? ({ role }) => SCHEMA_READERS.includes(role) : () => true,
    costGuard,
    log,
  });

  const exports = exportSource(metrics);
  const exporting = runExports({ graph, schema: readApiSchema(), source: exports, costGuard, documents, log });

  const playground = await playgroundSettings(issuer);

  const app = await serveGateway({
    allowedOrigins,
    connectionsPerAddress,
    log,
    graph,
    answerHot,
    documents,
    accessSecret: environment.keepsAccessLog ? environment.secrets.secret : null,
    operationNames: new Set(committed.flatMap((document) => operationNameIn(document) ?? [])),
    counts,
    trust,
    partnerIdsOf: partnerIdsOf(sourceOf("partners")),
    services,
    metrics: metricsAccessOf(environment.metricsToken, isProduction),
    isTls: environment.publicUrl?.startsWith("https:") === true,
    changes,
    exports,
    open: publicSource(sourceOf("enablement")),
    events: eventSource(sourceOf),
    playground: {
      directory: path.join(ROOT, "gateway/playground/dist/app"),
      config: playground.config,
    },
  });
  return {
    graph,
    app,
    issuer,
    developmentTokens: playground.developmentTokens,
    bindPlayground: playground.bind,
    listen: async () => {
      await app.listen({ port, host });
    },
    close: () => exporting.close().then(() => app.close()),
  };
}
