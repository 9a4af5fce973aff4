import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { codesOf, meaningsOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Directive, Field, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type DocumentError, documentErrorOf, Program, type ProgramNode, type ProgramReads } from "../program/index.js";
import { Authorized } from "../values.graphql.js";
import type { PublicationActions } from "./actions.js";
import { publicationPaths, publicationRefusals } from "./publication.refusals.js";
import type { ProgramPublication } from "./publish-program.action.js";

type Context = RequestContext<ProgramReads, PublicationActions>;

const PublishProgramErrorCode = graphEnum("PublishProgramErrorCode", codesOf(publicationRefusals), {
  valuesConfig: meaningsOf(publicationRefusals),
  description: "Why a document was not published.",
});

@ObjectType({ description: "A refusal: nothing was published." })
export class PublishProgramUserError implements DocumentError {
  @Field(() => PublishProgramErrorCode, { description: "For programs: it stays, also where the message changes." })
  code: string;

  @Field(() => [String], {
    description: "`input.source`, where `path` says where in the document, or `input.effectiveOn`.",
  })
  field: string[];

  @Field(() => String, { description: "For people: what is wrong, and what to do." })
  message: string;

  @Field(() => String, { nullable: true, description: "For example `tiers.gold.requires.all[0].measure`." })
  path: string | null;

  @Field(() => Int, { nullable: true, description: "Line of the document, from 1; null where it is not the document." })
  line: number | null;

  @Field(() => Int, { nullable: true, description: "Column in the line, from 1; null where it is not known." })
  column: number | null;
}

@InputType({ description: "A document to publish, and from when on it judges." })
export class PublishProgramInput {
  @Field(() => String, { description: "The program document, YAML or JSON, at most 1 MiB." })
  source: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day that it judges; today (UTC) if omitted. A later day announces it, an earlier one judges days that are over.",
  })
  effectiveOn: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Answers whether it can be published and which payments for deals would change; publishes nothing.",
  })
  dryRun: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Confirms an earlier day while another version is in force: deals since then are paid by this version, and what was paid for them before is corrected.",
  })
  changesPast: boolean;
}

@Directive('@key(fields: "source effectiveOn", resolvable: false)')
@ObjectType({ description: "What a version would change of what deals were paid." })
export class RewardsChange {
  @Directive("@inaccessible")
  @Field(() => String)
  source: string;

  @Field(() => DateScalar, { description: "Deals of this day and later ones are paid by the version." })
  effectiveOn: string;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class PublishProgramPayload {
  @Field(() => Program, { nullable: true, description: "Null when refused, and for a dry run." })
  program: ProgramNode | null;

  @Field(() => RewardsChange, { nullable: true, description: "In a dry run: which payments for deals would change." })
  rewardsChange: RewardsChange | null;

  @Field(() => [PublishProgramUserError], { description: "Empty where it was done." })
  userErrors: PublishProgramUserError[];
}

@Resolver()
export class PublicationResolver {
  @Authorized("publish programs")
  @Mutation(() => PublishProgramPayload, {
    nullable: true,
    description:
      "Publishes a document: at once, which places every partner by it, or announced for a day to come. Publishing the same document again changes nothing.",
  })
  publishProgram(
    @Arg("input", () => PublishProgramInput) input: PublishProgramInput,
    @Ctx() { actions, load }: Context,
  ): Promise<PublishProgramPayload> {
    const { dryRun, ...rest } = input;
    return actions
      .publishProgram({ ...rest, isDryRun: dryRun })
      .then((publication) => toPayload(publication, load.programVersion));
  }
}

async function toPayload(
  publication: ProgramPublication,
  dated: (program: string, version: string) => Promise<ProgramNode | null>,
): Promise<PublishProgramPayload> {
  if (publication.kind === "PublicationRehearsed") {
    const { source, effectiveOn } = publication;
    return { program: null, rewardsChange: { source, effectiveOn }, userErrors: [] };
  }
  if (publication.kind === "ProgramPublished") {
    const { row } = publication.version;
    return { program: await dated(row.program, row.version), rewardsChange: null, userErrors: [] };
  }
  const refusals = publication.kind === "PublicationRefused" ? publication.refusals : [publication];
  return {
    program: null,
    rewardsChange: null,
    userErrors: refusals.map((refusal) => documentErrorOf(publicationRefusals, refusal, publicationPaths)),
  };
}
