import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { argsType, field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CourseRole } from "../course/index.js";
import { Authorized, PageArgs, PageInfo } from "../values.graphql.js";
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

const ContentSection = objectType("ContentSection", "One part of a piece of content.", {
  section: field.of(() => ContentSectionName, "Which part it is."),
  markdown: field.string("CommonMark and tables, as it was written."),
});
type ContentSection = InstanceType<typeof ContentSection>;

const ContentUse = objectType("ContentUse", "How a piece is used by all partners.", {
  reads: field.int("How often it was read, by all readers together."),
  readers: field.int("Different readers."),
  useful: field.int("Readers whose last word is that it helped."),
  notUseful: field.int("Readers whose last word is that it did not help."),
});
type ContentUse = InstanceType<typeof ContentUse>;

export const Content = objectType("Content", "A playbook, a case study, or a competitive analysis.", {
  id: field.id(),
  name: field.string("Slug by which it is known."),
  kind: field.of(() => ContentKind, "What it is."),
  title: field.string("Its name for people."),
  summary: field.string("What it is about, in a line."),
  role: field
    .of(() => CourseRole, "Null where it is for everyone.")
    .as<string>()
    .nullable(),
  maturities: field.string("Names of maturities; empty for all of them.").list(),
  motion: field.string("What is done with it; null where it is for any.").nullable(),
  tiers: field.string("Names of the tiers whose partners may read it; empty for all tiers.").list(),
  tracks: field.string("Names of the tracks whose partners may read it; empty for all tracks.").list(),
  owner: field.string("Who answers for it at the vendor."),
  version: field.int("From 1; each writing is a new version."),
  writtenAt: field.dateTime("When this version was written."),
  isPublished: field.boolean("Whether partners read this version."),
  freshUntil: field.date("The last day on which it is known to be right."),
  isStale: field.boolean("Whether it is due for review: no one has confirmed it recently."),
  sections: field.of(() => ContentSection, "In the order in which they were written.").list(),
});
export type Content = InstanceType<typeof Content>;

export const ContentConnection = connectionType("Content", () => Content, PageInfo, "A page of pieces of content.");
export type ContentConnection = InstanceType<typeof ContentConnection>;

const ContentArgs = argsType({
  ...PageArgs.fields,
  kind: field.of(() => ContentKind, "All kinds if omitted.").nullable(),
  role: field.of(() => CourseRole, "What is for this role, or for everyone.").nullable(),
  maturity: field.string("Name of a maturity: what is for it, or for all.").nullable(),
  motion: field.string("What is for this motion, or for any.").nullable(),
});
type ContentArgs = InstanceType<typeof ContentArgs>;

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
  staleContent(@Args(() => PageArgs) page: PageArgs, @Ctx() { load }: Context): Promise<Page<Content>> {
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
