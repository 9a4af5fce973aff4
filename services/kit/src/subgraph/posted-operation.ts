/** An operation as a client posts it. */
export interface PostedOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

/** The operation in a body of JSON; null where it has another form, or extensions. */
export function postedOperation(body: unknown): PostedOperation | null {
  if (typeof body !== "object" || body === null) return null;
  const { query, operationName = null, variables, extensions } = body as Record<string, unknown>;
  if (typeof query !== "string" || extensions !== undefined) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables))) return null;
  // An empty name is none; the variables are an object, as was just seen.
  return { query, operationName: operationName || null, variables: (variables ?? {}) as Record<string, unknown> };
}

/** What an operation is known by: its document and its name in it, where neither can be read as part of the other. */
export const keyOfOperation = (query: string, operationName: string | null): string =>
  `${operationName?.length ?? 0} ${operationName ?? ""}${query}`;
