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
  @Field(() => String)
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => Boolean, { description: "Whether the program puts partners on it, rather than they themselves." })
  isClassified: boolean;
}

@ObjectType({ description: "Countries or regions in which scaled targets are multiplied by a factor." })
export class Market {
  @Field(() => String)
  name: string;

  @Field(() => String)
  title: string;

  @Field(() => DecimalScalar)
  factor: string;

  @Field(() => [String])
  regions: string[];

  @Field(() => [String])
  countries: string[];

  @Field(() => String)
  why: string;
}

const DifferenceKind = graphEnum("DifferenceKind", ["added", "removed", "changed"]);

@ObjectType({ description: "A difference between a version and the one before." })
export class ProgramDifference {
  @Field(() => String, { description: "Its address in the document." })
  path: string;

  @Field(() => DifferenceKind)
  kind: DifferenceNode["kind"];

  @Field(() => String, { description: "What differs, for example `Gold: Won revenue`." })
  subject: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: "`endCursor` of the page before; the first page if omitted.",
  })
  after: string | null;

  @Field(() => String, { nullable: true, description: "Why, as the later document says." })
  because: string | null;

  @Field(() => String, { description: "The same in one sentence." })
  inWords: string;
}

const ProgramState = graphEnum("ProgramState", ["ANNOUNCED", "IN_FORCE", "SUPERSEDED"]);

@Directive('@key(fields: "id")')
@ObjectType({ description: "A tier of one program version." })
export class Tier {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Slug, for example `gold`." })
  name: string;

  @Field(() => String)
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
  @Field(() => String)
  name: string;

  @Field(() => String)
  version: string;

  @Field(() => String, { nullable: true, description: "What this version changes, and why." })
  why: string | null;

  @Field(() => String, { description: "ISO 4217 code." })
  currency: string;

  @Field(() => ProgramState)
  state: ProgramNode["state"];

  @Field(() => DateScalar, { description: "The first day that it judges." })
  effectiveOn: string;

  @Field(() => DateTimeScalar)
  publishedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came into force; null while it is announced." })
  startedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the next version took its place." })
  supersededAt: Date | null;

  @Field(() => String, { description: "The document as it was published, YAML." })
  source: string;

  @Field(() => [Track])
  tracks: Track[];

  @Field(() => [Market])
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
    @Arg("on", () => DateScalar, { nullable: true }) on: string | null | undefined,
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
