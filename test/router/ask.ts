import { readOperation } from "@tiergraph/schema/operations";

/** One of the two ways to the subgraphs: our gateway, or another router. */
export interface Endpoint {
  readonly name: string;
  readonly url: string;
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Asks over HTTP and gives the whole answer back, errors and all. */
export async function askOver(
  { url }: Endpoint,
  token: string | null,
  question: Question,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify(question),
  });
  const { data, errors } = (await response.json()) as Pick<HttpAnswer, "data" | "errors">;
  return { status: response.status, headers: response.headers, data, errors };
}

/** Runs a saved operation that must be neither refused nor answered with an error. */
export async function run<Data>(
  endpoint: Endpoint,
  token: string,
  name: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const { data, errors } = await askOver(endpoint, token, { query: readOperation(name).document, variables });
  const [payload] = Object.values(data ?? {}) as ({ readonly userErrors?: readonly object[] } | null)[];
  const problems = [...(errors ?? []), ...(payload?.userErrors ?? [])];
  if (problems.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(problems)}`);
  return data as Data;
}
