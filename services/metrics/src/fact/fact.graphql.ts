import type { Page } from "@tiergraph/kit/paging/page";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import { connectionType, userErrorType } from "@tiergraph/kit/values/types.graphql";
import type { FactKind } from "@tiergraph/program/document/measure";
import { moneyOf } from "@tiergraph/program/exact/money";
import {
  Arg,
  ArgsType,
  Authorized,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Context } from "../context.js";
import { Money, PageInfo } from "../values.graphql.js";
import type { FactReport } from "./check-fact.js";
import type { FactRow } from "./fact.store.js";
import type { Recording } from "./record-facts.action.js";
import type { FactOutcome } from "./settle-batch.js";

export enum FactKindName {
  DEAL_OPEN = "deal.open",
  DEAL_WON = "deal.won",
  DEAL_LOST = "deal.lost",
  DEAL_REGISTERED = "deal.registered",
  DEAL_REFUNDED = "deal.refunded",
  SEATS = "seats",
  CERTIFICATION = "certification",
  SUBSCRIPTION_NEW = "subscription.new",
  SUBSCRIPTION_EXPANSION = "subscription.expansion",
  SUBSCRIPTION_CONTRACTION = "subscription.contraction",
  SUBSCRIPTION_CHURN = "subscription.churn",
  CUSTOMER = "customer",
  CUSTOMER_NPS = "customer.nps",
  LEAD_CREATED = "lead.created",
  LEAD_CONVERTED = "lead.converted",
  INTEGRATION_LAUNCHED = "integration.launched",
  INTEGRATION_ADOPTED = "integration.adopted",
  MARKETING_ACTIVITY = "marketing.activity",
  INDICATOR = "indicator",
  DECLARED = "declared",
}
registerEnumType(FactKindName, {
  name: "FactKind",
  description: "`DECLARED` is every kind that a program declares itself: `Fact.kindName` says which.",
});

export enum RecordedFactKind {
  DEAL_OPEN = "deal.open",
  DEAL_WON = "deal.won",
  DEAL_LOST = "deal.lost",
  SEATS = "seats",
}
registerEnumType(RecordedFactKind, {
  name: "RecordedFactKind",
  description: "Kinds of facts that are recorded directly; certifications come from completed courses.",
});

@ObjectType({ description: "A named value of a fact, for example its sector." })
export class Attribute {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class Person {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: "Something that happened and counts." })
export class Fact {
  @Field(() => ID)
  id!: string;

  @Field(() => FactKindName)
  kind!: FactKindName;

  @Field(() => String, { description: "The kind as program documents write it, for example `deal.won`." })
  kindName!: string;

  @Field(() => String, { description: "The key under which the source system knows it." })
  externalId!: string;

  @Field(() => DateScalar, { description: "The day that it counts for." })
  on!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Of a certification: the day from which it no longer counts.",
  })
  until!: string | null;

  @Field(() => Money, { nullable: true })
  amount!: object | null;

  @Field(() => DecimalScalar, { nullable: true })
  quantity!: string | null;

  @Field(() => String, { nullable: true })
  customer!: string | null;

  @Field(() => String, { nullable: true })
  product!: string | null;

  @Field(() => Person, { nullable: true, description: "Of a certification: who holds it." })
  person!: Person | null;

  @Field(() => [Attribute])
  attributes!: Attribute[];
}

@ObjectType()
export class FactConnection extends connectionType("Fact", () => Fact, PageInfo) {}

@ArgsType()
export class FactPageArgs {
  @Field(() => Int, { defaultValue: 50, description: "1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true })
  after!: string | null;
}
export type FactPage = Page<Fact>;

const factIdOf = ({ partnerId, factId }: FactRow): string => encodeOwnedId({ partnerId, id: factId });

/** What a fact and a deal show alike. */
export const commonFieldsOf = (row: FactRow) => ({
  id: factIdOf(row),
  externalId: row.externalId,
  amount:
    row.amountMinor === null || row.currency === null
      ? null
      : moneyOf({ minor: row.amountMinor, currency: row.currency }),
  customer: row.customer,
  product: row.product,
  attributes: Object.entries(row.attributes).map(([name, value]) => ({ name, value })),
});

export const factOfRow = (row: FactRow): Fact => ({
  ...commonFieldsOf(row),
  kind: isBuiltIn(row.kind) ? row.kind : FactKindName.DECLARED,
  kindName: row.kind,
  on: row.occurredOn,
  until: row.untilOn,
  quantity: row.quantity?.toString() ?? null,
  person: row.personId === null ? null : { id: encodeOwnedId({ partnerId: row.partnerId, id: row.personId }) },
});

const isBuiltIn = (kind: string): kind is FactKindName => Object.values<string>(FactKindName).includes(kind);

export enum FactOutcomeKind {
  RECORDED = "Recorded",
  UPDATED = "Updated",
  UNCHANGED = "Unchanged",
  REFUSED = "Refused",
}
registerEnumType(FactOutcomeKind, { name: "FactOutcome" });

export enum FactRefusalCode {
  PARTNER_UNKNOWN = "PARTNER_UNKNOWN",
  TEXT_INVALID = "TEXT_INVALID",
  DAY_MISSING = "DAY_MISSING",
  DAY_IN_FUTURE = "DAY_IN_FUTURE",
  AMOUNT_MISSING = "AMOUNT_MISSING",
  AMOUNT_INVALID = "AMOUNT_INVALID",
  AMOUNT_NEGATIVE = "AMOUNT_NEGATIVE",
  CURRENCY_UNSUPPORTED = "CURRENCY_UNSUPPORTED",
  QUANTITY_MISSING = "QUANTITY_MISSING",
  CONTENT_DIFFERS = "CONTENT_DIFFERS",
  RECORDED_FOR_ANOTHER_PARTNER = "RECORDED_FOR_ANOTHER_PARTNER",
}
registerEnumType(FactRefusalCode, { name: "FactRefusalCode" });

@ObjectType({ description: "What became of one fact of the batch." })
export class FactResult {
  @Field(() => Int, { description: "Its position in the batch, from 0." })
  index!: number;

  @Field(() => String)
  externalId!: string;

  @Field(() => FactOutcomeKind)
  outcome!: FactOutcomeKind;

  @Field(() => ID, { nullable: true, description: "Null when refused." })
  factId!: string | null;

  @Field(() => FactRefusalCode, { nullable: true })
  code!: FactRefusalCode | null;

  @Field(() => String, { nullable: true, description: "The part of the fact that is at fault." })
  field!: string | null;

  @Field(() => String, { nullable: true })
  message!: string | null;
}

export enum RecordFactsErrorCode {
  TOO_MANY_FACTS = "TOO_MANY_FACTS",
  NO_PROGRAM_IN_FORCE = "NO_PROGRAM_IN_FORCE",
}
registerEnumType(RecordFactsErrorCode, { name: "RecordFactsErrorCode" });

@ObjectType({ description: "A refusal of the whole batch." })
export class RecordFactsUserError extends userErrorType("RecordFactsRefusal", RecordFactsErrorCode) {}

@InputType()
export class AttributeInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@InputType()
export class FactInput {
  @Field(() => RecordedFactKind)
  kind!: RecordedFactKind;

  @Field(() => String, {
    description: "The source system's own key, 1 to 200 characters: what makes a repetition harmless.",
  })
  externalId!: string;

  @Field(() => ID)
  partnerId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day that it counts for, not after today; an open deal may have none.",
  })
  on!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Of a deal: the day on which it was opened." })
  openedOn!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "In major units, not negative." })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: "ISO 4217; the program's where left out." })
  currency!: string | null;

  @Field(() => Int, { nullable: true, description: "Of `SEATS`: how many; negative where seats were given up." })
  quantity!: number | null;

  @Field(() => String, { nullable: true })
  customer!: string | null;

  @Field(() => String, { nullable: true })
  product!: string | null;

  @Field(() => [AttributeInput], { nullable: true, description: "At most 50." })
  attributes!: AttributeInput[] | null;
}

@InputType()
export class RecordFactsInput {
  @Field(() => [FactInput], { description: "At most 1,000." })
  facts!: FactInput[];
}

@ObjectType()
export class RecordFactsPayload {
  @Field(() => Int)
  recorded!: number;

  @Field(() => Int, { description: "Open deals that moved on." })
  updated!: number;

  @Field(() => Int, { description: "Known word for word." })
  unchanged!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => [FactResult], { description: "One for each fact, in the order of the batch." })
  results!: FactResult[];

  @Field(() => [RecordFactsUserError])
  userErrors!: RecordFactsUserError[];
}

@Resolver()
export class FactResolver {
  @Authorized("record facts")
  @Mutation(() => RecordFactsPayload, {
    nullable: true,
    description: "Records facts, each taken or refused by itself. Safe to repeat.",
  })
  recordFacts(
    @Arg("input", () => RecordFactsInput) input: RecordFactsInput,
    @Ctx() { actions }: Context,
  ): Promise<RecordFactsPayload> {
    return actions.recordFacts({ facts: input.facts.map(reportOf) }).then(payloadOf);
  }
}

// Two enums of the same words: the graph's knows fewer kinds than the engine's.
const reportOf = ({ kind, ...fact }: FactInput): FactReport => ({ ...fact, kind: kind as FactKind });

function payloadOf(recording: Recording): RecordFactsPayload {
  const refusal = (code: RecordFactsErrorCode, message: string) => ({
    ...{ recorded: 0, updated: 0, unchanged: 0, refused: 0, results: [] },
    userErrors: [{ code, field: ["input", "facts"], message }],
  });
  if (recording.kind === "TooManyFacts")
    return refusal(RecordFactsErrorCode.TOO_MANY_FACTS, `At most ${recording.limit} facts at a time.`);
  if (recording.kind === "NoProgramInForce")
    return refusal(
      RecordFactsErrorCode.NO_PROGRAM_IN_FORCE,
      "No program is in force: publish one first, so that facts have a currency.",
    );
  const count = (kind: FactOutcome["kind"]) => recording.outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    recorded: count("Recorded"),
    updated: count("Updated"),
    unchanged: count("Unchanged"),
    refused: count("Refused"),
    results: recording.outcomes.map(resultOf),
    userErrors: [],
  };
}

const resultOf = (outcome: FactOutcome, index: number): FactResult => ({
  index,
  externalId: outcome.externalId,
  outcome: outcome.kind as FactOutcomeKind, // The same four words.
  ...(outcome.kind === "Refused"
    ? {
        factId: null,
        code: outcome.problem.code as FactRefusalCode,
        field: outcome.problem.field,
        message: outcome.problem.message,
      }
    : {
        factId: encodeOwnedId({ partnerId: outcome.partnerId, id: outcome.factId }),
        code: null,
        field: null,
        message: null,
      }),
});
