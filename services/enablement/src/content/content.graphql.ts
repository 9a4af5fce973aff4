import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { CourseRole } from "../course/index.js";
import { Authorized, PageInfo } from "../values.graphql.js";
import type { ContentReads } from "./content.reads.js";
import { CONTENT_KINDS } from "./content-version.entity.js";
import { safeHtml } from "./safe-html.js";

type Context = RequestContext<ContentReads>;

export const ContentKind = graphEnum("ContentKind", CONTENT_KINDS, {
  description: "What a piece of content is.",
  valuesConfig: {
    PLAYBOOK: { description: "How to sell and integrate, in sections." },
    CASE_STUDY: { description: "What a customer achieved." },
    COMPETITIVE_ANALYSIS: { description: "How the product compares with others." },
  },
});
export type ContentKind = (typeof ContentKind)[string];
export const ContentSectionName = graphEnum(
  "ContentSectionName",
  ["MOTIONS", "MESSAGING", "INTEGRATION_STEPS", "BODY"],
  {
    description: "A playbook has motions, messaging and integration steps; other content has a body.",
    valuesConfig: {
      MOTIONS: { description: "Of a playbook: how to sell." },
      MESSAGING: { description: "Of a playbook: what to say." },
      INTEGRATION_STEPS: { description: "Of a playbook: how to integrate." },
      BODY: { description: "All of a case study or a competitive analysis." },
    },
  },
);
export type ContentSectionName = (typeof ContentSectionName)[string];

@ObjectType({ description: "One part of a piece of content." })
class ContentSection {
  @Field(() => ContentSectionName, { description: "Which part it is." })
  section: ContentSectionName;

  @Field(() => String, { description: "CommonMark and tables, as it was written." })
  markdown: string;
}

@ObjectType({ description: "How a piece is used by all partners." })
class ContentUse {
  @Field(() => Int, { description: "How often it was read, by all readers together." })
  reads: number;

  @Field(() => Int, { description: "Different readers." })
  readers: number;

  @Field(() => Int, { description: "Readers whose last word is that it helped." })
  useful: number;

  @Field(() => Int, { description: "Readers whose last word is that it did not help." })
  notUseful: number;
}

@ObjectType({ description: "A playbook, a case study, or a competitive analysis." })
export class Content {
  @Field(() => String, { description: "Slug by which it is known." })
  name: string;

  @Field(() => ContentKind, { description: "What it is." })
  kind: ContentKind;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "What it is about, in a line." })
  summary: string;

  @Field(() => CourseRole, { nullable: true, description: "Null where it is for everyone." })
  role: string | null;

  @Field(() => [String], { description: "Names of maturities; empty for all of them." })
  maturities: readonly string[];

  @Field(() => String, { nullable: true, description: "What is done with it; null where it is for any." })
  motion: string | null;

  @Field(() => [String], { description: "Names of the tiers whose partners may read it; empty for all tiers." })
  tiers: readonly string[];

  @Field(() => [String], { description: "Names of the tracks whose partners may read it; empty for all tracks." })
  tracks: readonly string[];

  @Field(() => String, { description: "Who answers for it at the vendor." })
  owner: string;

  @Field(() => Int, { description: "From 1; each writing is a new version." })
  version: number;

  @Field(() => DateTimeScalar, { description: "When this version was written." })
  writtenAt: Date;

  @Field(() => Boolean, { description: "Whether partners read this version." })
  isPublished: boolean;

  @Field(() => DateScalar, { description: "The last day on which it is known to be right." })
  freshUntil: string;

  @Field(() => Boolean, { description: "Whether it is due for review: no one has confirmed it recently." })
  isStale: boolean;

  @Field(() => [ContentSection], { description: "In the order in which they were written." })
  sections: ContentSection[];
}

@ObjectType({ description: "A page of pieces of content." })
class ContentConnection extends connectionType("Content", () => Content, PageInfo) {}

@ArgsType()
class ContentPageArgs {
  @Field(() => Int, { defaultValue: 20, description: "1 to 100." })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;
}

@ArgsType()
class ContentArgs extends ContentPageArgs {
  @Field(() => ContentKind, { nullable: true, description: "All kinds if omitted." })
  kind?: ContentKind | null;

  @Field(() => CourseRole, { nullable: true, description: "What is for this role, or for everyone." })
  role?: CourseRole | null;

  @Field(() => String, { nullable: true, description: "Name of a maturity: what is for it, or for all." })
  maturity?: string | null;

  @Field(() => String, { nullable: true, description: "What is for this motion, or for any." })
  motion?: string | null;
}

@Resolver(() => ContentSection)
export class ContentSectionResolver {
  @FieldResolver(() => String, {
    description: "The same as HTML that a page can show as it is: it runs nothing, and loads nothing from elsewhere.",
  })
  html(@Root() { markdown }: ContentSection): string {
    return safeHtml(markdown);
  }
}

@Resolver(() => Content)
export class ContentResolver {
  @FieldResolver(() => ContentUse, { nullable: true, description: "For the vendor's people." })
  @Authorized("read content use")
  use(@Root() { name }: Content, @Ctx() { load }: Context): Promise<ContentUse> {
    return load.contentUse(name);
  }

  @Authorized("read content")
  @Query(() => ContentConnection, {
    nullable: true,
    description: "What is published, by title; a partner sees what its tier and tracks may read.",
  })
  content(@Args(() => ContentArgs) args: ContentArgs, @Ctx() { load }: Context): Promise<Page<Content>> {
    const { kind = null, role = null, maturity = null, motion = null, ...page } = args;
    return load.content({ kind, role, maturity, motion }, page);
  }

  @Authorized("read content")
  @Query(() => Content, {
    nullable: true,
    description: "A published piece; null where there is none that may be read.",
  })
  contentPiece(
    @Arg("name", () => String, { description: "Slug by which it is known." }) name: string,
    @Ctx() { load }: Context,
  ): Promise<Content | null> {
    return load.contentPiece(name);
  }

  @Authorized("write content")
  @Query(() => ContentConnection, {
    nullable: true,
    description: "Published content that no one has confirmed recently, longest first.",
  })
  staleContent(@Args(() => ContentPageArgs) page: ContentPageArgs, @Ctx() { load }: Context): Promise<Page<Content>> {
    return load.staleContent(page);
  }

  @Authorized("write content")
  @Query(() => [Content], {
    nullable: true,
    description: "The last version of each piece that is not published, newest first, at most 100.",
  })
  contentDrafts(@Ctx() { load }: Context): Promise<Content[]> {
    return load.contentDrafts();
  }
}
