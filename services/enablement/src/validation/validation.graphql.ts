import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { ValidationActions } from "./actions.js";
import { runStateOf } from "./run-state.js";
import type { ValidationReads } from "./validation.reads.js";
import { validationRefusals } from "./validation.refusals.js";
import type { CheckRow } from "./validation-check.entity.js";
import type { RunRow } from "./validation-run.entity.js";

type Context = RequestContext<ValidationReads, ValidationActions>;

const ValidationState = graphEnum("ValidationState", ["RUNNING", "WAITING", "PASSED", "FAILED"], {
  description: "How far a run is.",
  valuesConfig: {
    RUNNING: { description: "The endpoint is still to be asked something." },
    WAITING: { description: "A person at the vendor has to look at something." },
    PASSED: { description: "All checks were passed." },
    FAILED: { description: "A check was not passed." },
  },
});
type ValidationState = (typeof ValidationState)[string];

const ValidationCheckResult = objectType("ValidationCheckResult", "One check of a run.", {
  name: field.string("Slug, unique in its validation."),
  title: field.string("Its name for people."),
  asks: field.string("What is asked of the endpoint, or what a person looks at."),
  isManual: field.boolean("Whether a person has to look."),
  hasPassed: field.boolean("Null until it is checked.").nullable(),
  evidence: field.string("What was seen.").nullable(),
  checkedAt: field.dateTime("When it was checked; null before.").nullable(),
});
type ValidationCheckResult = InstanceType<typeof ValidationCheckResult>;

const ValidationRun = objectType(
  "ValidationRun",
  "One run of a validation against a partner's endpoint, as the program had it then.",
  {
    id: field.id(),
    validation: field.string("Its name in the program."),
    title: field.string("The validation's name for people."),
    url: field.string("The endpoint that was asked.").nullable(),
    startedAt: field.dateTime("When it was begun."),
    row: field.hidden<RunRow>(),
  },
);
type ValidationRun = InstanceType<typeof ValidationRun>;

const runOf = (row: RunRow): ValidationRun => ({
  id: encodeOwnedId("ValidationRun", { partnerId: row.partnerId, id: row.runId }),
  validation: row.validation,
  title: row.title,
  url: row.url,
  startedAt: row.startedAt,
  row,
});

const checkOf = ({ name, definition, hasPassed, evidence, checkedAt }: CheckRow): ValidationCheckResult => ({
  name,
  title: definition.title,
  isManual: definition.kind === "manual",
  asks: definition.kind === "manual" ? definition.ask : `GET ${definition.path}`,
  hasPassed,
  evidence,
  checkedAt,
});

const Validation = objectType("Validation", "A list of checks that a solution passes before customers meet it.", {
  id: field.id(),
  name: field.string("Slug, unique in the program."),
  title: field.string("Its name for people."),
  why: field.string("Why the program has it."),
  tracks: field.string("Names of tracks; empty for all of them.").list(),
  checks: field.string("Titles of its checks.").list(),
});
type Validation = InstanceType<typeof Validation>;

const Endpoint = objectType("Endpoint", "Where a partner's solution can be asked.", {
  url: field.string("By https, without a query; the paths of checks are added to it."),
});
type Endpoint = InstanceType<typeof Endpoint>;

const DeclareEndpointInput = inputType("DeclareEndpointInput", "Where a partner's solution can be asked.", {
  partnerId: field.id("The partner whose solution it is."),
  url: field.string("By https, on port 443 or 8443, of a host in the public net."),
});
type DeclareEndpointInput = InstanceType<typeof DeclareEndpointInput>;

const RunValidationInput = inputType("RunValidationInput", "A validation to run for a partner.", {
  partnerId: field.id("A partner that has declared an endpoint."),
  validation: field.string("Its name in the program."),
});
type RunValidationInput = InstanceType<typeof RunValidationInput>;

const RecordCheckInput = inputType("RecordCheckInput", "What a person at the vendor found.", {
  id: field.id("The run."),
  check: field.string("Slug of a check of the run that a person has to look at."),
  hasPassed: field.boolean("False fails the run."),
  evidence: field.string("What was seen, 1 to 200 characters."),
});
type RecordCheckInput = InstanceType<typeof RecordCheckInput>;
const UserError = refusalType("Validation", validationRefusals);
const RunPayload = payloadType("ValidationRun", { field: "run", type: () => ValidationRun, userError: UserError });
type RunPayload = Payload<"run", ReturnType<typeof runOf>>;
const EndpointPayload = payloadType("Endpoint", { field: "endpoint", type: () => Endpoint, userError: UserError });
type EndpointPayload = Payload<"endpoint", Endpoint>;

@Resolver(() => ValidationRun)
export class ValidationRunResolver {
  @FieldResolver(() => [ValidationCheckResult], { description: "In the order of the program." })
  async checks(@Root() { row }: ValidationRun, @Ctx() { load }: Context): Promise<ValidationCheckResult[]> {
    return (await load.validationChecks(row)).map(checkOf);
  }

  @FieldResolver(() => ValidationState, { description: "How far it is." })
  async state(@Root() { row }: ValidationRun, @Ctx() { load }: Context): Promise<ValidationState> {
    return runStateOf(await load.validationChecks(row));
  }

  @Authorized("read courses")
  @Query(() => [Validation], { nullable: true, description: "The validations of the program in force, in its order." })
  validations(@Ctx() { load }: Context): Promise<Validation[]> {
    return load.validations();
  }

  @Authorized("run validations")
  @Mutation(() => EndpointPayload, { nullable: true, description: "A partner says where its solution can be asked." })
  async declareEndpoint(
    @Arg("input", () => DeclareEndpointInput) input: DeclareEndpointInput,
    @Ctx() { actions }: Context,
  ): Promise<EndpointPayload> {
    const outcome = await actions.declareEndpoint(input);
    return payloadOf(validationRefusals, outcome, "endpoint", ({ url }) => ({ url }));
  }

  @Authorized("run validations")
  @Mutation(() => RunPayload, {
    nullable: true,
    description: "Begins a run. Its probes are sent soon after; checks by a person wait.",
  })
  async runValidation(
    @Arg("input", () => RunValidationInput) input: RunValidationInput,
    @Ctx() { actions }: Context,
  ): Promise<RunPayload> {
    return payloadOf(validationRefusals, await actions.runValidation(input), "run", ({ run }) => runOf(run));
  }

  @Authorized("work for the vendor")
  @Mutation(() => RunPayload, {
    nullable: true,
    description: "Records what a person at the vendor found where no probe can check. The first finding stays.",
  })
  async recordCheck(
    @Arg("input", () => RecordCheckInput) input: RecordCheckInput,
    @Ctx() { actions }: Context,
  ): Promise<RunPayload> {
    return payloadOf(validationRefusals, await actions.recordCheck(input), "run", ({ run }) => runOf(run));
  }
}

@Resolver(() => Partner)
export class ValidatedPartnerResolver {
  @FieldResolver(() => String, { nullable: true, description: "Where its solution can be asked." })
  endpoint(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<string | null> {
    return load.endpoint(id);
  }

  @FieldResolver(() => [ValidationRun], { nullable: true, description: "Latest first, at most 20." })
  async validationRuns(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<ValidationRun[]> {
    return (await load.validationRuns(id)).map(runOf);
  }
}
