import type { FetchDataRewrite } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { type Data, isData } from "./data.js";

/** Changes the data of one fetch in place, as the plan says. */
export type Rewrite = (data: unknown) => void;

const FRAGMENT = "... on ";

/** What the plan changes of the data that a fetch sends or receives: names that it had to give, types that it knows better. */
export function compileRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[] | undefined): Rewrite {
  const compiled = (rewrites ?? []).flatMap((rewrite) => {
    const last = rewrite.path.at(-1);
    return last === undefined ? [] : [alongPath(schema, rewrite.path.slice(0, -1), changeOf(rewrite, last))];
  });
  return (data) => {
    for (const rewrite of compiled) rewrite(data);
  };
}

function changeOf(rewrite: FetchDataRewrite, name: string): (data: Data) => void {
  if (rewrite.kind === "ValueSetter") {
    const { setValueTo } = rewrite;
    return (data) => {
      data[name] = setValueTo;
    };
  }
  const { renameKeyTo } = rewrite;
  return (data) => {
    const value = data[name];
    if (!value) return;
    data[renameKeyTo] = value;
    data[name] = undefined;
  };
}

function alongPath(schema: GraphQLSchema, path: readonly string[], change: (data: Data) => void): Rewrite {
  const [first, ...rest] = path;
  const onward = first === undefined ? null : alongPath(schema, rest, change);
  const type = first?.startsWith(FRAGMENT) ? first.slice(FRAGMENT.length) : null;
  const walk: Rewrite = (value) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isData(value)) return;
    if (onward === null || first === undefined) change(value);
    else if (type === null) onward(value[first]);
    else if (value.__typename === undefined || isOfType(schema, value, type)) onward(value);
  };
  return walk;
}

/** Whether an object is of a type, or of one that belongs to it; not where its type is unknown. */
export function isOfType(schema: GraphQLSchema, { __typename: name }: Data, condition: string): boolean {
  if (name === condition) return true;
  const type = typeof name === "string" ? schema.getType(name) : undefined;
  const wanted = schema.getType(condition);
  if (type === undefined || wanted === undefined || !("getFields" in type)) return false;
  const isAbstract = "resolveType" in wanted;
  return isAbstract && schema.isSubType(wanted as never, type as never); // Both were just seen to be of these kinds.
}
