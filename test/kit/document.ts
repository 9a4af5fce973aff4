import type { InlineDocuments, SavedDocuments } from "../generated/documents.js";

declare const types: unique symbol;

/** A text to send, with the types of what is answered and of its variables. */
export type Document<Data, Variables> = string & {
  readonly [types]: { readonly data: Data; readonly variables: Variables };
};

/** The name of a saved operation: that of its file in `schema/operations`. */
export type OperationName = keyof SavedDocuments;
/** A text that stands in a test; `npm run schema` writes the types of a new one. */
export type InlineText = keyof InlineDocuments;

type DataOf<Name extends OperationName> = SavedDocuments[Name] extends Document<infer Data, infer _> ? Data : never;
/** The variables of a saved operation. */
export type VariablesOf<Name extends OperationName> =
  SavedDocuments[Name] extends Document<infer _, infer Variables> ? Variables : never;

/** The variables of a document as the last argument, which may be left out where each of them may be. */
export type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/**
 * An answer as a test reads it: objects and lists are there. Where the graph has nothing there, reading on throws, and
 * so the test fails. Values keep their null.
 */
export type Read<Data> = Data extends readonly (infer Item)[]
  ? Present<Item>[]
  : { [Field in keyof Data]: Present<Data[Field]> };
type Present<Value> = [Extract<Value, object>] extends [never] ? Value : Read<Extract<Value, object>>;

/** A document's answer as a test reads it, for where it is named before it comes, such as in a loop over pages. */
export type AnswerTo<Asked> = Asked extends Document<infer Data, infer _> ? Read<Data> : never;

export type AnswerOf<Name extends OperationName> = AnswerTo<SavedDocuments[Name]>;

/** What an operation of one field answers with, such as a mutation. */
export type PayloadOf<Name extends OperationName> = Name extends OperationName
  ? Present<DataOf<Name>[keyof DataOf<Name>]>
  : never;
