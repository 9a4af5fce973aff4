import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import type { Problem } from "@tiergraph/program/document/notation";
import { differenceInWords } from "@tiergraph/program/document/program";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { Program, type ProgramNode, type ProgramReads } from "../program/index.js";
import { Authorized } from "../values.graphql.js";
import type { PublicationActions } from "./actions.js";
import type { PublicationRefused } from "./judge-publication.js";
import type { ProgramPublication } from "./publish-program.action.js";

type Context = RequestContext<ProgramReads, PublicationActions>;

export enum PublishProgramErrorCode {
  DOCUMENT_INVALID = "DOCUMENT_INVALID",
  VERSION_TAKEN = "VERSION_TAKEN",
  CURRENCY_CHANGES = "CURRENCY_CHANGES",
  CHECK_FAILED = "CHECK_FAILED",
  REASON_MISSING = "REASON_MISSING",
  NOTICE_TOO_SHORT = "NOTICE_TOO_SHORT",
  PAST_NOT_CONFIRMED = "PAST_NOT_CONFIRMED",
}
registerEnumType(PublishProgramErrorCode, { name: "PublishProgramErrorCode" });

@ObjectType({ description: "A refusal: nothing was published." })
export class PublishProgramUserError {
  @Field(() => PublishProgramErrorCode)
  code: PublishProgramErrorCode;

  @Field(() => [String], {
    description: "`input.source`, where `path` says where in the document, or `input.effectiveOn`.",
  })
  field: string[];

  @Field(() => String)
  message: string;

  @Field(() => String, { nullable: true, description: "For example `tiers.gold.requires.all[0].measure`." })
  path: string | null;

  @Field(() => Int, { nullable: true })
  line: number | null;

  @Field(() => Int, { nullable: true })
  column: number | null;
}

@InputType()
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

@ObjectType()
export class PublishProgramPayload {
  @Field(() => Program, { nullable: true, description: "Null when refused, and for a dry run." })
  program: ProgramNode | null;

  @Field(() => RewardsChange, { nullable: true, description: "In a dry run: which payments for deals would change." })
  rewardsChange: RewardsChange | null;

  @Field(() => [PublishProgramUserError])
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
  if (publication.kind !== "ProgramPublished")
    return { program: null, rewardsChange: null, userErrors: refusalsOf(publication) };
  const { row } = publication.version;
  return { program: await dated(row.program, row.version), rewardsChange: null, userErrors: [] };
}

function refusalsOf(refused: PublicationRefused): PublishProgramUserError[] {
  switch (refused.kind) {
    case "DocumentRefused":
      return refused.problems.map((problem) =>
        refusalOf(PublishProgramErrorCode.DOCUMENT_INVALID, problem.message, problem),
      );
    case "VersionTaken":
      return [
        refusalOf(
          PublishProgramErrorCode.VERSION_TAKEN,
          `Version ${refused.version} of ${refused.program} was published before: give what is to follow it a new version.`,
          { path: "version" },
        ),
      ];
    case "CurrencyChanges":
      return [
        refusalOf(
          PublishProgramErrorCode.CURRENCY_CHANGES,
          `The program in force counts in ${refused.inForce}, and so do the facts: a program in ${refused.currency} cannot follow it.`,
          { path: "currency" },
        ),
      ];
    case "CheckFailed":
      return refused.findings.map(({ path, line, message, remedy }) =>
        refusalOf(PublishProgramErrorCode.CHECK_FAILED, `${message} ${remedy}`, { path, line, column: 1 }),
      );
    case "ReasonsMissing":
      return refused.differences.map((difference) =>
        refusalOf(
          PublishProgramErrorCode.REASON_MISSING,
          `${differenceInWords(difference)}: say why under \`changes\`, as { at: ${difference.path}, because: … }.`,
          { path: difference.path },
        ),
      );
    case "NoticeTooShort":
      return [
        {
          ...refusalOf(
            PublishProgramErrorCode.NOTICE_TOO_SHORT,
            `The program in force promises notice: the next version may take force on ${refused.earliest} at the earliest.${
              refused.mayAnother ? " On this first day another person may correct it at once." : ""
            }`,
            {},
          ),
          field: ["input", "effectiveOn"],
        },
      ];
    case "PastNotConfirmed":
      return [
        {
          ...refusalOf(
            PublishProgramErrorCode.PAST_NOT_CONFIRMED,
            `Deals since ${refused.effectiveOn} would be paid by this version, and what was paid for them before would be corrected. A dry run shows how many deals and how much money; \`changesPast\` confirms it.`,
            {},
          ),
          field: ["input", "changesPast"],
        },
      ];
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
