import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type UserError, userErrorOf } from "@tiergraph/kit/values/refusal-table";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized, refusalType } from "../values.graphql.js";
import type { StatementActions } from "./actions.js";
import type { StatementOutcome } from "./record-statements.action.js";
import { statementRefusals } from "./statement.refusals.js";

type Context = RequestContext<unknown, StatementActions>;

const StatementResultKind = graphEnum("StatementResultKind", ["RECORDED", "UNCHANGED", "PASSED_OVER", "REFUSED"], {
  description: "What was done with one statement.",
  valuesConfig: {
    RECORDED: { description: "The course is completed." },
    UNCHANGED: { description: "The completion was known already." },
    PASSED_OVER: { description: "It reports something other than a completed course." },
    REFUSED: { description: "It was not taken; `message` says why." },
  },
});

const StatementResult = objectType("StatementResult", "The result for one statement.", {
  index: field.int("Its position in the list, from 0."),
  outcome: field.of(() => StatementResultKind, "What was done."),
  field: field.string("The part of the statement that is at fault.").nullable(),
  message: field.string("What is wrong, in a sentence; null where nothing is.").nullable(),
});
type StatementResult = InstanceType<typeof StatementResult>;

const RecordStatementsInput = inputType("RecordStatementsInput", "What a learning system reports.", {
  statements: field.string(
    "JSON of one xAPI statement or of a list of at most 1,000. The actor's `account.name` is the person's id; the last part of the object's id is the name of a course of the program in force.",
  ),
});
type RecordStatementsInput = InstanceType<typeof RecordStatementsInput>;

const RecordStatementsUserError = refusalType("RecordStatements", statementRefusals);

const RecordStatementsPayload = objectType("RecordStatementsPayload", "What the mutation did, or why it did nothing.", {
  results: field.of(() => StatementResult, "One for each statement, in the order of the list.").list(),
  userErrors: field
    .of(() => RecordStatementsUserError, "Empty where it was done.")
    .as<UserError>()
    .list(),
});
type RecordStatementsPayload = InstanceType<typeof RecordStatementsPayload>;

@Resolver()
export class StatementResolver {
  @Authorized("record training")
  @Mutation(() => RecordStatementsPayload, {
    nullable: true,
    description: "Records what a learning system says was completed (xAPI). Safe to repeat.",
  })
  async recordStatements(
    @Arg("input", () => RecordStatementsInput) input: RecordStatementsInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordStatementsPayload> {
    const recorded = await actions.recordStatements(input);
    return recorded.kind === "Done"
      ? { results: recorded.outcomes.map(resultOf), userErrors: [] }
      : { results: [], userErrors: [userErrorOf(statementRefusals, recorded)] };
  }
}

function resultOf(outcome: StatementOutcome, index: number): StatementResult {
  const nothing = { index, field: null, message: null };
  switch (outcome.kind) {
    case "Recorded":
      return { ...nothing, outcome: "RECORDED" };
    case "Unchanged":
      return { ...nothing, outcome: "UNCHANGED" };
    case "PassedOver":
      return { ...nothing, outcome: "PASSED_OVER" };
    case "Invalid":
      return { index, outcome: "REFUSED", field: outcome.field, message: outcome.message };
    case "Refused": {
      const { field, message } = outcome.problem;
      const ownField =
        { personId: "actor.account.name", course: "object.id", completedOn: "timestamp" }[field] ?? field;
      return { index, outcome: "REFUSED", field: ownField, message };
    }
  }
}
