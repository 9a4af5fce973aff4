import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { EnrollingActions } from "./actions.js";
import { progressRefusals } from "./enrolling.refusals.js";
import type { ProgressRecording } from "./record-progress.action.js";

type Context = RequestContext<unknown, EnrollingActions>;

const RecordProgressInput = inputType("RecordProgressInput", "How far a person is in a course.", {
  personId: field.id("Who learns."),
  course: field.string("Name of a course of the program in force."),
  percent: field.int("0 to 100."),
});
type RecordProgressInput = InstanceType<typeof RecordProgressInput>;

const RecordProgressPayload = payloadType("RecordProgress", {
  field: "enrollment",
  type: () => Enrollment,
  description: "How far the person is now; null when refused.",
  userError: refusalType("RecordProgress", progressRefusals, { description: "A refusal: nothing was recorded." }),
});
type RecordProgressPayload = Payload<"enrollment", ReturnType<typeof enrollmentOf>>;

@Resolver()
export class RecordProgressResolver {
  @Authorized("record training")
  @Mutation(() => RecordProgressPayload, {
    nullable: true,
    description:
      "Records how far people are in a course, and enrols those who are not enrolled yet. Progress never goes back: a lower percentage changes nothing. Record completions with `recordCompletions`.",
  })
  recordProgress(
    @Arg("input", () => RecordProgressInput) input: RecordProgressInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordProgressPayload> {
    return actions.recordProgress(input).then(toPayload);
  }
}

const toPayload = (recording: ProgressRecording): RecordProgressPayload =>
  payloadOf(progressRefusals, recording, "enrollment", ({ enrollment }) => enrollmentOf(enrollment));
