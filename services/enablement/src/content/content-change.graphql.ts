import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import { CourseRole } from "../course/index.js";
import { Authorized } from "../values.graphql.js";
import type { ContentActions } from "./actions.js";
import { Content, ContentKind, ContentSectionName } from "./content.graphql.js";
import { contentRefusals } from "./content.refusals.js";
import { contentOf } from "./content-node.js";

type Context = RequestContext<unknown, ContentActions>;

@InputType({ description: "One part of a piece of content." })
class ContentSectionInput {
  @Field(() => ContentSectionName, { description: "Which part it is; each once, and only those of the kind." })
  section: ContentSectionName;

  @Field(() => String, { description: "CommonMark and tables; at most 100,000 characters." })
  markdown: string;
}

@InputType({ description: "A new version of a piece of content." })
class WriteContentInput {
  @Field(() => String, { description: "Slug by which it is known: a known one gets a new version." })
  name: string;

  @Field(() => ContentKind, { description: "What it is; it says which sections there may be." })
  kind: ContentKind;

  @Field(() => String, { description: "1 to 200 characters." })
  title: string;

  @Field(() => String, { description: "1 to 200 characters." })
  summary: string;

  @Field(() => CourseRole, { nullable: true, description: "Whom it is for; everyone if omitted." })
  role?: CourseRole | null;

  @Field(() => [String], { nullable: true, description: "Names of maturities of the program in force." })
  maturities?: string[] | null;

  @Field(() => String, { nullable: true, description: "Slug, such as `new-business`." })
  motion?: string | null;

  @Field(() => [String], { nullable: true, description: "Names of tiers of the program in force." })
  tiers?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Names of tracks of the program in force." })
  tracks?: string[] | null;

  @Field(() => String, { description: "Who answers for it at the vendor." })
  owner: string;

  @Field(() => DateScalar, { description: "The last day on which it is known to be right; not before today (UTC)." })
  freshUntil: string;

  @Field(() => [ContentSectionInput], { description: "One or more." })
  sections: ContentSectionInput[];
}

@InputType({ description: "The version of a piece that partners read." })
class PublishContentInput {
  @Field(() => String, { description: "Slug by which it is known." })
  name: string;

  @Field(() => Int, { nullable: true, description: "The version that partners read from now on; none if omitted." })
  version?: number | null;
}

@InputType({ description: "Until when a piece is right." })
class ConfirmContentInput {
  @Field(() => String, { description: "Slug by which it is known." })
  name: string;

  @Field(() => DateScalar, { description: "The last day on which it is known to be right; not before today (UTC)." })
  freshUntil: string;
}

@InputType({ description: "That a piece was read, or whether it helped." })
class NoteReadingInput {
  @Field(() => ID, { description: "The partner whose person read it." })
  partnerId: string;

  @Field(() => String, { description: "Slug by which it is known." })
  name: string;

  @Field(() => Boolean, { nullable: true, description: "Whether it helped; omitted for a reading." })
  isUseful?: boolean | null;
}
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
