import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { CourseRole } from "../course/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { ContentActions } from "./actions.js";
import { Content, ContentKind, ContentSectionName } from "./content.graphql.js";
import { contentRefusals } from "./content.refusals.js";
import { contentOf } from "./content-node.js";

type Context = RequestContext<unknown, ContentActions>;

const ContentSectionInput = inputType("ContentSectionInput", "One part of a piece of content.", {
  section: field.of(() => ContentSectionName, "Which part it is; each once, and only those of the kind."),
  markdown: field.string("CommonMark and tables; at most 100,000 characters."),
});

const WriteContentInput = inputType("WriteContentInput", "A new version of a piece of content.", {
  name: field.string("Slug by which it is known: a known one gets a new version."),
  kind: field.of(() => ContentKind, "What it is; it says which sections there may be."),
  title: field.string("1 to 200 characters."),
  summary: field.string("1 to 200 characters."),
  role: field.of(() => CourseRole, "Whom it is for; everyone if omitted.").nullable(),
  maturities: field.string("Names of maturities of the program in force.").list().nullable(),
  motion: field.string("Slug, such as `new-business`.").nullable(),
  tiers: field.string("Names of tiers of the program in force.").list().nullable(),
  tracks: field.string("Names of tracks of the program in force.").list().nullable(),
  owner: field.string("Who answers for it at the vendor."),
  freshUntil: field.date("The last day on which it is known to be right; not before today (UTC)."),
  sections: field.of(() => ContentSectionInput, "One or more.").list(),
});
type WriteContentInput = InstanceType<typeof WriteContentInput>;

const PublishContentInput = inputType("PublishContentInput", "The version of a piece that partners read.", {
  name: field.string("Slug by which it is known."),
  version: field.int("The version that partners read from now on; none if omitted.").nullable(),
});
type PublishContentInput = InstanceType<typeof PublishContentInput>;

const ConfirmContentInput = inputType("ConfirmContentInput", "Until when a piece is right.", {
  name: field.string("Slug by which it is known."),
  freshUntil: field.date("The last day on which it is known to be right; not before today (UTC)."),
});
type ConfirmContentInput = InstanceType<typeof ConfirmContentInput>;

const NoteReadingInput = inputType("NoteReadingInput", "That a piece was read, or whether it helped.", {
  partnerId: field.id("The partner whose person read it."),
  name: field.string("Slug by which it is known."),
  isUseful: field.boolean("Whether it helped; omitted for a reading.").nullable(),
});
type NoteReadingInput = InstanceType<typeof NoteReadingInput>;
const ContentPayload = payloadType("Content", {
  field: "content",
  type: () => Content,
  userError: refusalType("Content", contentRefusals),
});
type ContentPayload = Payload<"content", ReturnType<typeof contentOf>>;

@Resolver()
export class ContentChangeResolver {
  @Authorized("write content")
  @Mutation(() => ContentPayload, {
    nullable: true,
    description: "Writes a new version of a piece. Partners go on to read what is published.",
  })
  async writeContent(
    @Arg("input", () => WriteContentInput) input: WriteContentInput,
    @Ctx() { actions, today }: Context,
  ): Promise<ContentPayload> {
    const { role = null, motion = null, maturities, tiers, tracks, ...given } = input;
    const outcome = await actions.writeContent({
      ...given,
      role,
      motion,
      maturities: maturities ?? [],
      tiers: tiers ?? [],
      tracks: tracks ?? [],
    });
    return payloadOf(contentRefusals, outcome, "content", ({ content }) => contentOf(content, today));
  }

  @Authorized("write content")
  @Mutation(() => ContentPayload, { nullable: true, description: "Publishes a version, or takes a piece back." })
  async publishContent(
    @Arg("input", () => PublishContentInput) { name, version }: PublishContentInput,
    @Ctx() { actions, today }: Context,
  ): Promise<ContentPayload> {
    const outcome = await actions.publishContent({ name, version: version ?? null });
    return payloadOf(contentRefusals, outcome, "content", ({ content }) => contentOf(content, today));
  }

  @Authorized("write content")
  @Mutation(() => ContentPayload, { nullable: true, description: "Says that a published piece is still right." })
  async confirmContent(
    @Arg("input", () => ConfirmContentInput) input: ConfirmContentInput,
    @Ctx() { actions, today }: Context,
  ): Promise<ContentPayload> {
    return payloadOf(contentRefusals, await actions.confirmContent(input), "content", ({ content }) =>
      contentOf(content, today),
    );
  }

  @Authorized("note readings")
  @Mutation(() => ContentPayload, {
    nullable: true,
    description:
      "Records that a reader read a piece, or found it helpful or not. Each reader has one vote and may change it.",
  })
  async noteReading(
    @Arg("input", () => NoteReadingInput) { isUseful, ...given }: NoteReadingInput,
    @Ctx() { actions, today }: Context,
  ): Promise<ContentPayload> {
    const outcome = await actions.noteReading({ ...given, isUseful: isUseful ?? null });
    return payloadOf(contentRefusals, outcome, "content", ({ content }) => contentOf(content, today));
  }
}
