import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar } from "@tiergraph/kit/values/scalars";
import { payloadType, refusalType } from "@tiergraph/kit/values/types.graphql";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized } from "../values.graphql.js";
import type { ManagerActions } from "./actions.js";
import type { Manager } from "./manager.entity.js";
import type { ManagerReads } from "./manager.reads.js";
import { managerRefusals } from "./manager.refusals.js";

type Context = RequestContext<ManagerReads, ManagerActions>;

const ManagerRole = graphEnum("ManagerRole", ["success-manager", "technical-account-manager"], {
  description: "What a manager does for partners.",
  valuesConfig: {
    SUCCESS_MANAGER: { description: "Helps them to succeed in the program." },
    TECHNICAL_ACCOUNT_MANAGER: { description: "Answers for their technical questions." },
  },
});
type ManagerRole = (typeof ManagerRole)[string];

@ObjectType({ description: "Who of the vendor looks after a partner." })
class AssignedManager {
  @Field(() => ManagerRole, { description: "What the manager does for the partner." })
  role: ManagerRole;

  @Field(() => String, {
    nullable: true,
    description: "Null while no manager has free capacity; the tier promises one.",
  })
  name: string | null;

  @Field(() => String, { nullable: true, description: "Null where none is known, or no manager is assigned." })
  email: string | null;

  @Field(() => DateTimeScalar, { description: "Since when this manager is assigned, or the place is empty." })
  since: Date;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of an absence; null who is there today (UTC).",
  })
  awayUntil: string | null;

  @Field(() => String, { nullable: true, description: "Who answers meanwhile." })
  standInName: string | null;

  @Field(() => String, { nullable: true, description: "Null where nobody stands in, or no address is known." })
  standInEmail: string | null;
}

@ObjectType({ description: "Days on which a manager is away." })
class Absence {
  @Field(() => DateScalar, { description: "First day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  until: string;

  @Field(() => String, { nullable: true, description: "The substitute." })
  standIn: string | null;
}

@ObjectType({ description: "A partner with overdue or expiring items." })
class PartnerAtRisk {
  @Field(() => Partner, { description: "The partner." })
  partner: Partner;

  @Field(() => Int, { description: "Steps of its plans that are overdue today (UTC)." })
  overdueSteps: number;

  @Field(() => Int, { description: "Steps of its plans to which a person reported an obstacle." })
  blockedSteps: number;

  @Field(() => Int, { description: "Certifications that expire within 90 days." })
  expiringCertifications: number;
}

@ObjectType({ description: "A person of the vendor who looks after partners, with the load and what is at risk." })
class VendorManager {
  @Field(() => String, { description: "By which the vendor's systems know it." })
  code: string;

  @Field(() => ManagerRole, { description: "What the manager does for partners." })
  role: ManagerRole;

  @Field(() => String, { description: "Shown to its partners." })
  name: string;

  @Field(() => String, { nullable: true, description: "Shown to its partners; null where none is known." })
  email: string | null;

  @Field(() => [String], { description: "Names of the tiers that it looks after; empty for all of them." })
  tiers: readonly string[];

  @Field(() => [String], { description: "Empty for all regions." })
  regions: readonly string[];

  @Field(() => Int, { description: "How many partners it can look after." })
  capacity: number;

  @Field(() => Boolean, { description: "False once it takes no partners any more." })
  isActive: boolean;

  managerId: string;
}

@InputType({ description: "A person of the vendor who looks after partners." })
class RegisterManagerInput {
  @Field(() => String, { description: "Slug by which the vendor's systems know it." })
  code: string;

  @Field(() => ManagerRole, { description: "What the manager does for partners." })
  role: ManagerRole;

  @Field(() => String, { description: "1 to 200 characters; shown to its partners." })
  name: string;

  @Field(() => String, { nullable: true, description: "Shown to its partners." })
  email?: string | null;

  @Field(() => [String], { nullable: true, description: "Names of tiers; all of them if omitted." })
  tiers?: string[] | null;

  @Field(() => [String], { nullable: true, description: "All regions if omitted." })
  regions?: string[] | null;

  @Field(() => Int, { description: "How many partners it can look after, 1 to 100,000." })
  capacity: number;
}

@InputType({ description: "Days on which a manager is away." })
class RecordAbsenceInput {
  @Field(() => String, { description: "Code of the manager who is away." })
  code: string;

  @Field(() => DateScalar, { description: "First day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  until: string;

  @Field(() => String, { nullable: true, description: "The substitute's code." })
  standIn?: string | null;
}

@InputType({ description: "A manager whose partners get another." })
class HandOverInput {
  @Field(() => String, { description: "Code of who has the partners, and takes none from then on." })
  from: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of who gets them; by tier, region and load if omitted.",
  })
  to?: string | null;

  @Field(() => String, { description: "Why, 1 to 200 characters; kept with the change." })
  reason: string;
}

@InputType({ description: "A manager for one partner." })
class AssignManagerInput {
  @Field(() => ID, { description: "A partner whose tier promises a manager of that role." })
  partnerId: string;

  @Field(() => String, { description: "Code of a manager who looks after its tier and region." })
  code: string;

  @Field(() => String, { description: "Why, 1 to 200 characters; kept with the change." })
  reason: string;
}
const ManagerPayload = payloadType("VendorManager", {
  field: "manager",
  type: () => VendorManager,
  userError: refusalType("VendorManager", managerRefusals),
});
type ManagerPayload = Payload<"manager", Manager>;

@Resolver(() => VendorManager)
export class VendorManagerResolver {
  @FieldResolver(() => Int, { description: "How many partners it looks after." })
  load(@Root() { managerId }: VendorManager, @Ctx() { load }: Context): Promise<number> {
    return load.managerLoad(managerId);
  }

  @FieldResolver(() => [Absence], { description: "Those that are not over, earliest first." })
  absences(@Root() { managerId }: VendorManager, @Ctx() { load }: Context): Promise<Absence[]> {
    return load.absences(managerId);
  }

  @FieldResolver(() => [PartnerAtRisk], {
    description: "Its partners with overdue or expiring items, most items first, at most 100.",
  })
  atRisk(@Root() { managerId }: VendorManager, @Ctx() { load }: Context): Promise<PartnerAtRisk[]> {
    return load.atRisk(managerId);
  }

  @Authorized("read managers")
  @Query(() => [VendorManager], {
    nullable: true,
    description: "Everyone of the vendor who looks after partners, by code.",
  })
  vendorManagers(@Ctx() { load }: Context): Promise<VendorManager[]> {
    return load.managers();
  }

  @Authorized("manage managers")
  @Mutation(() => ManagerPayload, {
    nullable: true,
    description:
      "Registers a manager of partners, or updates one. Partners whose tier promises a manager get one with free capacity.",
  })
  async registerManager(
    @Arg("input", () => RegisterManagerInput) input: RegisterManagerInput,
    @Ctx() { actions }: Context,
  ): Promise<ManagerPayload> {
    const { email = null, tiers, regions, ...given } = input;
    const outcome = await actions.registerManager({
      ...given,
      email,
      isActive: true,
      tiers: tiers ?? [],
      regions: regions ?? [],
    });
    return payloadOf(managerRefusals, outcome, "manager", ({ manager }) => manager);
  }

  @Authorized("manage managers")
  @Mutation(() => ManagerPayload, {
    nullable: true,
    description: "A manager is away, and a substitute answers.",
  })
  async recordAbsence(
    @Arg("input", () => RecordAbsenceInput) input: RecordAbsenceInput,
    @Ctx() { actions }: Context,
  ): Promise<ManagerPayload> {
    const outcome = await actions.recordAbsence({ ...input, standIn: input.standIn ?? null });
    return payloadOf(managerRefusals, outcome, "manager", ({ manager }) => manager);
  }

  @Authorized("manage managers")
  @Mutation(() => ManagerPayload, { nullable: true, description: "All partners of a manager get another." })
  async handOverPartners(
    @Arg("input", () => HandOverInput) input: HandOverInput,
    @Ctx() { actions }: Context,
  ): Promise<ManagerPayload> {
    const outcome = await actions.handOver({ ...input, to: input.to ?? null });
    return payloadOf(managerRefusals, outcome, "manager", ({ manager }) => manager);
  }

  @Authorized("manage managers")
  @Mutation(() => ManagerPayload, { nullable: true, description: "A person chooses a partner's manager." })
  async assignManager(
    @Arg("input", () => AssignManagerInput) input: AssignManagerInput,
    @Ctx() { actions }: Context,
  ): Promise<ManagerPayload> {
    return payloadOf(managerRefusals, await actions.assignManager(input), "manager", ({ manager }) => manager);
  }
}

@Resolver(() => Partner)
export class ManagedPartnerResolver {
  @FieldResolver(() => [AssignedManager], {
    nullable: true,
    description: "The partner's manager at the vendor, where its tier promises one.",
  })
  managers(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<AssignedManager[]> {
    return load.assignedManagers(id);
  }
}
