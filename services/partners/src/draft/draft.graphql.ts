import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { codesOf, meaningsOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { type DocumentError, documentErrorOf, ProgramDifference } from "../program/index.js";
import { Authorized } from "../values.graphql.js";
import type { DraftActions } from "./actions.js";
import { type CheckNode, type DraftNode, type DraftReads, draftNode } from "./draft.reads.js";
import { draftPaths, draftRefusals } from "./draft.refusals.js";
import type { DraftSaving } from "./save-draft.action.js";

type Context = RequestContext<DraftReads, DraftActions>;

const FindingSeverity = graphEnum("FindingSeverity", ["error", "warning", "advice"], {
  description: "An error keeps a program from being published.",
  valuesConfig: {
    ERROR: { description: "The program cannot be published with it." },
    WARNING: { description: "It is probably a mistake; the program can be published with it." },
    ADVICE: { description: "It could be better." },
  },
});

@ObjectType({ description: "Something that is unwise, or impossible, about a program." })
export class ProgramFinding {
  @Field(() => String, { description: "Stable, for example `TIER_UNREACHABLE`." })
  code: string;

  @Field(() => FindingSeverity, { description: "How bad it is." })
  severity: CheckNode["findings"][number]["severity"];

  @Field(() => String, { description: "Its address in the document." })
  path: string;

  @Field(() => Int, {
    description: "The line of the document, from 1; for something missing, the line of the part where it is missing.",
  })
  line: number;

  @Field(() => String, { description: "What is wrong, in a sentence." })
  message: string;

  @Field(() => String, { description: "What would mend it." })
  remedy: string;
}

@ObjectType({ description: "What keeps a text from being a program document." })
export class ProgramProblem {
  @Field(() => String, { description: "Stable, for example `UNKNOWN_NAME`." })
  code: string;

  @Field(() => String, {
    description: "Its address, for example `tiers.gold.requires.all[0].measure`; empty for the whole document.",
  })
  path: string;

  @Field(() => Int, { description: "From 1." })
  line: number;

  @Field(() => Int, { description: "From 1." })
  column: number;

  @Field(() => String, { description: "What is wrong and what is expected, in a sentence." })
  message: string;
}

@ObjectType({ description: "The most that a tier can cost the vendor." })
export class TierCost {
  @Field(() => String, { description: "Name of the tier." })
  tier: string;

  @Field(() => DecimalScalar, { description: "Of qualifying revenue, where every rebate pays on the same fact." })
  rewardShare: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "Of all benefits, a year and partner, in major units; null where a benefit does not say what it costs.",
  })
  benefitCost: string | null;
}

@ObjectType({ description: "What a check proves of a document." })
export class ProgramCheck {
  @Field(() => Boolean, { description: "Whether it may be published, as far as the document alone can say." })
  isSound: boolean;

  @Field(() => [ProgramProblem], {
    description: "What keeps the text from being a program, at most 200; empty where it is one.",
  })
  problems: ProgramProblem[];

  @Field(() => [ProgramFinding], { description: "Empty while there are problems." })
  findings: ProgramFinding[];

  @Field(() => [ProgramDifference], { description: "Against the last published version of the same program." })
  changes: ProgramDifference[];

  @Field(() => [TierCost], { description: "At worst, tier by tier, lowest first." })
  worstCase: TierCost[];

  @Field(() => String, { nullable: true, description: "Worked examples in plain words, Markdown." })
  workedExamples: string | null;
}

@ObjectType({ description: "A document that is still being written." })
export class ProgramDraft implements DraftNode {
  @Field(() => String, { description: "Name of the program that the document is for." })
  name: string;

  @Field(() => String, { description: "The version that the document would be." })
  version: string;

  @Field(() => Int, { description: "Rises with each saving; name it to save again." })
  revision: number;

  @Field(() => String, { description: "The document, YAML or JSON, as it was saved." })
  source: string;

  @Field(() => DateTimeScalar, { description: "When it was last saved." })
  savedAt: Date;

  @Field(() => String, { description: "Who saved it last." })
  savedBy: string;
}

const SaveDraftErrorCode = graphEnum("SaveDraftErrorCode", codesOf(draftRefusals), {
  valuesConfig: meaningsOf(draftRefusals),
  description: "Why a draft was not saved.",
});

@ObjectType("SaveDraftRefusal", { description: "A refusal: nothing was saved." })
export class SaveDraftUserError implements DocumentError {
  @Field(() => SaveDraftErrorCode, { description: "For programs: it stays, also where the message changes." })
  code: string;

  @Field(() => [String], { description: "Path to the offending part of the input." })
  field: string[];

  @Field(() => String, { description: "For people: what is wrong, and what to do." })
  message: string;

  @Field(() => String, { nullable: true, description: "Where in the document; null where it is not the document." })
  path: string | null;

  @Field(() => Int, { nullable: true, description: "Line of the document, from 1; null where it is not known." })
  line: number | null;

  @Field(() => Int, { nullable: true, description: "Column in the line, from 1; null where it is not known." })
  column: number | null;
}

@InputType({ description: "A document that is still being written." })
export class SaveProgramDraftInput {
  @Field(() => String, { description: "The program document, YAML or JSON, at most 1 MiB." })
  source: string;

  @Field(() => Int, { nullable: true, description: "The revision that was edited; omitted for a new draft." })
  revision: number | null;
}

@ObjectType({ description: "What the mutation did, or why it did nothing." })
export class SaveProgramDraftPayload {
  @Field(() => ProgramDraft, { nullable: true, description: "As it is saved now; null where it was refused." })
  draft: ProgramDraft | null;

  @Field(() => [SaveDraftUserError], { description: "Empty where it was done." })
  userErrors: SaveDraftUserError[];
}

@Resolver()
export class DraftResolver {
  @Authorized("publish programs")
  @Query(() => [ProgramDraft], { nullable: true, description: "Last saved first, at most 100." })
  programDrafts(@Ctx() { load }: Context): Promise<DraftNode[]> {
    return load.drafts();
  }

  @Authorized("publish programs")
  @Query(() => ProgramCheck, { nullable: true, description: "Checks a document without keeping anything." })
  checkProgram(
    @Arg("source", () => String, { description: "The document, YAML or JSON, at most 1 MiB." }) source: string,
    @Ctx() { load }: Context,
  ): Promise<ProgramCheck> {
    return load.checkedDocument(source);
  }

  @Authorized("publish programs")
  @Mutation(() => SaveProgramDraftPayload, {
    nullable: true,
    description: "Saves a draft of a document. It places no partner.",
  })
  saveProgramDraft(
    @Arg("input", () => SaveProgramDraftInput) input: SaveProgramDraftInput,
    @Ctx() { actions }: Context,
  ): Promise<SaveProgramDraftPayload> {
    return actions.saveDraft(input).then(toPayload);
  }
}

const toPayload = (saving: DraftSaving): SaveProgramDraftPayload =>
  saving.kind === "DraftSaved"
    ? { draft: draftNode(saving.draft), userErrors: [] }
    : {
        draft: null,
        userErrors: saving.refusals.map((refusal) => documentErrorOf(draftRefusals, refusal, draftPaths)),
      };
