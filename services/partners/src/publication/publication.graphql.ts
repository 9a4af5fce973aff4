import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { documentErrorOf, PLACE_IN_DOCUMENT, Program, type ProgramNode, type ProgramReads } from "../program/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { PublicationActions } from "./actions.js";
import { publicationPaths, publicationRefusals } from "./publication.refusals.js";
import type { ProgramPublication } from "./publish-program.action.js";

type Context = RequestContext<ProgramReads, PublicationActions>;

export const PublishProgramUserError = refusalType("PublishProgram", publicationRefusals, {
  description: "A refusal: nothing was published.",
  data: PLACE_IN_DOCUMENT,
});

export const PublishProgramInput = inputType(
  "PublishProgramInput",
  "A document to publish, and from when on it judges.",
  {
    source: field.string("The program document, YAML or JSON, at most 1 MiB."),
    effectiveOn: field
      .date(
        "The first day that it judges; today (UTC) if omitted. A later day announces it, an earlier one judges days that are over.",
      )
      .nullable(),
    dryRun: field
      .boolean("Answers whether it can be published and which payments for deals would change; publishes nothing.")
      .default(false),
    changesPast: field
      .boolean(
        "Confirms an earlier day while another version is in force: deals since then are paid by this version, and what was paid for them before is corrected.",
      )
      .default(false),
  },
);
export type PublishProgramInput = InstanceType<typeof PublishProgramInput>;

export const RewardsChange = objectType(
  "RewardsChange",
  "What a version would change of what deals were paid.",
  {
    source: field.string().directive("@inaccessible"),
    effectiveOn: field.date("Deals of this day and later ones are paid by the version."),
  },
  { directives: ['@key(fields: "source effectiveOn", resolvable: false)'] },
);
export type RewardsChange = InstanceType<typeof RewardsChange>;

export const PublishProgramPayload = objectType(
  "PublishProgramPayload",
  "What the mutation did, or why it did nothing.",
  {
    program: field
      .of(() => Program, "Null when refused, and for a dry run.")
      .as<ProgramNode>()
      .nullable(),
    rewardsChange: field.of(() => RewardsChange, "In a dry run: which payments for deals would change.").nullable(),
    userErrors: field.of(() => PublishProgramUserError, "Empty where it was done.").list(),
  },
);
export type PublishProgramPayload = InstanceType<typeof PublishProgramPayload>;

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
