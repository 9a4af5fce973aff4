import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Rule, type RuleNode } from "../requirement/index.js";
import { Authorized, Node, PageArgs, PageInfo } from "../values.graphql.js";
import { Expectation } from "./expectation.graphql.js";
import type { ProgramReads } from "./program.reads.js";
import type { DifferenceNode, ProgramNode } from "./program-node.js";

type Context = RequestContext<ProgramReads>;

export const Track = objectType(
  "Track",
  "A way in which partners contribute; a program may ask different things of each.",
  {
    id: field.id(),
    name: field.string("By which partners and rules name it."),
    title: field.string("Its name for people."),
    description: field.string("What its partners do, in the program's words; null where it does not say.").nullable(),
    isClassified: field.boolean("Whether the program puts partners on it, rather than they themselves."),
  },
);
export type Track = InstanceType<typeof Track>;

export const Market = objectType("Market", "Countries or regions in which scaled targets are multiplied by a factor.", {
  id: field.id(),
  name: field.string("By which rules name it."),
  title: field.string("Its name for people."),
  factor: field.decimal("By what targets are multiplied that a rule scales by market; 0.5 halves them."),
  regions: field.string("Regions that belong to it, where no market lists the partner's country.").list(),
  countries: field.string("Countries that belong to it.").list(),
  why: field.string("Why the program has it."),
});
export type Market = InstanceType<typeof Market>;

const DifferenceKind = graphEnum("DifferenceKind", ["added", "removed", "changed"], {
  description: "What happened to a part of the document.",
  valuesConfig: {
    ADDED: { description: "The earlier version does not have it." },
    REMOVED: { description: "The later version does not have it." },
    CHANGED: { description: "Both versions have it, with other content." },
  },
});

export const ProgramDifference = objectType("ProgramDifference", "A difference between a version and the one before.", {
  path: field.string("Its address in the document."),
  kind: field.of(() => DifferenceKind, "Whether it was added, removed or changed.").as<DifferenceNode["kind"]>(),
  subject: field.string("What differs, for example `Gold: Won revenue`."),
  before: field.string("The earlier text; null where it was added.").nullable(),
  after: field.string("The later text; null where it was removed.").nullable(),
  because: field.string("Why, as the later document says.").nullable(),
  inWords: field.string("The same in one sentence."),
});
export type ProgramDifference = InstanceType<typeof ProgramDifference>;

const ProgramState = graphEnum("ProgramState", ["ANNOUNCED", "IN_FORCE", "SUPERSEDED"], {
  description: "The place of a version among the others.",
  valuesConfig: {
    ANNOUNCED: { description: "Published for a day to come." },
    IN_FORCE: { description: "Partners are judged by it." },
    SUPERSEDED: { description: "Another version took its place." },
  },
});

export const Tier = objectType(
  "Tier",
  "A tier of one program version.",
  {
    id: field.id(),
    name: field.string("Slug, for example `gold`."),
    title: field.string("Its name for people."),
    rank: field.int("0 is the tier that everyone starts in."),
    why: field.string("Why the tier asks what it asks."),
    requires: field
      .of(() => Rule, "Null where nothing is asked.")
      .as<RuleNode>()
      .nullable(),
    keepsAt: field
      .decimal(
        "The share of each bound that keeps the tier, where a rule does not say otherwise; null where `keeps` says all, or nothing is asked.",
      )
      .nullable(),
    keeps: field
      .of(() => Rule, "What keeps the tier, where the program asks something different for keeping it.")
      .as<RuleNode>()
      .nullable(),
    expects: field.of(() => Expectation, "What its partners are expected to do, in the order of the document.").list(),
  },
  { directives: ['@key(fields: "id")'], implements: Node },
);
export type Tier = InstanceType<typeof Tier>;

export const Program = objectType(
  "Program",
  "A version of the program, whole.",
  {
    id: field.id(),
    name: field.string("Of the document; its versions share it."),
    version: field.string("As the document calls it; each is published once."),
    why: field.string("What this version changes, and why.").nullable(),
    currency: field.string("ISO 4217 code."),
    state: field.of(() => ProgramState, "Its place among the versions.").as<ProgramNode["state"]>(),
    effectiveOn: field.date("The first day that it judges."),
    publishedAt: field.dateTime("When it was published or announced."),
    startedAt: field.dateTime("When it came into force; null while it is announced.").nullable(),
    supersededAt: field.dateTime("When the next version took its place.").nullable(),
    source: field.string("The document as it was published, YAML."),
    tracks: field.of(() => Track, "In the order of the document.").list(),
    markets: field
      .of(
        () => Market,
        "In the order of the document: a partner belongs to the first that lists its country, or else its region.",
      )
      .list(),
    tiers: field.of(() => Tier, "Lowest first.").list(),
  },
  { implements: Node },
);
export type Program = InstanceType<typeof Program>;

export const ProgramConnection = connectionType("Program", () => Program, PageInfo, "A page of program versions.");
export type ProgramConnection = InstanceType<typeof ProgramConnection>;

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
  @Query(() => ProgramConnection, {
    nullable: true,
    description: "Published and announced versions, newest first.",
  })
  programVersions(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<Program>> {
    return load.programVersions(args);
  }
}
