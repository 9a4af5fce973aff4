import type { GraphiQLProps } from "graphiql";
import { type ExecutionResult, GraphQLError } from "graphql";

type Fetcher = GraphiQLProps["fetcher"];

/**
 * What GraphiQL sends every operation through, its own introspection included. `onProblem` receives a sentence when the
 * graph cannot be reached or does not show its schema, and `undefined` as soon as it answers again.
 */
export function createGraphFetcher({ token, onProblem }: GraphFetcherOptions): Fetcher {
  return async (operation, options) => {
    try {
      const answer = await ask(asItStands(operation), { ...authorization(token), ...options?.headers });
      onProblem(operation.operationName === "IntrospectionQuery" ? refusalOfSchema(answer) : undefined);
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      onProblem(error.message);
      // Thrown, GraphiQL would show it with a stack; answered, it shows the words.
      return { errors: [new GraphQLError(error.message)] };
    }
  };
}

type GraphFetcherOptions = { token: string | undefined; onProblem: (problem: string | undefined) => void };

class Unreachable extends Error {}

/** GraphiQL itself says no more than "Error fetching schema", and only to a user who opens the documentation. */
function refusalOfSchema(answer: ExecutionResult): string | undefined {
  if (answer.data) return undefined;
  return `The graph does not show its schema: ${answer.errors?.[0]?.message ?? "it gave no reason"}`;
}

type Operation = Parameters<Fetcher>[0];

/** GraphiQL may still name the operation of the tab that was left a moment ago: a lone operation needs no name. */
function asItStands(operation: Operation): Operation {
  const { operationName, query } = operation;
  if (!operationName || new RegExp(`\\b${operationName}\\b`).test(query)) return operation;
  return { ...operation, operationName: undefined };
}

async function ask(operation: object, headers: Record<string, string>): Promise<ExecutionResult> {
  const response = await send(JSON.stringify(operation), headers);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreachable(
      `The graph at /graphql answered ${response.status} ${response.statusText} instead of a result. Something between this page and the gateway may be in the way.`,
    );
  }
}

async function send(body: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, application/json;q=0.9",
        "content-type": "application/json",
        "apollo-require-preflight": "true",
        ...headers,
      },
      body,
    });
  } catch {
    throw new Unreachable(
      "The graph at /graphql cannot be reached. Check that the gateway is running, then run again.",
    );
  }
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
