import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Rule, type RuleNode } from "../requirement/index.js";
import { Authorized } from "../values.graphql.js";
import { Expectation } from "./expectation.graphql.js";
import type { ProgramReads } from "./program.reads.js";
import type { DifferenceNode, ProgramNode } from "./program-node.js";

type Context = RequestContext<ProgramReads>;

@ObjectType({ description: "A way in which partners contribute; a program may ask different things of each." })
export class Track {
  @Field(() => String, { description: "By which partners and rules name it." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "What its partners do, in the program's words; null where it does not say.",
  })
  description: string | null;

  @Field(() => Boolean, { description: "Whether the program puts partners on it, rather than they themselves." })
  isClassified: boolean;
}

@ObjectType({ description: "Countries or regions in which scaled targets are multiplied by a factor." })
export class Market {
  @Field(() => String, { description: "By which rules name it." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => DecimalScalar, {
    description: "By what targets are multiplied that a rule scales by market; 0.5 halves them.",
  })
  factor: string;

  @Field(() => [String], { description: "Regions that belong to it, where no market lists the partner's country." })
  regions: string[];

  @Field(() => [String], { description: "Countries that belong to it." })
  countries: string[];

  @Field(() => String, { description: "Why the program has it." })
  why: string;
}

const DifferenceKind = graphEnum("DifferenceKind", ["added", "removed", "changed"], {
  description: "What happened to a part of the document.",
  valuesConfig: {
    ADDED: { description: "The earlier version does not have it." },
    REMOVED: { description: "The later version does not have it." },
    CHANGED: { description: "Both versions have it, with other content." },
  },
});

@ObjectType({ description: "A difference between a version and the one before." })
export class ProgramDifference {
  @Field(() => String, { description: "Its address in the document." })
  path: string;

  @Field(() => DifferenceKind, { description: "Whether it was added, removed or changed." })
  kind: DifferenceNode["kind"];

  @Field(() => String, { description: "What differs, for example `Gold: Won revenue`." })
  subject: string;

  @Field(() => String, { nullable: true, description: "The earlier text; null where it was added." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "The later text; null where it was removed." })
  after: string | null;

  @Field(() => String, { nullable: true, description: "Why, as the later document says." })
  because: string | null;

  @Field(() => String, { description: "The same in one sentence." })
  inWords: string;
}

const ProgramState = graphEnum("ProgramState", ["ANNOUNCED", "IN_FORCE", "SUPERSEDED"], {
  description: "The place of a version among the others.",
  valuesConfig: {
    ANNOUNCED: { description: "Published for a day to come." },
    IN_FORCE: { description: "Partners are judged by it." },
    SUPERSEDED: { description: "Another version took its place." },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "A tier of one program version." })
export class Tier {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Slug, for example `gold`." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => Int, { description: "0 is the tier that everyone starts in." })
  rank: number;

  @Field(() => String, { description: "Why the tier asks what it asks." })
  why: string;

  @Field(() => Rule, { nullable: true, description: "Null where nothing is asked." })
  requires: RuleNode | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "The share of each bound that keeps the tier, where a rule does not say otherwise; null where `keeps` says all, or nothing is asked.",
  })
  keepsAt: string | null;

  @Field(() => Rule, {
    nullable: true,
    description: "What keeps the tier, where the program asks something different for keeping it.",
  })
  keeps: RuleNode | null;

  @Field(() => [Expectation], { description: "What its partners are expected to do, in the order of the document." })
  expects: Expectation[];
}

@ObjectType({ description: "A version of the program, whole." })
export class Program {
  @Field(() => String, { description: "Of the document; its versions share it." })
  name: string;

  @Field(() => String, { description: "As the document calls it; each is published once." })
  version: string;

  @Field(() => String, { nullable: true, description: "What this version changes, and why." })
  why: string | null;

  @Field(() => String, { description: "ISO 4217 code." })
  currency: string;

  @Field(() => ProgramState, { description: "Its place among the versions." })
  state: ProgramNode["state"];

  @Field(() => DateScalar, { description: "The first day that it judges." })
  effectiveOn: string;

  @Field(() => DateTimeScalar, { description: "When it was published or announced." })
  publishedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came into force; null while it is announced." })
  startedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the next version took its place." })
  supersededAt: Date | null;

  @Field(() => String, { description: "The document as it was published, YAML." })
  source: string;

  @Field(() => [Track], { description: "In the order of the document." })
  tracks: Track[];

  @Field(() => [Market], {
    description:
      "In the order of the document: a partner belongs to the first that lists its country, or else its region.",
  })
  markets: Market[];

  @Field(() => [Tier], { description: "Lowest first." })
  tiers: Tier[];
}

@Resolver(() => Program)
export class ProgramResolver {
  @FieldResolver(() => [ProgramDifference], {
    description: "Against the version of the same program that was published before.",
  })
  changes(@Root() { name, version }: Program, @Ctx() { load }: Context): Promise<ProgramDifference[]> {
    return load.differencesOf(name, version);
  }

  @FieldResolver(() => String, {
    description:
      "Each requirement in plain words, with numbers that just meet it and numbers that just miss it: Markdown.",
  })
  workedExamples(@Root() { name, version }: Program, @Ctx() { load }: Context): Promise<string> {
    return load.workedExamples(name, version);
  }

  @Authorized("read the program")
  @Query(() => Program, {
    nullable: true,
    description: "The version in force on a day, in the past or as announced; today if omitted. Null before the first.",
  })
  program(
    @Arg("on", () => DateScalar, { nullable: true, description: "The day; today (UTC) if omitted." }) on:
      | string
      | null
      | undefined,
    @Ctx() { load }: Context,
  ): Promise<Program | null> {
    return load.program(on ?? null);
  }

  @Authorized("read the program")
  @Query(() => [Tier], {
    nullable: true,
    description: "The tiers of the version in force, lowest first: the path upward.",
  })
  tiers(@Ctx() { load }: Context): Promise<Tier[]> {
    return load.tiers();
  }

  @Authorized("read the program")
  @Query(() => [Program], {
    nullable: true,
    description: "Published and announced versions, newest first, at most 100.",
  })
  programVersions(@Ctx() { load }: Context): Promise<Program[]> {
    return load.programVersions();
  }
}
