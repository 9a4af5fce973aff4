import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { selectsTooMuch } from "@tiergraph/kit/subgraph/selection-bound";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { connectionType, payloadType } from "@tiergraph/kit/values/types.graphql";
import { Kind, parse } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
import type { ExportActions } from "./actions.js";
import { viewerKey } from "./export.js";
import type { ExportReads } from "./export.reads.js";
import { removalRefusals, savingRefusals } from "./export.refusals.js";

type Context = RequestContext<ExportReads, ExportActions>;

const SavedQuery = objectType("SavedQuery", "A query of the graph that a viewer keeps, to run or to export.", {
  name: field.string("Under which it is kept: each of your queries has its own."),
  source: field.string("One query operation."),
  variables: field.string("A JSON object."),
  savedAt: field.dateTime("When it was last saved."),
});
type SavedQuery = InstanceType<typeof SavedQuery>;

export const SavedQueryConnection = connectionType(
  "SavedQuery",
  () => SavedQuery,
  PageInfo,
  "A page of saved queries.",
);
export type SavedQueryConnection = InstanceType<typeof SavedQueryConnection>;

const SaveQueryInput = inputType("SaveQueryInput", "A query to keep under a name.", {
  name: field.string("Small letters, digits and hyphens, at most 64. A known name is replaced."),
  source: field.string(
    "One query operation of at most 20,000 characters and 2,000 fields, those of its fragments included.",
  ),
  variables: field.string("A JSON object.").nullable(),
});
type SaveQueryInput = InstanceType<typeof SaveQueryInput>;

const SaveQueryPayload = payloadType("SaveQuery", {
  field: "savedQuery",
  type: () => SavedQuery,
  userError: refusalType("SaveQuery", savingRefusals),
});

const RemoveSavedQueryInput = inputType("RemoveSavedQueryInput", "The saved query to remove.", {
  name: field.string("Name of one of your saved queries."),
});
type RemoveSavedQueryInput = InstanceType<typeof RemoveSavedQueryInput>;

const RemoveSavedQueryPayload = payloadType("RemoveSavedQuery", {
  field: "removed",
  type: () => String,
  description: "Name of the query that was removed; null where it was refused.",
  userError: refusalType("RemoveSavedQuery", removalRefusals),
});

@Resolver(() => SavedQuery)
export class SavedQueryResolver {
  @FieldResolver(() => ID, { description: "Opaque." })
  id(@Root() { name }: SavedQuery, @Ctx() { viewer }: Context): string {
    return encodeNamedId("SavedQuery", viewerKey(viewer), name);
  }

  @Authorized("export data")
  @Query(() => SavedQueryConnection, { nullable: true, description: "Your own, by name." })
  savedQueries(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<SavedQuery>> {
    return load.savedQueries(args);
  }

  @Authorized("export data")
  @Mutation(() => SaveQueryPayload, {
    nullable: true,
    description: "Keeps a query under a name of your own, at most 100 of them; a known name is replaced.",
  })
  async saveQuery(
    @Arg("input", () => SaveQueryInput) { name, source, variables }: SaveQueryInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"savedQuery", SavedQuery>> {
    const outcome = isOneQuery(source)
      ? await actions.saveQuery({ name, source, variables: variables ?? "{}" })
      : savingRefusals.SourceInvalid();
    return payloadOf(savingRefusals, outcome, "savedQuery", ({ saved }) => saved);
  }

  @Authorized("export data")
  @Mutation(() => RemoveSavedQueryPayload, { nullable: true, description: "Exports of it stay." })
  removeSavedQuery(
    @Arg("input", () => RemoveSavedQueryInput) { name }: RemoveSavedQueryInput,
    @Ctx() { actions }: Context,
  ): Promise<Payload<"removed", string>> {
    return actions
      .removeSavedQuery({ name })
      .then((outcome) => payloadOf(removalRefusals, outcome, "removed", (done) => done.name));
  }
}

/** An export repeats its operation as it likes: only what changes nothing may be saved. */
function isOneQuery(source: string): boolean {
  try {
    const document = parse(source, { maxTokens: 5_000 });
    const operations = document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one : []));
    return operations.length === 1 && operations[0]?.operation === "query" && !selectsTooMuch(document);
  } catch {
    return false;
  }
}
