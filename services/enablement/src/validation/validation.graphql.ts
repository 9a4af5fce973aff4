import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized } from "../values.graphql.js";
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

@ObjectType({ description: "One check of a run." })
class ValidationCheckResult {
  @Field(() => String, { description: "Slug, unique in its validation." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "What is asked of the endpoint, or what a person looks at." })
  asks: string;

  @Field(() => Boolean, { description: "Whether a person has to look." })
  isManual: boolean;

  @Field(() => Boolean, { nullable: true, description: "Null until it is checked." })
  hasPassed: boolean | null;

  @Field(() => String, { nullable: true, description: "What was seen." })
  evidence: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was checked; null before." })
  checkedAt: Date | null;
}

@ObjectType({ description: "One run of a validation against a partner's endpoint, as the program had it then." })
class ValidationRun {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "Its name in the program." })
  validation: string;

  @Field(() => String, { description: "The validation's name for people." })
  title: string;

  @Field(() => String, { nullable: true, description: "The endpoint that was asked." })
  url: string | null;

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  startedAt: Date;

  row: RunRow;
}

const runOf = (row: RunRow): ValidationRun => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.runId }),
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

@ObjectType({ description: "A list of checks that a solution passes before customers meet it." })
class Validation {
  @Field(() => String, { description: "Slug, unique in the program." })
  name: string;

  @Field(() => String, { description: "Its name for people." })
  title: string;

  @Field(() => String, { description: "Why the program has it." })
  why: string;

  @Field(() => [String], { description: "Names of tracks; empty for all of them." })
  tracks: readonly string[];

  @Field(() => [String], { description: "Titles of its checks." })
  checks: readonly string[];
}

@ObjectType({ description: "Where a partner's solution can be asked." })
class Endpoint {
  @Field(() => String, { description: "By https, without a query; the paths of checks are added to it." })
  url: string;
}

@InputType({ description: "Where a partner's solution can be asked." })
class DeclareEndpointInput {
  @Field(() => ID, { description: "The partner whose solution it is." })
  partnerId: string;

  @Field(() => String, { description: "By https, on port 443 or 8443, of a host in the public net." })
  url: string;
}

@InputType({ description: "A validation to run for a partner." })
class RunValidationInput {
  @Field(() => ID, { description: "A partner that has declared an endpoint." })
  partnerId: string;

  @Field(() => String, { description: "Its name in the program." })
  validation: string;
}

@InputType({ description: "What a person at the vendor found." })
class RecordCheckInput {
  @Field(() => ID, { description: "The run." })
  runId: string;

  @Field(() => String, { description: "Slug of a check of the run that a person has to look at." })
  check: string;

  @Field(() => Boolean, { description: "False fails the run." })
  hasPassed: boolean;

  @Field(() => String, { description: "What was seen, 1 to 200 characters." })
  evidence: string;
}
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
