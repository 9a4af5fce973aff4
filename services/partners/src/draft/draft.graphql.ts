import type { Page } from "@tiergraph/kit/paging/page";
import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { connectionType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { documentErrorOf, PLACE_IN_DOCUMENT, ProgramDifference } from "../program/index.js";
import { Authorized, PageArgs, PageInfo, refusalType } from "../values.graphql.js";
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

export const ProgramFinding = objectType(
  "ProgramFinding",
  "Something that is unwise, or impossible, about a program.",
  {
    code: field.string("Stable, for example `TIER_UNREACHABLE`."),
    severity: field.of(() => FindingSeverity, "How bad it is.").as<CheckNode["findings"][number]["severity"]>(),
    path: field.string("Its address in the document."),
    line: field.int(
      "The line of the document, from 1; for something missing, the line of the part where it is missing.",
    ),
    message: field.string("What is wrong, in a sentence."),
    remedy: field.string("What would mend it."),
  },
);
export type ProgramFinding = InstanceType<typeof ProgramFinding>;

export const ProgramProblem = objectType("ProgramProblem", "What keeps a text from being a program document.", {
  code: field.string("Stable, for example `UNKNOWN_NAME`."),
  path: field.string("Its address, for example `tiers.gold.requires.all[0].measure`; empty for the whole document."),
  line: field.int("From 1."),
  column: field.int("From 1."),
  message: field.string("What is wrong and what is expected, in a sentence."),
});
export type ProgramProblem = InstanceType<typeof ProgramProblem>;

export const TierCost = objectType("TierCost", "The most that a tier can cost the vendor.", {
  tier: field.string("Name of the tier."),
  rewardShare: field.decimal("Of qualifying revenue, where every rebate pays on the same fact."),
  benefitCost: field
    .decimal("Of all benefits, a year and partner, in major units; null where a benefit does not say what it costs.")
    .nullable(),
});
export type TierCost = InstanceType<typeof TierCost>;

export const ProgramCheck = objectType("ProgramCheck", "What a check proves of a document.", {
  isSound: field.boolean("Whether it may be published, as far as the document alone can say."),
  problems: field
    .of(() => ProgramProblem, "What keeps the text from being a program, at most 200; empty where it is one.")
    .list(),
  findings: field.of(() => ProgramFinding, "Empty while there are problems.").list(),
  changes: field.of(() => ProgramDifference, "Against the last published version of the same program.").list(),
  worstCase: field.of(() => TierCost, "At worst, tier by tier, lowest first.").list(),
  workedExamples: field.string("Worked examples in plain words, Markdown.").nullable(),
});
export type ProgramCheck = InstanceType<typeof ProgramCheck>;

export const ProgramDraft = objectType("ProgramDraft", "A document that is still being written.", {
  id: field.id(),
  name: field.string("Name of the program that the document is for."),
  version: field.string("The version that the document would be."),
  revision: field.int("Rises with each saving; name it to save again."),
  source: field.string("The document, YAML or JSON, as it was saved."),
  savedAt: field.dateTime("When it was last saved."),
  savedBy: field.string("Who saved it last.").personal(),
});
export type ProgramDraft = InstanceType<typeof ProgramDraft>;

export const ProgramDraftConnection = connectionType(
  "ProgramDraft",
  () => ProgramDraft,
  PageInfo,
  "A page of documents that are still being written.",
);
export type ProgramDraftConnection = InstanceType<typeof ProgramDraftConnection>;

export const SaveDraftUserError = refusalType("SaveProgramDraft", draftRefusals, {
  description: "A refusal: nothing was saved.",
  data: PLACE_IN_DOCUMENT,
});

export const SaveProgramDraftInput = inputType("SaveProgramDraftInput", "A document that is still being written.", {
  source: field.string("The program document, YAML or JSON, at most 1 MiB."),
  revision: field.int("The revision that was edited; omitted for a new draft.").nullable(),
});
export type SaveProgramDraftInput = InstanceType<typeof SaveProgramDraftInput>;

export const SaveProgramDraftPayload = objectType(
  "SaveProgramDraftPayload",
  "What the mutation did, or why it did nothing.",
  {
    draft: field.of(() => ProgramDraft, "As it is saved now; null where it was refused.").nullable(),
    userErrors: field.of(() => SaveDraftUserError, "Empty where it was done.").list(),
  },
);
export type SaveProgramDraftPayload = InstanceType<typeof SaveProgramDraftPayload>;

@Resolver()
export class DraftResolver {
  @Authorized("publish programs")
  @Query(() => ProgramDraftConnection, { nullable: true, description: "Last saved first." })
  programDrafts(@Args(() => PageArgs) args: PageArgs, @Ctx() { load }: Context): Promise<Page<DraftNode>> {
    return load.drafts(args);
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
