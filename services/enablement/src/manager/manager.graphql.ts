import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, refusalType } from "../values.graphql.js";
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

const AssignedManager = objectType("AssignedManager", "Who of the vendor looks after a partner.", {
  role: field.of(() => ManagerRole, "What the manager does for the partner."),
  name: field.string("Null while no manager has free capacity; the tier promises one.").personal(),
  email: field.string("Null where none is known, or no manager is assigned.").personal(),
  since: field.dateTime("Since when this manager is assigned, or the place is empty."),
  awayUntil: field.date("The last day of an absence; null who is there today (UTC).").nullable(),
  standInName: field.string("Who answers meanwhile.").personal(),
  standInEmail: field.string("Null where nobody stands in, or no address is known.").personal(),
});
type AssignedManager = InstanceType<typeof AssignedManager>;

const Absence = objectType("Absence", "Days on which a manager is away.", {
  from: field.date("First day."),
  until: field.date("The last day."),
  standIn: field.string("The substitute.").personal(),
});
type Absence = InstanceType<typeof Absence>;

const PartnerAtRisk = objectType("PartnerAtRisk", "A partner with overdue or expiring items.", {
  partner: field.of(() => Partner, "The partner.").nullable(),
  overdueSteps: field.int("Steps of its plans that are overdue today (UTC)."),
  blockedSteps: field.int("Steps of its plans to which a person reported an obstacle."),
  expiringCertifications: field.int("Certifications that expire within 90 days."),
});
type PartnerAtRisk = InstanceType<typeof PartnerAtRisk>;

const VendorManager = objectType(
  "VendorManager",
  "A person of the vendor who looks after partners, with the load and what is at risk.",
  {
    code: field.string("By which the vendor's systems know it."),
    role: field.of(() => ManagerRole, "What the manager does for partners."),
    name: field.string("Shown to its partners.").personal(),
    email: field.string("Shown to its partners; null where none is known.").personal(),
    tiers: field.string("Names of the tiers that it looks after; empty for all of them.").list(),
    regions: field.string("Empty for all regions.").list(),
    capacity: field.int("How many partners it can look after."),
    isActive: field.boolean("False once it takes no partners any more."),
    managerId: field.hidden<string>(),
  },
  { directives: ['@key(fields: "id")'] },
);
type VendorManager = InstanceType<typeof VendorManager>;

const RegisterManagerInput = inputType("RegisterManagerInput", "A person of the vendor who looks after partners.", {
  code: field.string("Slug by which the vendor's systems know it."),
  role: field.of(() => ManagerRole, "What the manager does for partners."),
  name: field.string("1 to 200 characters; shown to its partners."),
  email: field.string("Shown to its partners.").nullable(),
  tiers: field.string("Names of tiers; all of them if omitted.").list().nullable(),
  regions: field.string("All regions if omitted.").list().nullable(),
  capacity: field.int("How many partners it can look after, 1 to 100,000."),
});
type RegisterManagerInput = InstanceType<typeof RegisterManagerInput>;

const RecordAbsenceInput = inputType("RecordAbsenceInput", "Days on which a manager is away.", {
  code: field.string("Code of the manager who is away."),
  from: field.date("First day."),
  until: field.date("The last day."),
  standIn: field.string("The substitute's code.").nullable(),
});
type RecordAbsenceInput = InstanceType<typeof RecordAbsenceInput>;

const HandOverInput = inputType("HandOverInput", "A manager whose partners get another.", {
  from: field.string("Code of who has the partners, and takes none from then on."),
  to: field.string("Code of who gets them; by tier, region and load if omitted.").nullable(),
  reason: field.string("Why, 1 to 200 characters; kept with the change."),
});
type HandOverInput = InstanceType<typeof HandOverInput>;

const AssignManagerInput = inputType("AssignManagerInput", "A manager for one partner.", {
  partnerId: field.id("A partner whose tier promises a manager of that role."),
  code: field.string("Code of a manager who looks after its tier and region."),
  reason: field.string("Why, 1 to 200 characters; kept with the change."),
});
type AssignManagerInput = InstanceType<typeof AssignManagerInput>;
const ManagerPayload = payloadType("VendorManager", {
  field: "manager",
  type: () => VendorManager,
  userError: refusalType("VendorManager", managerRefusals),
});
type ManagerPayload = Payload<"manager", Manager>;

@Resolver(() => VendorManager)
export class VendorManagerResolver {
  @FieldResolver(() => ID, { description: "Opaque." })
  id(@Root() { code }: VendorManager): string {
    return encodeNamedId("VendorManager", code);
  }

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
