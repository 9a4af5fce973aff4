import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { dayFromToday } from "../kit/days.js";

/** Whose ids, or texts, a question names: the asker's own, those of another partner, or such as nobody has. */
export type Stance = "own" | "foreign" | "missing";
export type ByStance = Readonly<Record<Stance, string>>;

/** How the arguments of one asking are filled. */
export interface Filling {
  readonly ids: Stance;
  readonly texts: Stance;
  /** Whether input objects say all that they can, or just what they must. */
  readonly extent: "all" | "required";
}

/** What is known of the two partners by which arguments can be filled. */
export interface KnownValues {
  /** Ids by object type; null for a type of which none was ever seen. */
  idsOf(type: string): ByStance | null;
  /** By `Owner.argument`, or the argument's name alone. */
  readonly texts: Readonly<Record<string, ByStance>>;
}

/** One argument, or one field of an input object, that needs a value. */
export interface Slot {
  /** `Type.field` or the input object's name. */
  readonly owner: string;
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Name of the type that the asked field returns. */
  readonly returns: string;
}

const NUMBERS: Readonly<Record<string, number>> = {
  after: 0,
  answer: 4,
  afterId: 0,
  attempts: 2,
  capacity: 5,
  customerId: 3,
  coolDownDays: 1,
  draw: 1,
  first: 100,
  last: 100,
  seats: 3,
  months: 3,
  points: 3,
  passPercent: 50,
  percent: 50,
  quantity: 7,
  revision: 1,
  rows: 1,
  sequence: 1,
  version: 1,
  waitSeconds: 0,
  withinDays: 90,
};
const DECIMALS: Readonly<Record<string, string>> = { factor: "1.25", share: "40", rate: "1.25" };
/** A period has to last, and what a person decides to hold beyond today; every other day is today. */
const DAYS_ON: Readonly<Record<string, number>> = {
  "Query.journal.from": -30,
  "Rewards.statement.from": -30,
  "ProposeAdjustmentInput.from": -30,
  until: 90,
  "Query.indicators.from": -30,
  "Query.tierProgression.from": -30,
  "Partner.indicators.from": -30,
  "Cohort.indicators.from": -30,
};
/** After everything that the test records, and the same in every question. */
const A_MOMENT = new Date(Date.now() + 86_400_000).toISOString();
/** What an `id` is of, where neither its own name nor what the field returns says it. */
const TYPES_OF_IDS: Readonly<Record<string, string>> = {
  "DecideOverrideInput.id": "Override",
  "AuditFilter.objectIds": "Override",
  "EndOverrideInput.id": "Override",
  "DecideRedemptionInput.id": "Redemption",
  "SettlePayoutsInput.id": "PayoutBatch",
  "DecideAdjustmentInput.id": "Adjustment",
  "EndAdjustmentInput.id": "Adjustment",
  "DecideDuplicateInput.id": "Duplicate",
  "DecideDuplicateInput.standingFactId": "Fact",
  "CancelExportInput.id": "Export",
  "FinishAttemptInput.id": "Attempt",
  "SandboxIdInput.id": "Sandbox",
  "DecideWaitingFactInput.id": "WaitingFact",
  "DecideRegistrationConflictInput.id": "DealRegistration",
  "DecideRegistrationInput.id": "DealRegistration",
  "ExtendRegistrationInput.id": "DealRegistration",
  "WithdrawRegistrationInput.id": "DealRegistration",
  "DecideBenefitClaimInput.id": "BenefitClaim",
  "FulfilBenefitClaimInput.id": "BenefitClaim",
  "DecideFundRequestInput.id": "FundRequest",
  "AttachProofInput.id": "FundRequest",
  "ClaimFundsInput.id": "FundRequest",
  "DecideFundClaimInput.id": "FundRequest",
  "RecordCheckInput.id": "ValidationRun",
  "ChooseInput.id": "Play",
  "CompleteStepInput.planId": "OnboardingPlan",
  "BlockStepInput.planId": "OnboardingPlan",
  "Mutation.keepExportPart.lease": "Export",
  "Mutation.endExport.lease": "Export",
};

/**
 * Values that an argument is tried with, the usual one first.
 *
 * @throws when no rule fills it: who adds an argument says here what the isolation test shall put in
 */
export function valuesOf(slot: Slot, filling: Filling, known: KnownValues): unknown[] {
  const { type } = slot;
  if (isNonNullType(type)) return valuesOf({ ...slot, type: type.ofType }, filling, known);
  if (isListType(type)) {
    const items = valuesOf({ ...slot, type: type.ofType }, filling, known);
    return [items, ...(items.length > 1 ? items.map((item) => [item]) : [])];
  }
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const isWanted = (field: (typeof fields)[number]) => filling.extent === "all" || isRequiredInputField(field);
    const filled = fields.filter(isWanted).map((field) => {
      const values = valuesOf({ ...slot, ...field, owner: type.name }, filling, known);
      return { name: field.name, values };
    });
    const whole = Object.fromEntries(filled.map(({ name, values }) => [name, values[0]]));
    // A filter is tried by each of its fields alone too: taken together they may let nothing through.
    const isFilter = !fields.some(isRequiredInputField);
    const alone = filled.flatMap(({ name, values }) => values.map((value) => ({ [name]: value })));
    // An order shows where somebody stands in it: each is tried.
    const isOrder = type.name.endsWith("Order");
    const orders = filled.flatMap(({ name, values }) => values.map((value) => ({ ...whole, [name]: value })));
    return [whole, ...(isFilter ? alone : []), ...(isOrder ? orders : [])];
  }
  return leafValues(slot, type.name, filling, known);
}

function leafValues(slot: Slot, type: string, filling: Filling, known: KnownValues): unknown[] {
  const { owner, name } = slot;
  const rules: Readonly<Record<string, () => unknown>> = {
    ID: () => idValues(slot, filling, known),
    String: () => (known.texts[`${owner}.${name}`] ?? known.texts[name])?.[filling.texts],
    Boolean: () => [true, false],
    Int: () => NUMBERS[name],
    Date: () => dayFromToday(DAYS_ON[`${owner}.${name}`] ?? DAYS_ON[name] ?? 0),
    DateTime: () => A_MOMENT,
    Decimal: () => known.texts[`${owner}.${name}`]?.[filling.texts] ?? DECIMALS[name] ?? "1234.50",
    _Any: () => ({ __typename: slot.returns, id: known.idsOf(slot.returns)?.[filling.ids] }),
  };
  const value = rules[type]?.();
  if (value === undefined)
    throw new Error(
      `No rule fills ${owner}(${name}: ${type}) where it returns ${slot.returns}: add one to test/security/argument-values.ts.`,
    );
  return Array.isArray(value) ? value : [value];
}

/** `personId` and `partnerIds` name their type; `id` names what the field returns. */
function idValues({ owner, name, returns }: Slot, filling: Filling, known: KnownValues): string[] | undefined {
  const declared = TYPES_OF_IDS[`${owner}.${name}`];
  const named = /^(\w+?)Ids?$/.exec(name)?.[1];
  const type = /^Mutation\.retry\w+Jobs$/.test(owner)
    ? "DeadJob"
    : named === undefined
      ? (declared ?? returns)
      : (declared ?? named.replace(/^./, (letter) => letter.toUpperCase()));
  const id = known.idsOf(type)?.[filling.ids];
  return id === undefined ? undefined : [id];
}
