import { readOperation } from "@tiergraph/schema/operations";
import { expect } from "vitest";
import type { InlineDocuments, SavedDocuments } from "../generated/documents.js";
import type { Document, Given, InlineText, OperationName, PayloadOf, Read, VariablesOf } from "./document.js";

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

/** A saved operation with the fragments that it names, by its file's name. */
export const operation = <Name extends OperationName>(name: Name): SavedDocuments[Name] =>
  readOperation(name).document as SavedDocuments[Name];

/** A document of a test's own, one plain text: `npm run schema` reads it there and writes its types. */
export const graphql = <Text extends InlineText>(text: Text): InlineDocuments[Text] =>
  text as string as InlineDocuments[Text];

/** Asks the graph over HTTP and gives the whole answer back, errors and all. Variables may be wrong ones. */
export async function askRaw<Data = Record<string, unknown>>(
  { url }: { url: string },
  token: string | null,
  query: string | Document<Data, unknown>,
  variables: object = {},
): Promise<Answer<Data> & { status: number }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Answer<Data>) };
}

/** Asks for what must be answered without any error. */
export async function ask<Data, Variables>(
  graph: { url: string },
  token: string,
  document: Document<Data, Variables>,
  ...[variables]: Given<Variables>
): Promise<Read<Data>> {
  return (await askText(graph, token, document, variables ?? {})) as Read<Data>;
}

/** The same for a text that is known only when the test runs, and so has no types. */
export async function askText(
  graph: { url: string },
  token: string,
  text: string,
  variables: object = {},
): Promise<Record<string, unknown>> {
  const { data, errors } = await askRaw(graph, token, text, variables);
  expect(errors).toBeUndefined();
  if (data === null) throw new Error("An answer without errors has no data");
  return data;
}

/** Runs an operation of one field, such as a mutation, and answers with its payload, refused or not. */
export async function attempt<Name extends OperationName>(
  graph: { url: string },
  token: string,
  name: Name,
  variables: VariablesOf<Name>,
): Promise<PayloadOf<Name>> {
  const payload = Object.values(await askText(graph, token, operation(name), variables as object))[0];
  if (payload === undefined || payload === null) throw new Error(`${name} answers nothing`);
  return payload as PayloadOf<Name>;
}

/** What a page of a list holds. */
export const nodesOf = <Node>(page: { readonly edges: readonly { readonly node: Node }[] }): Node[] =>
  page.edges.map(({ node }) => node);
