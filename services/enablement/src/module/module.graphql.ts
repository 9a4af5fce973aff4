import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Enrollment, enrollmentOf } from "../enrollment/index.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { ModuleActions } from "./actions.js";
import type { ModuleReads } from "./module.reads.js";
import { moduleRefusals } from "./module.refusals.js";

type Context = RequestContext<ModuleReads, ModuleActions>;

const CompletedModule = objectType("CompletedModule", "A module that a person has been through.", {
  module: field.string("Its name in the course."),
  completedOn: field.date("The day on which the person had been through it."),
});
type CompletedModule = InstanceType<typeof CompletedModule>;

const CompleteModuleInput = inputType("CompleteModuleInput", "A module that a person has been through.", {
  personId: field.id("Who has been through it."),
  course: field.string("Name of a course of the program in force."),
  module: field.string("Name of one of the course's modules."),
});
type CompleteModuleInput = InstanceType<typeof CompleteModuleInput>;
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
