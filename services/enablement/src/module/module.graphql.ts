import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { Authorized } from "../values.graphql.js";
import type { ModuleActions } from "./actions.js";
import type { ModuleReads } from "./module.reads.js";
import { moduleRefusals } from "./module.refusals.js";

type Context = RequestContext<ModuleReads, ModuleActions>;

@ObjectType({ description: "A module that a person has been through." })
class CompletedModule {
  @Field(() => String, { description: "Its name in the course." })
  module: string;

  @Field(() => DateScalar, { description: "The day on which the person had been through it." })
  completedOn: string;
}

@InputType({ description: "A module that a person has been through." })
class CompleteModuleInput {
  @Field(() => ID, { description: "Who has been through it." })
  personId: string;

  @Field(() => String, { description: "Name of a course of the program in force." })
  course: string;

  @Field(() => String, { description: "Name of one of the course's modules." })
  module: string;
}
const CompleteModulePayload = payloadType("CompleteModule", {
  field: "enrollment",
  type: () => Enrollment,
  userError: refusalType("CompleteModule", moduleRefusals),
});
type CompleteModulePayload = Payload<"enrollment", ReturnType<typeof enrollmentOf>>;

@Resolver(() => Enrollment)
export class ModuleResolver {
  @FieldResolver(() => [CompletedModule], { description: "Earliest first." })
  modules(@Root() { row }: Enrollment, @Ctx() { load }: Context): Promise<CompletedModule[]> {
    return load.completedModules(row);
  }

  @Authorized("take assessments")
  @Mutation(() => CompleteModulePayload, {
    nullable: true,
    description:
      "A person has been through a module. All modules seen is not yet the course completed. Safe to repeat.",
  })
  async completeModule(
    @Arg("input", () => CompleteModuleInput) input: CompleteModuleInput,
    @Ctx() { actions }: Context,
  ): Promise<CompleteModulePayload> {
    return payloadOf(moduleRefusals, await actions.completeModule(input), "enrollment", ({ enrollment }) =>
      enrollmentOf(enrollment),
    );
  }
}
