import type { RequestContext } from "@tiergraph/kit/subgraph/request-context";
import { graphEnum } from "@tiergraph/kit/values/graph-enum.graphql";
import { type Payload, payloadOf } from "@tiergraph/kit/values/refusal-table";
import { DateScalar, DateTimeScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
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
import type { SandboxActions } from "./actions.js";
import type { SandboxReads } from "./sandbox.reads.js";
import { sandboxRefusals } from "./sandbox.refusals.js";
import { sandboxOf } from "./sandbox-node.js";

type Context = RequestContext<SandboxReads, SandboxActions>;

@ObjectType({
  description: "A place with sample data in which a partner tries things out, for as long as it is leased.",
})
class Sandbox {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: "What it is for." })
  label: string;

  @Field(() => String, { description: "Where it is made, for example `postgresql-schema`." })
  provider: string;

  @Field(() => DateScalar, { description: "First day of the lease." })
  leasedOn: string;

  @Field(() => DateScalar, { description: "The first day on which it may be gone." })
  expiresOn: string;

  @Field(() => Int, { description: "How often it was extended." })
  extended: number;

  @Field(() => Boolean, { description: "Whether it is there, and its lease lasts today (UTC)." })
  isOpen: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken back." })
  reclaimedAt: Date | null;

  @Field(() => String, { nullable: true, description: "By which its data are reached; shown once, when it is leased." })
  key: string | null;
}

const SandboxStage = graphEnum("SandboxStage", ["open", "won", "lost"], {
  description: "How far a deal in a sandbox is.",
  valuesConfig: {
    OPEN: { description: "Neither won nor lost yet." },
    WON: { description: "The customer bought." },
    LOST: { description: "The customer did not buy." },
  },
});
type SandboxStage = (typeof SandboxStage)[string];

@ObjectType({ description: "A customer in a sandbox: not a real one." })
class SandboxCustomer {
  @Field(() => Int, { description: "By which a deal of the same sandbox names it." })
  id: number;

  @Field(() => String)
  name: string;

  @Field(() => String)
  country: string;

  @Field(() => Int, { description: "How many seats it has." })
  seats: number;
}

@ObjectType({ description: "A deal in a sandbox." })
class SandboxDealRow {
  @Field(() => Int)
  id: number;

  @Field(() => Int, { description: "The customer in the same sandbox." })
  customerId: number;

  @Field(() => DecimalScalar, { description: "A plain number, without a currency." })
  amount: string;

  @Field(() => String)
  product: string;

  @Field(() => SandboxStage, { description: "How far it is." })
  stage: SandboxStage;
}

@ObjectType({ description: "What is in a sandbox." })
class SandboxData {
  @Field(() => DateScalar, { description: "The first day on which the sandbox may be gone." })
  expiresOn: string;

  sandboxId: string;
}

@InputType({ description: "A sandbox to lease." })
class LeaseSandboxInput {
  @Field(() => ID, { description: "A partner whose tier gives sandboxes." })
  partnerId: string;

  @Field(() => String, { description: "What it is for, 1 to 200 characters." })
  label: string;
}

@InputType({ description: "The sandbox that is extended or given back." })
class SandboxIdInput {
  @Field(() => ID, { description: "A sandbox that is there." })
  sandboxId: string;
}

@InputType({ description: "A deal to add to a sandbox." })
class AddSandboxDealInput {
  @Field(() => String, { description: "The sandbox's key." })
  key: string;

  @Field(() => Int, { description: "A customer in the sandbox, 1 to 20." })
  customerId: number;

  @Field(() => DecimalScalar, { description: "A plain number above zero, without a currency." })
  amount: string;

  @Field(() => String, { description: "Name of any product." })
  product: string;

  @Field(() => SandboxStage, { description: "How far the deal is." })
  stage: SandboxStage;
}

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
