import { type Failure, TiergraphError } from "./error.js";
import type { Operation } from "./operation.js";

export interface ClientOptions {
  /** Of the graph: `https://partners.example.com/graphql`. */
  readonly url: string;
  /** Sent as a bearer; a function is asked before each request, so that it may renew its token. */
  readonly token: string | (() => string | Promise<string>);
  /** How often a request that may be repeated is sent again at most. */
  readonly retries?: number;
  /** Of one request, in milliseconds. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** A list as the graph pages it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Client {
  /**
   * Sends an operation and answers with its data.
   *
   * What may be repeated is sent again where the graph cannot be reached, is too busy, or a part of it is down: queries,
   * and mutations that carry an idempotency key. A mutation without one is sent once.
   *
   * @throws TiergraphError where the answer has errors, or none comes; its code says what to do
   */
  ask<Data, Variables>(operation: Operation<Data, Variables>, ...variables: Given<Variables>): Promise<Data>;

  /**
   * Reads a list to its end, page by page: each page is asked for when it is reached.
   *
   * @param listOf the list in an answer; null where there is none
   * @throws TiergraphError as `ask`
   */
  pages<Data, Variables extends { after?: string | null | undefined }, Node>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    listOf: (data: Data) => Connection<Node> | null | undefined,
  ): AsyncGenerator<Node, void, void>;
}

/** The variables of an operation as the last argument, which may be left out where each of them may be. */
export type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

const RETRIES = 4;
const TIMEOUT_MS = 30_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

export function createClient({
  url,
  token,
  retries = RETRIES,
  timeoutMs = TIMEOUT_MS,
  fetch: send = fetch,
}: ClientOptions): Client {
  const askOnce = async <Data, Variables>(
    { name, text }: Operation<Data, Variables>,
    variables: unknown,
  ): Promise<Data> => {
    const bearer = typeof token === "function" ? await token() : token;
    let response: Response;
    let body: unknown;
    try {
      response = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ query: text, operationName: name, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      body = await response.json().catch(() => null);
    } catch (cause) {
      throw new TiergraphError(name, [{ code: "UNREACHABLE", message: `${url} cannot be reached.` }], { cause });
    }
    const { data, errors } = (typeof body === "object" && body !== null ? body : {}) as Answer<Data>;
    const requestId = response.headers.get("x-request-id");
    const pauseMs = pauseAskedFor(response.headers.get("retry-after"));
    if (errors !== undefined && errors.length > 0)
      throw new TiergraphError(name, errors.map(failureOf), { status: response.status, requestId, pauseMs, data });
    if (data === undefined || data === null) {
      const code = response.status >= 500 ? "UNREACHABLE" : "BAD_RESPONSE";
      const message = `${url} answered ${response.status}, and not as a graph does.`;
      throw new TiergraphError(name, [{ code, message }], { status: response.status, requestId, pauseMs });
    }
    return data;
  };

  const ask: Client["ask"] = async (asked, ...[variables = {} as never]) => {
    const mayRepeat = asked.kind === "query" || hasIdempotencyKey(variables);
    for (let sent = 1; ; sent++) {
      try {
        return await askOnce(asked, variables);
      } catch (error) {
        if (!(error instanceof TiergraphError) || !error.mayPass || !mayRepeat || sent > retries) throw error;
        await pause(
          error.pauseMs ?? Math.min(FIRST_PAUSE_MS * 2 ** (sent - 1), LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2),
        );
      }
    }
  };

  return {
    ask,
    async *pages(asked, variables, listOf) {
      for (let after = variables.after; ; ) {
        const list = listOf(await ask(asked, ...([{ ...variables, after }] as never)));
        for (const { node } of list?.edges ?? []) yield node;
        if (list == null || !list.pageInfo.hasNextPage || list.pageInfo.endCursor === null) return;
        after = list.pageInfo.endCursor;
      }
    },
  };
}

/** A new idempotency key: make one for each thing to be done, and keep it for as long as it may be sent again. */
export const newKey = (): string => crypto.randomUUID();

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphError[];
}

interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

const failureOf = ({ message, path, extensions }: GraphError): Failure => ({
  code: extensions?.code ?? "INTERNAL_SERVER_ERROR",
  message,
  ...(path && { path }),
});

/** The key stands beside the input or in it. */
function hasIdempotencyKey(variables: unknown): boolean {
  const held = variables as {
    readonly idempotencyKey?: unknown;
    readonly input?: { readonly idempotencyKey?: unknown };
  };
  return typeof (held.idempotencyKey ?? held.input?.idempotencyKey) === "string";
}

/** `Retry-After` in seconds, at most as long as a pause of ours. */
function pauseAskedFor(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, LONGEST_PAUSE_MS) : null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
