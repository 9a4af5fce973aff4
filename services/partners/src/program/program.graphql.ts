import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import type { Problem } from "@tiergraph/program/document/problem";
import { encodeTierId } from "@tiergraph/program/document/tier-id";
import {
  Arg,
  Authorized,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Rule, ruleOf } from "../requirement.graphql.js";
import { type PublishedVersion, publishedVersionOf } from "./program-shelf.js";
import type { ProgramPublication } from "./publish-program.action.js";

@ObjectType({ description: "A way in which partners contribute; a program may ask different things of each." })
export class Track {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "A tier of one program version." })
export class Tier {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "Slug, for example `gold`." })
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { description: "0 is the tier that everyone starts in." })
  rank!: number;

  @Field(() => String, { description: "Why the tier asks what it asks." })
  why!: string;

  @Field(() => Rule, { nullable: true, description: "Null where nothing is asked." })
  requires!: Rule | null;
}

@ObjectType({ description: "A version of the program, whole." })
export class Program {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { nullable: true, description: "What this version changes, and why." })
  why!: string | null;

  @Field(() => String, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => DateTimeScalar)
  publishedAt!: Date;

  @Field(() => String, { description: "The document as it was published, YAML." })
  source!: string;

  @Field(() => [Track])
  tracks!: Track[];

  @Field(() => [Tier], { description: "Lowest first." })
  tiers!: Tier[];
}

export enum PublishProgramErrorCode {
  DOCUMENT_INVALID = "DOCUMENT_INVALID",
  VERSION_TAKEN = "VERSION_TAKEN",
  CURRENCY_CHANGES = "CURRENCY_CHANGES",
}
registerEnumType(PublishProgramErrorCode, { name: "PublishProgramErrorCode" });

@ObjectType({ description: "A refusal: nothing was published." })
export class PublishProgramUserError {
  @Field(() => PublishProgramErrorCode)
  code!: PublishProgramErrorCode;

  @Field(() => [String], { description: "Always `input.source`; `path` says where in the document." })
  field!: string[];

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true, description: "For example `tiers.gold.requires.all[0].measure`." })
  path!: string | null;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  @Field(() => Int, { nullable: true })
  column!: number | null;
}

@InputType()
export class PublishProgramInput {
  @Field(() => String, { description: "The program document, YAML or JSON, at most 1 MiB." })
  source!: string;
}

@ObjectType()
export class PublishProgramPayload {
  @Field(() => Program, { nullable: true })
  program!: Program | null;

  @Field(() => [PublishProgramUserError])
  userErrors!: PublishProgramUserError[];
}

@Resolver()
export class ProgramResolver {
  @Authorized("read the program")
  @Query(() => Program, { nullable: true, description: "The version in force; null before the first publication." })
  program(@Ctx() { load }: Context): Promise<Program | null> {
    return load.programInForce().then(programOrNull);
  }

  @Authorized("read the program")
  @Query(() => [Tier], {
    nullable: true,
    description: "The tiers of the version in force, lowest first: the path upward.",
  })
  tiers(@Ctx() { load }: Context): Promise<Tier[]> {
    return load.programInForce().then((inForce) => (inForce === null ? [] : programOf(inForce).tiers));
  }

  @Authorized("read the program")
  @Query(() => [Program], { nullable: true, description: "Published versions, newest first, at most 100." })
  programVersions(@Ctx() { load }: Context): Promise<Program[]> {
    return load.programVersions().then((versions) => versions.map(programOf));
  }

  @Authorized("publish programs")
  @Mutation(() => PublishProgramPayload, {
    nullable: true,
    description:
      "Puts a document in force and places every partner by it. Publishing the same document again changes nothing.",
  })
  publishProgram(
    @Arg("input", () => PublishProgramInput) input: PublishProgramInput,
    @Ctx() { actions }: Context,
  ): Promise<PublishProgramPayload> {
    return actions.publishProgram(input).then(payloadOf);
  }
}

const programOrNull = (version: PublishedVersion | null): Program | null =>
  version === null ? null : programOf(version);

function programOf({ program, row }: PublishedVersion): Program {
  return {
    name: program.name,
    version: program.version,
    why: program.why,
    currency: program.currency,
    publishedAt: row.publishedAt,
    source: row.source,
    tracks: [...program.tracks],
    tiers: program.tiers.map((tier) => tierOf(program, tier.name)),
  };
}

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
    requires: tier.requires === null ? null : ruleOf(program, tier.requires),
  };
}

function payloadOf(publication: ProgramPublication): PublishProgramPayload {
  const refusal = (code: PublishProgramErrorCode, message: string, place: Partial<Problem> = {}) => ({
    program: null,
    userErrors: [refusalOf(code, message, place)],
  });
  switch (publication.kind) {
    case "ProgramPublished":
      return { program: programOf(publishedVersionOf(publication.version)), userErrors: [] };
    case "DocumentRefused":
      return {
        program: null,
        userErrors: publication.problems.map((problem) =>
          refusalOf(PublishProgramErrorCode.DOCUMENT_INVALID, problem.message, problem),
        ),
      };
    case "VersionTaken":
      return refusal(
        PublishProgramErrorCode.VERSION_TAKEN,
        `Version ${publication.version} of ${publication.program} was published before: give what is to follow it a new version.`,
        { path: "version" },
      );
    case "CurrencyChanges":
      return refusal(
        PublishProgramErrorCode.CURRENCY_CHANGES,
        `The program in force counts in ${publication.inForce}, and so do the facts: a program in ${publication.currency} cannot follow it.`,
        { path: "currency" },
      );
  }
}

const refusalOf = (
  code: PublishProgramErrorCode,
  message: string,
  place: Partial<Problem>,
): PublishProgramUserError => ({
  code,
  field: ["input", "source"],
  message,
  path: place.path ?? null,
  line: place.line ?? null,
  column: place.column ?? null,
});
