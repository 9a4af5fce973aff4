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

@InputType()
export class ContentSectionInput {
  @Field(() => ContentSectionName)
  section: ContentSectionName;

  @Field(() => String, { description: "CommonMark and tables; at most 100,000 characters." })
  markdown: string;
}

@InputType()
export class WriteContentInput {
  @Field(() => String, { description: "Slug by which it is known: a known one gets a new version." })
  name: string;

  @Field(() => ContentKind)
  kind: ContentKind;

  @Field(() => String)
  title: string;

  @Field(() => String)
  summary: string;

  @Field(() => CourseRole, { nullable: true })
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

  @Field(() => [ContentSectionInput])
  sections: ContentSectionInput[];
}

@InputType()
export class PublishContentInput {
  @Field(() => String)
  name: string;

  @Field(() => Int, { nullable: true, description: "The version that partners read from now on; none if omitted." })
  version?: number | null;
}

@InputType()
export class ConfirmContentInput {
  @Field(() => String)
  name: string;

  @Field(() => DateScalar)
  freshUntil: string;
}

@InputType()
export class NoteReadingInput {
  @Field(() => ID)
  partnerId: string;

  @Field(() => String)
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
