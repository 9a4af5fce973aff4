import type { GraphQLDataSource } from "@apollo/gateway";
import { type CompiledExecution, compileExecution } from "@tiergraph/kit/execution/compile-execution";
import type { Logger } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import type { Service } from "@tiergraph/kit/subgraph/service";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";
import { GraphQLError, parse } from "graphql";
import type { RequestContext } from "./request-context.js";

/** Of the texts of operations that are kept compiled, which takes some hundred times as much. */
const MAX_TEXTS = 512 * 1024;

/**
 * Calls a subgraph within this process: no HTTP, no token, and each operation compiled once. The planner's operations are
 * valid by construction, so they are not validated again.
 */
export function inProcessSource(service: Service, log: Logger): GraphQLDataSource<RequestContext> {
  const compiled = new BoundedMap<string, CompiledExecution>(MAX_TEXTS, (query) => query.length);
  /** What one fetch of a request has read, another need not read again. */
  const contextOf = (identity: RequestContext, query: string): object => {
    identity.shared ??= new Map();
    // A mutation reads what it changed, and so do the fetches after it.
    const isMutation = query.startsWith("mutation");
    const known = isMutation ? undefined : identity.shared.get(service.name);
    const context = known ?? service.contextFor(identity);
    if (isMutation) identity.shared.delete(service.name);
    else identity.shared.set(service.name, context);
    return context;
  };
  return {
    async process({ request, context }) {
      const query = request.query ?? "";
      // The supergraph is given, so no subgraph is ever asked outside a request.
      const identity = context as RequestContext;
      const execute = compiled.remember(query, () =>
        compileExecution(service.schema, parse(query, { noLocation: true }), request.operationName),
      );
      const { data, errors } = await execute(request.variables, contextOf(identity, query));
      // As over HTTP, nothing undocumented leaves a subgraph.
      const formatted = errors?.map((error) => {
        const ownLog = log.child({ service: service.name, requestId: identity.requestId });
        const { message, path, extensions } = formatError(ownLog)(error.toJSON(), error);
        return new GraphQLError(message, { path, extensions });
      });
      return { data, ...(formatted && { errors: formatted }) };
    },
  };
}
