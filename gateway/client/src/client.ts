import { TiergraphError } from "./error.js";
import { type EventsOptions, followEvents, type LiveEvent } from "./events.js";
import type { Operation } from "./operation.js";
import { errorOf, pauseAfter, unreachable } from "./response.js";

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

  /**
   * Follows what happens to partners, for as long as it is read: each event says what to ask the graph for again. The
   * first is a `reset`, which means all.
   *
   * @throws TiergraphError where asking again would not help, such as without a valid token
   */
  events(options?: EventsOptions): AsyncGenerator<LiveEvent, void, void>;
}

/** The variables of an operation as the last argument, which may be left out where each of them may be. */
export type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

const RETRIES = 4;
const TIMEOUT_MS = 30_000;

export function createClient({
  url,
  token,
  retries = RETRIES,
  timeoutMs = TIMEOUT_MS,
  fetch: send = fetch,
}: ClientOptions): Client {
  const bearer = async () => (typeof token === "function" ? await token() : token);
  const askOnce = async <Data, Variables>(
    { name, text }: Operation<Data, Variables>,
    variables: unknown,
  ): Promise<Data> => {
    const authorization = `Bearer ${await bearer()}`;
    let response: Response;
    let body: unknown;
    try {
      response = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", authorization },
        body: JSON.stringify({ query: text, operationName: name, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      body = await response.json().catch(() => null);
    } catch (cause) {
      throw unreachable(name, url, cause);
    }
    const error = errorOf({ asked: name, url, response, body });
    if (error !== null) throw error;
    return (body as { readonly data: Data }).data; // An answer without data is an error.
  };

  const ask: Client["ask"] = async (asked, ...[variables = {} as never]) => {
    const mayRepeat = asked.kind === "query" || hasIdempotencyKey(variables);
    for (let sent = 1; ; sent++) {
      try {
        return await askOnce(asked, variables);
      } catch (error) {
        if (!(error instanceof TiergraphError) || !error.mayPass || !mayRepeat || sent > retries) throw error;
        await pause(pauseAfter(sent, error.pauseMs));
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
    events: (options = {}) => followEvents({ url, bearer, send }, options),
  };
}

/** A new idempotency key: make one for each thing to be done, and keep it for as long as it may be sent again. */
export const newKey = (): string => crypto.randomUUID();

/** The key stands beside the input or in it. */
function hasIdempotencyKey(variables: unknown): boolean {
  const held = variables as {
    readonly idempotencyKey?: unknown;
    readonly input?: { readonly idempotencyKey?: unknown };
  };
  return typeof (held.idempotencyKey ?? held.input?.idempotencyKey) === "string";
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
