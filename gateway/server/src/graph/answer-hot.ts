import type { Logger } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import { postedOperation } from "@tiergraph/kit/subgraph/posted-operation";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { CostGuard, CostRefusal } from "../cost/cost-guard.js";
import type { Answer } from "../executor/compile-operation.js";
import type { CompilingExecutor } from "../executor/executor.js";
import { errorInLanguage } from "./error-in-language.js";
import { noteWhetherItStands, type RequestContext } from "./request-context.js";

export interface HotAnswer {
  readonly status: 200 | CostRefusal["status"];
  /** As JSON. */
  readonly body: string;
  /** Null where asking again later is of no use. */
  readonly retryAfterSeconds: number | null;
}

/** The answer to a request, from an operation that ran before; null where the whole pipeline has to see it. */
export type AnswerHot = (request: FastifyRequest, context: RequestContext) => Promise<HotAnswer | null>;

/**
 * Answers operations that were parsed, validated and planned before without doing so again, in the form in which Apollo
 * Server does. All else (what is new, GET, other media types, what is malformed) is left to its pipeline.
 */
export const answerHot =
  (executor: CompilingExecutor<RequestContext>, costGuard: CostGuard, log: Logger): AnswerHot =>
  async (request, context) => {
    const posted = isPlain(request) ? postedOperation(request.body) : null;
    const operation = posted && executor.find(posted.query, posted.operationName);
    if (posted === null || operation === null) return null;
    const charged = costGuard.charge(context.viewer, operation.price, posted.variables);
    if (charged.kind === "Refused") return refusalOf(charged.refusal, log, context);
    const { data, errors, extensions } = await operation.run(posted.variables, context).catch(unexpected);
    const cost = charged.settle(data);
    // Variables that are none of the operation's types: nothing ran, and the pipeline says so with its status.
    if (data === undefined) return null;
    noteWhetherItStands(context, errors);
    const answer = { errors: errors?.map(formatted(log, context)), data, extensions: { ...extensions, cost } };
    return { status: 200, body: `${JSON.stringify(answer)}\n`, retryAfterSeconds: null };
  };

function refusalOf(
  { status, code, message, retryAfterSeconds, cost }: CostRefusal,
  log: Logger,
  context: RequestContext,
): HotAnswer {
  const error = formatted(log, context)(new GraphQLError(message, { extensions: { code } }));
  return { status, retryAfterSeconds, body: `${JSON.stringify({ errors: [error], extensions: { cost } })}\n` };
}

/** What no part of the graph threw; the pipeline must not run the operation a second time. */
const unexpected = (error: unknown): Answer => ({
  data: null,
  errors: [new GraphQLError("Something went wrong.", { originalError: error as Error })],
});

const formatted = (log: Logger, { requestId, language }: RequestContext) => {
  const format = formatError(log);
  return (error: GraphQLError) => {
    const { extensions, ...answered } = errorInLanguage(language, format(error.toJSON(), error));
    return { ...answered, extensions: { ...extensions, requestId } };
  };
};

function isPlain({ method, headers }: FastifyRequest): boolean {
  const { accept = "*/*", "content-type": type = "" } = headers;
  return method === "POST" && type.startsWith("application/json") && JSON_ACCEPTED.has(accept);
}

/** What browsers, Apollo Client and command lines send; who asks for another media type, or by weights, is negotiated with. */
const JSON_ACCEPTED = new Set([
  "*/*",
  "application/json",
  "application/json, */*",
  "application/json, text/plain, */*",
]);
