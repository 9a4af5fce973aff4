import path from "node:path";
import type { GraphQLDataSource } from "@apollo/gateway";
import type { ApolloServer } from "@apollo/server";
import {
  type DevelopmentIssuer,
  developmentIssuer,
  publishedKeys,
  type TokenTrust,
} from "@tiergraph/installation/client-tokens";
import {
  DEVELOPMENT_ROLES,
  type DevelopmentRole,
  isBoundRole,
  signDevelopmentToken,
} from "@tiergraph/installation/development-tokens";
import type { ClientTrust, Environment } from "@tiergraph/installation/environment";
import { ROOT } from "@tiergraph/installation/root";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Logger } from "@tiergraph/kit/process/log";
import type { PlaygroundConfig, PlaygroundOperation } from "@tiergraph/playground/playground-config";
import { playgroundOperations } from "@tiergraph/playground/playground-operations";
import { OPERATIONS } from "@tiergraph/schema/operations";
import { readApiSchema, readSupergraph } from "@tiergraph/schema/schema-files";
import type { FastifyInstance } from "fastify";
import { costGuardOf } from "./cost/cost-guard.js";
import { eventSource } from "./events/event-source.js";
import { exportSource } from "./export/export-source.js";
import { runExports } from "./export/run-exports.js";
import { createGraph } from "./graph/create-graph.js";
import type { RequestContext } from "./graph/request-context.js";
import { publicSource } from "./public/public-source.js";
import { serveGateway } from "./serve-gateway.js";

export interface GatewayOptions {
  readonly environment: Environment;
  readonly sourceOf: (service: ServiceName) => GraphQLDataSource<RequestContext>;
  readonly isReady: () => Promise<boolean>;
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

/** An operation about a partner runs at one click: it is filled with one that is there. */
const withPartner = (operation: PlaygroundOperation, partnerId: string | undefined): PlaygroundOperation =>
  partnerId !== undefined && operation.source.includes("$partnerId: ID!")
    ? { ...operation, variables: { partnerId } }
    : operation;

function trustOf(clientTrust: ClientTrust): TokenTrust {
  if (clientTrust.kind === "Development") throw new Error("A development installation signs its own tokens");
  return { issuer: clientTrust.issuer, audience: clientTrust.audience, keys: publishedKeys(clientTrust.jwksUrl) };
}

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
  isReady,
  changes,
  log,
}: GatewayOptions): Promise<OpenGateway> {
  const { allowedOrigins, connectionsPerAddress, clientTrust, isProduction, port, host } = environment;
  const issuer = clientTrust.kind === "Development" ? developmentIssuer(clientTrust.tokenKey) : null;
  const trust = issuer?.trust ?? trustOf(clientTrust);
  const costGuard = costGuardOf(environment);
  const metrics = sourceOf("metrics");
  const nudged = nudging(metrics, () => exporting.nudge());
  const {
    server: graph,
    answerHot,
    counts,
  } = await createGraph({
    supergraphSdl: readSupergraph(),
    sourceOf: (service) => (service === "metrics" ? nudged : sourceOf(service)),
    isIntrospectable: !isProduction,
    costGuard,
    log,
  });

  const exports = exportSource(metrics);
  const exporting = runExports({ graph, schema: readApiSchema(), source: exports, costGuard, log });

  const developmentTokens = async (partnerIds: readonly string[]) => {
    if (issuer === null) return null;
    const names = (Object.keys(DEVELOPMENT_ROLES) as DevelopmentRole[]).filter(
      (name) => !isBoundRole(name) || partnerIds.length > 0,
    );
    const tokens = names.map(async (name) => {
      const bound = name === "partner" ? partnerIds.slice(0, 1) : partnerIds;
      return [name, await signDevelopmentToken(issuer, name, bound)] as const;
    });
    return Object.fromEntries(await Promise.all(tokens)) as Record<DevelopmentRole, string>; // One entry a role.
  };

  const operations = playgroundOperations(OPERATIONS);
  let config: PlaygroundConfig = { operations, roles: [] };
  const bindPlayground = async (partnerIds: readonly string[]) => {
    const tokens = Object.entries((await developmentTokens(partnerIds)) ?? {});
    config = {
      operations: operations.map((operation) => withPartner(operation, partnerIds[0])),
      roles: tokens.map(([role, token]) => ({ role, title: DEVELOPMENT_ROLES[role as DevelopmentRole].title, token })),
    };
  };
  await bindPlayground([]);

  const app = await serveGateway({
    allowedOrigins,
    connectionsPerAddress,
    log,
    graph,
    answerHot,
    counts,
    trust,
    isReady,
    changes,
    exports,
    open: publicSource(sourceOf("enablement")),
    events: eventSource(sourceOf),
    playground: {
      directory: path.join(ROOT, "gateway/playground/dist/app"),
      config: (isAtThisMachine) => (isAtThisMachine ? config : { operations, roles: [] }),
    },
  });
  return {
    graph,
    app,
    issuer,
    developmentTokens,
    bindPlayground,
    listen: async () => {
      await app.listen({ port, host });
    },
    close: () => exporting.close().then(() => app.close()),
  };
}
