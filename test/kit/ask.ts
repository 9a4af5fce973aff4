import { readOperation } from "@tiergraph/schema/operations";
import { expect } from "vitest";

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

/** A committed operation with the fragments that it names, by its file's name. */
export const operation = (name: string): string => readOperation(name).document;

/** Asks the graph over HTTP and gives the whole answer back, errors and all. */
export async function askRaw<Data = Record<string, unknown>>(
  { url }: { url: string },
  token: string | null,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data> & { status: number }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Answer<Data>) };
}

/** Asks for what must be answered without any error. */
export async function ask<Data>(
  graph: { url: string },
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const { data, errors } = await askRaw<Data>(graph, token, query, variables);
  expect(errors).toBeUndefined();
  if (data === null) throw new Error("An answer without errors has no data");
  return data;
}
