import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { Difference as EngineDifference } from "@tiergraph/program/document/notation";
import { differenceInWords } from "@tiergraph/program/document/program";
import { encodeTierId } from "@tiergraph/program/document/tiers";
import { decimalOf } from "@tiergraph/program/exact";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { keepingOfTier, Rule, rulesOfTier } from "../requirement/rule.graphql.js";
import { Authorized } from "../values.graphql.js";
import { Expectation, expectationsOf } from "./expectation.graphql.js";
import type { PublishedVersion } from "./program-shelf.js";
import type { DatedVersion } from "./version-states.js";

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

export enum DifferenceKind {
  ADDED = "ADDED",
  REMOVED = "REMOVED",
  CHANGED = "CHANGED",
}
registerEnumType(DifferenceKind, { name: "DifferenceKind" });

@ObjectType({ description: "A difference between a version and the one before." })
export class ProgramDifference {
  @Field(() => String, { description: "Its address in the document." })
  path: string;

  @Field(() => DifferenceKind)
  kind: DifferenceKind;

  @Field(() => String, { description: "What differs, for example `Gold: Won revenue`." })
  subject: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;

  @Field(() => String, { nullable: true, description: "Why, as the later document says." })
  because: string | null;

  @Field(() => String, { description: "The same in one sentence." })
  inWords: string;
}

export enum ProgramState {
  ANNOUNCED = "ANNOUNCED",
  IN_FORCE = "IN_FORCE",
  SUPERSEDED = "SUPERSEDED",
}
registerEnumType(ProgramState, { name: "ProgramState" });

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
  requires: Rule | null;

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
  keeps: Rule | null;

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
  state: ProgramState;

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
    return load.differencesOf(name, version).then((differences) => differences.map(differenceOf));
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
    return load.programOn(on ?? null).then((version) => (version === null ? null : programOf(version)));
  }

  @Authorized("read the program")
  @Query(() => [Tier], {
    nullable: true,
    description: "The tiers of the version in force, lowest first: the path upward.",
  })
  tiers(@Ctx() { load }: Context): Promise<Tier[]> {
    return load.programOn(null).then((version) => (version === null ? [] : programOf(version).tiers));
  }

  @Authorized("read the program")
  @Query(() => [Program], {
    nullable: true,
    description: "Published and announced versions, newest first, at most 100.",
  })
  programVersions(@Ctx() { load }: Context): Promise<Program[]> {
    return load.programVersions().then((versions) => versions.map(programOf));
  }
}

export function programOf({ program, row, state, supersededAt }: DatedVersion): Program {
  return {
    name: program.name,
    version: program.version,
    why: program.why,
    currency: program.currency,
    state: ProgramState[state],
    effectiveOn: row.effectiveOn,
    publishedAt: row.publishedAt,
    startedAt: row.startedAt,
    supersededAt,
    source: row.source,
    tracks: program.tracks.map(({ classified, ...track }) => ({ ...track, isClassified: classified !== null })),
    markets: program.markets.map(({ factor, regions, countries, ...market }) => ({
      ...market,
      factor: decimalOf(factor),
      regions: [...regions],
      countries: [...countries],
    })),
    tiers: program.tiers.map((tier) => tierOf(program, tier.name)),
  };
}

export const differenceOf = (difference: EngineDifference): ProgramDifference => ({
  ...difference,
  kind: { added: DifferenceKind.ADDED, removed: DifferenceKind.REMOVED, changed: DifferenceKind.CHANGED }[
    difference.kind
  ],
  inWords: differenceInWords(difference),
});

/** The tier as the version defines it. */
export function tierOf(program: PublishedVersion["program"], name: string): Tier {
  const tier = program.tiers.find((candidate) => candidate.name === name);
  if (tier === undefined) throw new Error(`Version ${program.version} of ${program.name} has no tier ${name}`);
  return {
    id: encodeTierId({ program: program.name, version: program.version, tier: name }),
    name,
    title: tier.title,
    rank: tier.rank,
    why: tier.why,
    requires: rulesOfTier(program, tier),
    ...keepingOfTier(program, tier),
    expects: expectationsOf(program, tier.expects),
  };
}
