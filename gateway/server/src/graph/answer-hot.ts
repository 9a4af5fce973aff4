import type { Logger } from "@tiergraph/kit/process/log";
import { formatError } from "@tiergraph/kit/subgraph/format-error";
import { postedOperation } from "@tiergraph/kit/subgraph/posted-operation";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Answer } from "../executor/compile-operation.js";
import type { CompilingExecutor } from "../executor/executor.js";
import { errorInLanguage } from "./error-in-language.js";
import { noteWhetherItStands, type RequestContext } from "./request-context.js";

/** The answer to a request as JSON, from an operation that ran before; null where the whole pipeline has to see it. */
export type AnswerHot = (request: FastifyRequest, context: RequestContext) => Promise<string | null>;

/**
 * Answers operations that were parsed, validated and planned before without doing so again, in the form in which Apollo
 * Server does. All else (what is new, GET, other media types, what is malformed) is left to its pipeline.
 */
export const answerHot =
  (executor: CompilingExecutor<RequestContext>, log: Logger): AnswerHot =>
  async (request, context) => {
    const posted = isPlain(request) ? postedOperation(request.body) : null;
    const run = posted && executor.find(posted.query, posted.operationName);
    if (posted === null || run === null) return null;
    const { data, errors, extensions } = await run(posted.variables, context).catch(unexpected);
    // Variables that are none of the operation's types: nothing ran, and the pipeline says so with its status.
    if (data === undefined) return null;
    noteWhetherItStands(context, errors);
    return `${JSON.stringify({ errors: errors?.map(formatted(log, context)), data, extensions })}\n`;
  };

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
