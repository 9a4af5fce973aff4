import "./metadata.js";
import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { resolversWithoutInfo } from "../execution/resolve-info.js";
import type { Viewer } from "../identity/viewer.js";
import { personalFields } from "../values/declared-type.graphql.js";

/** An analyst counts and compares; who the persons are, and what they wrote, is not needed for it. */
const readsPersonalData = ({ role }: Viewer): boolean => role !== "ANALYST";

interface PersonalResolver {
  readonly type: string;
  readonly field: string;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
}

/** Of each field that is declared `personal()`: its value, or null where the viewer reads no personal data. */
export function personalResolvers(): PersonalResolver[] {
  const names = new Map(getMetadataStorage().objectTypes.map(({ target, name }) => [target as unknown, name]));
  return personalFields.flatMap(({ type: declared, field }) => {
    const type = names.get(declared);
    if (type === undefined) return [];
    const resolve: PersonalResolver["resolve"] = (source, _args, context) =>
      readsPersonalData((context as { viewer: Viewer }).viewer) // The context of every subgraph has it.
        ? (source as Readonly<Record<string, unknown>>)[field]
        : null;
    resolversWithoutInfo.add(resolve);
    return [{ type, field, resolve }];
  });
}
