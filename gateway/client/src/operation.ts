/** What is sent, with the types of its variables and of what is answered. */
export interface Operation<Data, Variables> {
  /** As `operationName`. */
  readonly name: string;
  readonly kind: "query" | "mutation";
  /** The document: one operation, and the fragments that it names. */
  readonly text: string;
  /** Never there: says the types to the compiler. */
  readonly "~types"?: (variables: Variables) => Data;
}

/** Of a document with one operation. */
export function operation<Data, Variables>(text: string): Operation<Data, Variables> {
  const [, kind, name] = /^(query|mutation) (\w+)/m.exec(text) ?? [];
  if (kind === undefined || name === undefined) throw new Error("A document needs an operation that has a name.");
  return { name, kind: kind === "mutation" ? "mutation" : "query", text };
}
