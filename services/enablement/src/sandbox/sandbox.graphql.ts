import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { field, inputType, objectType } from "@tiergraph/kit/values/declared-type.graphql";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { payloadType } from "@tiergraph/kit/values/types.graphql";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Partner } from "../entities.graphql.js";
import { Authorized, refusalType } from "../values.graphql.js";
import type { SandboxActions } from "./actions.js";
import type { SandboxReads } from "./sandbox.reads.js";
import { sandboxRefusals } from "./sandbox.refusals.js";
import { sandboxOf } from "./sandbox-node.js";

type Context = RequestContext<SandboxReads, SandboxActions>;

const Sandbox = objectType(
  "Sandbox",
  "A place with sample data in which a partner tries things out, for as long as it is leased.",
  {
    id: field.id(),
    label: field.string("What it is for."),
    provider: field.string("Where it is made, for example `postgresql-schema`."),
    leasedOn: field.date("First day of the lease."),
    expiresOn: field.date("The first day on which it may be gone."),
    extended: field.int("How often it was extended."),
    isOpen: field.boolean("Whether it is there, and its lease lasts today (UTC)."),
    reclaimedAt: field.dateTime("When it was taken back.").nullable(),
    key: field.string("By which its data are reached; shown once, when it is leased.").nullable(),
  },
);
type Sandbox = InstanceType<typeof Sandbox>;

const SandboxStage = graphEnum("SandboxStage", ["open", "won", "lost"], {
  description: "How far a deal in a sandbox is.",
  valuesConfig: {
    OPEN: { description: "Neither won nor lost yet." },
    WON: { description: "The customer bought." },
    LOST: { description: "The customer did not buy." },
  },
});
type SandboxStage = (typeof SandboxStage)[string];

const SandboxCustomer = objectType("SandboxCustomer", "A customer in a sandbox: not a real one.", {
  id: field.int("By which a deal of the same sandbox names it."),
  name: field.string(),
  country: field.string(),
  seats: field.int("How many seats it has."),
});
type SandboxCustomer = InstanceType<typeof SandboxCustomer>;

const SandboxDealRow = objectType("SandboxDealRow", "A deal in a sandbox.", {
  id: field.int(),
  customerId: field.int("The customer in the same sandbox."),
  amount: field.decimal("A plain number, without a currency."),
  product: field.string(),
  stage: field.of(() => SandboxStage, "How far it is."),
});
type SandboxDealRow = InstanceType<typeof SandboxDealRow>;

const SandboxData = objectType("SandboxData", "What is in a sandbox.", {
  expiresOn: field.date("The first day on which the sandbox may be gone."),
  sandboxId: field.hidden<string>(),
});
type SandboxData = InstanceType<typeof SandboxData>;

const LeaseSandboxInput = inputType("LeaseSandboxInput", "A sandbox to lease.", {
  partnerId: field.id("A partner whose tier gives sandboxes."),
  label: field.string("What it is for, 1 to 200 characters."),
});
type LeaseSandboxInput = InstanceType<typeof LeaseSandboxInput>;

const SandboxIdInput = inputType("SandboxIdInput", "The sandbox that is extended or given back.", {
  id: field.id("A sandbox that is there."),
});
type SandboxIdInput = InstanceType<typeof SandboxIdInput>;

const AddSandboxDealInput = inputType("AddSandboxDealInput", "A deal to add to a sandbox.", {
  key: field.string("The sandbox's key."),
  customerId: field.int("A customer in the sandbox, 1 to 20."),
  amount: field.decimal("A plain number above zero, without a currency."),
  product: field.string("Name of any product."),
  stage: field.of(() => SandboxStage, "How far the deal is."),
});
type AddSandboxDealInput = InstanceType<typeof AddSandboxDealInput>;

const UserError = refusalType("Sandbox", sandboxRefusals);
const SandboxPayload = payloadType("Sandbox", { field: "sandbox", type: () => Sandbox, userError: UserError });
type SandboxPayload = Payload<"sandbox", ReturnType<typeof sandboxOf>>;
const SandboxDealPayload = payloadType("SandboxDeal", {
  field: "deal",
  type: () => SandboxDealRow,
  userError: UserError,
});
type SandboxDealPayload = Payload<"deal", ReturnType<typeof dealOf>>;

/** A row as PostgreSQL gives it: names with underscores, numbers as numbers. */
const dealOf = (row: Record<string, unknown>): SandboxDealRow => ({
  id: Number(row.id),
  customerId: Number(row.customer_id),
  amount: String(row.amount),
  product: String(row.product),
  stage: row.stage as SandboxStage, // The table's check allows just these.
});

const MAX_ROWS = 100;

@Resolver(() => SandboxData)
export class SandboxDataResolver {
  @FieldResolver(() => [SandboxCustomer], { description: "By id, at most 100 after the one named." })
  async customers(
    @Root() { sandboxId }: SandboxData,
    @Arg("afterId", () => Int, { defaultValue: 0, description: "From the beginning if omitted." }) afterId: number,
    @Ctx() { load }: Context,
  ): Promise<SandboxCustomer[]> {
    const rows = await load.sandboxRows({ sandboxId, kind: "customer", after: afterId, limit: MAX_ROWS });
    return rows.map((row) => ({
      id: Number(row.id),
      name: String(row.name),
      country: String(row.country),
      seats: Number(row.seats),
    }));
  }

  @FieldResolver(() => [SandboxDealRow], { description: "By id, at most 100 after the one named." })
  async deals(
    @Root() { sandboxId }: SandboxData,
    @Arg("afterId", () => Int, { defaultValue: 0, description: "From the beginning if omitted." }) afterId: number,
    @Ctx() { load }: Context,
  ): Promise<SandboxDealRow[]> {
    return (await load.sandboxRows({ sandboxId, kind: "deal", after: afterId, limit: MAX_ROWS })).map(dealOf);
  }

  @Authorized("use sandboxes")
  @Query(() => SandboxData, { nullable: true, description: "What is in a sandbox, by its key; null for no such key." })
  sandboxData(
    @Arg("key", () => String, { description: "The sandbox's key, shown when it was leased." }) key: string,
    @Ctx() { load }: Context,
  ): Promise<SandboxData | null> {
    return load.sandboxData(key);
  }

  @Authorized("lease sandboxes")
  @Mutation(() => SandboxPayload, {
    nullable: true,
    description:
      "Leases a sandbox: as many at once as the partner's tier gives. Its key is shown now, and never again.",
  })
  async leaseSandbox(
    @Arg("input", () => LeaseSandboxInput) input: LeaseSandboxInput,
    @Ctx() { actions, today }: Context,
  ): Promise<SandboxPayload> {
    return payloadOf(sandboxRefusals, await actions.leaseSandbox(input), "sandbox", ({ sandbox, key }) =>
      sandboxOf(sandbox, today, key),
    );
  }

  @Authorized("lease sandboxes")
  @Mutation(() => SandboxPayload, {
    nullable: true,
    description: "A lease goes on from its end, as the program allows.",
  })
  async extendSandbox(
    @Arg("input", () => SandboxIdInput) input: SandboxIdInput,
    @Ctx() { actions, today }: Context,
  ): Promise<SandboxPayload> {
    return payloadOf(sandboxRefusals, await actions.extendSandbox(input), "sandbox", ({ sandbox }) =>
      sandboxOf(sandbox, today),
    );
  }

  @Authorized("lease sandboxes")
  @Mutation(() => SandboxPayload, { nullable: true, description: "Gives a sandbox back, with everything in it." })
  async releaseSandbox(
    @Arg("input", () => SandboxIdInput) input: SandboxIdInput,
    @Ctx() { actions, today }: Context,
  ): Promise<SandboxPayload> {
    return payloadOf(sandboxRefusals, await actions.releaseSandbox(input), "sandbox", ({ sandbox }) =>
      sandboxOf(sandbox, today),
    );
  }

  @Authorized("use sandboxes")
  @Mutation(() => SandboxDealPayload, {
    nullable: true,
    description: "Adds a deal to a sandbox, as an integration would.",
  })
  async addSandboxDeal(
    @Arg("input", () => AddSandboxDealInput) input: AddSandboxDealInput,
    @Ctx() { actions }: Context,
  ): Promise<SandboxDealPayload> {
    return payloadOf(sandboxRefusals, await actions.addSandboxDeal(input), "deal", ({ row }) => dealOf(row));
  }
}

@Resolver(() => Partner)
export class SandboxedPartnerResolver {
  @FieldResolver(() => [Sandbox], { nullable: true, description: "Newest first, those that are gone too, at most 20." })
  sandboxes(@Root() { id }: Partner, @Ctx() { load }: Context): Promise<Sandbox[]> {
    return load.sandboxes(id);
  }
}
