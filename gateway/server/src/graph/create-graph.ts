import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { ServiceName } from "@tiergraph/kit/database/provision";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Logger } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import {
  BREAK,
  buildASTSchema,
  type DocumentNode,
  GraphQLError,
  OperationTypeNode,
  parse,
  type ValidationRule,
  visit,
} from "graphql";
import { chargeOperations } from "../cost/charge-operations.js";
import type { CostGuard } from "../cost/cost-guard.js";
import { CompilingExecutor, type ExecutorCounts } from "../executor/executor.js";
import { type AnswerHot, answerHot } from "./answer-hot.js";
import { boundDocument, MAX_ERRORS } from "./document-limits.js";
import { errorInLanguage } from "./error-in-language.js";
import { noteWhetherItStands, type RequestContext } from "./request-context.js";

export interface GraphOptions {
  /** The composed contract, as it is committed. */
  readonly supergraphSdl: string;
  readonly sourceOf: (service: ServiceName) => GraphQLDataSource<RequestContext>;
  /** Whether a viewer may see the schema. */
  readonly showsSchemaTo: (viewer: Viewer) => boolean;
  readonly costGuard: CostGuard;
  readonly log: Logger;
}

export interface Graph {
  /** Answers any request. */
  readonly server: ApolloServer<RequestContext>;
  /** Answers what was answered before, past the server's pipeline. */
  readonly answerHot: AnswerHot;
  readonly counts: ExecutorCounts;
}

/** A batch of 1,000 facts that stands in the text of its operation, with room. */
const MAX_TOKENS = 100_000;
/** What kept operations may take. */
const MAX_OPERATION_BYTES = 64 * 1024 * 1024;

/** The federated graph: plans each operation and asks the subgraphs for their parts. */
export async function createGraph({
  supergraphSdl,
  sourceOf,
  showsSchemaTo,
  costGuard,
  log,
}: GraphOptions): Promise<Graph> {
  // The gateway library reports its use to its vendor unless this is set before it starts.
  process.env.APOLLO_TELEMETRY_DISABLED = "1";
  const logger = {
    debug: log.debug.bind(log),
    info: log.debug.bind(log),
    warn: log.warn.bind(log),
    error: log.error.bind(log),
  };
  const sources = new Map<string, GraphQLDataSource<RequestContext>>();
  const source = (name: string) => {
    const known = sources.get(name) ?? sourceOf(name as ServiceName); // The supergraph is composed of just these.
    sources.set(name, known);
    return known;
  };
  const executor = new CompilingExecutor<RequestContext>({
    supergraph: buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true }),
    maxBytes: MAX_OPERATION_BYTES,
    ask: ({ service, query, operationName }, variables, context) =>
      source(service).process({ request: { query, variables, operationName }, context } as never) as never, // Our sources read these only.
  });
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => source(name),
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => executor.planned(requestContext, queryPlan),
    logger,
  });
  const server = new ApolloServer<RequestContext>({
    gateway: compiling(gateway, executor),
    logger,
    introspection: true,
    // Before anything is expanded or planned, whichever way a document comes.
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [boundDocument, refuseSubscriptions],
    // Ours are found before a request comes here: `PersistedDocuments`.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    formatError: formatError(log),
    stopOnTerminationSignals: false,
    plugins: [refuseUnknownOperation, hideSchema(showsSchemaTo), chargeOperations(costGuard), nameRequestInErrors],
  });
  await server.start();
  return { server, answerHot: answerHot(executor, costGuard, log), counts: executor.counts };
}

/** The gateway with its plans run by our executor. */
const compiling = (gateway: ApolloGateway, executor: CompilingExecutor<RequestContext>): GatewayInterface => ({
  async load(options) {
    const loaded = await gateway.load(options);
    const stock = loaded.executor;
    if (stock === null) throw new Error("The gateway was loaded without an executor");
    // The two libraries type requests and answers each on its own.
    return {
      ...loaded,
      executor: (request) => executor.execute(request as never, () => stock(request) as never) as never,
    };
  },
  onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
  stop: () => gateway.stop(),
});

const refuseSubscriptions: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.operation !== OperationTypeNode.SUBSCRIPTION) return;
    context.reportError(new GraphQLError("The graph has no subscriptions: ask again by a query.", { nodes: node }));
  },
});

/** Apollo's gateway throws where a request names no operation of its document, and the client would learn nothing. */
const refuseUnknownOperation: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request: { operationName } }) => {
      if (operation !== undefined) return;
      const message = operationName
        ? `The document has no operation ${operationName}.`
        : "The document has several operations: say by operationName which one is meant.";
      throw new GraphQLError(message, { extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } } });
    },
  }),
};

/** Who may not see the schema is refused introspection, and no error names what the schema has. */
const hideSchema = (showsSchemaTo: GraphOptions["showsSchemaTo"]): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async ({ contextValue }) => {
    if (showsSchemaTo(contextValue.viewer)) return;
    return {
      didResolveOperation: async ({ document }) => {
        if (!introspects(document)) return;
        const extensions = { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } };
        throw new GraphQLError("Your role may not see the schema.", { extensions });
      },
      willSendResponse: async ({ response: { body } }) => {
        if (body.kind !== "single" || body.singleResult.errors === undefined) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          message: error.message.replace(/ Did you mean [^?]*\?/g, ""),
        }));
      },
    };
  },
});

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= name.value === "__schema" || name.value === "__type";
      return found ? BREAK : undefined;
    },
  });
  return found;
}

/** Each error is in the language of the request, and names it by the id under which the logs know it. */
const nameRequestInErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue }) => {
      if (body.kind !== "single") return;
      noteWhetherItStands(contextValue, body.singleResult.errors);
      if (body.singleResult.errors === undefined) return;
      const { language, requestId } = contextValue;
      const { data, errors } = body.singleResult;
      // Where nothing ran, the first few say enough.
      const named = data === undefined ? errors.slice(0, MAX_ERRORS) : errors;
      body.singleResult.errors = named.map((error) => {
        const { extensions, ...answered } = errorInLanguage(language, error);
        return { ...answered, extensions: { ...extensions, requestId } };
      });
    },
  }),
};
