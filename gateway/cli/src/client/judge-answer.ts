import { z } from "zod";

/** A request and the shape of its answer's `data`. */
export interface Operation<Data> {
  readonly query: string;
  readonly data: z.ZodType<Data>;
}

/** The graph will not do it, however often it is asked; or it could not be asked for too long. */
export interface GraphFailed {
  readonly kind: "GraphFailed";
  /** What happened and what to do, without the address. */
  readonly message: string;
}

export type Judgement<Data> =
  | { readonly kind: "Answered"; readonly data: Data }
  /** Worth asking again: the same request may pass in a moment. */
  | { readonly kind: "Transient"; readonly why: string }
  | GraphFailed;

const envelope = z.object({
  data: z.unknown(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const TRANSIENT_CODES: ReadonlySet<string | undefined> = new Set(["INTERNAL_SERVER_ERROR", "SUBGRAPH_UNAVAILABLE"]);

/** Judges one answer of the graph by its HTTP status and its body. */
export function judgeAnswer<Data>(
  operation: Operation<Data>,
  { status, body }: { status: number; body: string },
): Judgement<Data> {
  if (status === 401) return failed("it does not accept the token. Pass a valid one with --token or TIERGRAPH_TOKEN.");
  if (status === 413) return failed("the batch is too large for it. Pass a smaller --batch.");
  if (TRANSIENT_STATUSES.has(status)) return { kind: "Transient", why: `HTTP ${status}` };
  const answer = envelope.safeParse(parsedJson(body));
  if (!answer.success)
    return status >= 500
      ? { kind: "Transient", why: `HTTP ${status}` }
      : failed(
          `it answered with HTTP ${status} and no GraphQL. Pass the address of the graph with --url; it ends in /graphql.`,
        );
  const [error] = answer.data.errors ?? [];
  if (error !== undefined) return judgeError(error.message, error.extensions?.code);
  const data = operation.data.safeParse(answer.data.data);
  return data.success
    ? { kind: "Answered", data: data.data }
    : failed(
        `its answer is not understood (${z.prettifyError(data.error).replaceAll("\n", " ")}): is it of another version?`,
      );
}

function judgeError(message: string, code: string | undefined): Judgement<never> {
  if (code === "UNAUTHENTICATED")
    return failed("it does not accept the token. Pass a valid one with --token or TIERGRAPH_TOKEN.");
  if (code === "FORBIDDEN")
    return failed(
      `the token's role does not suffice (${message}). Pass a token of the role ingest with --token or TIERGRAPH_TOKEN.`,
    );
  return TRANSIENT_CODES.has(code) ? { kind: "Transient", why: message } : failed(`it refused the request: ${message}`);
}

const failed = (message: string): GraphFailed => ({ kind: "GraphFailed", message });

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
