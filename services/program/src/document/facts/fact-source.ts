export type FactField = "amount" | "quantity";

/** Built-in kinds of facts. A document may declare more under `facts`. */
export const FACT_KINDS = [
  "deal.open",
  "deal.won",
  "deal.lost",
  "deal.registered",
  "deal.refunded",
  "certification",
  "seats",
  "subscription.new",
  "subscription.expansion",
  "subscription.contraction",
  "subscription.churn",
  "customer",
  "customer.renewed",
  "customer.nps",
  "lead.created",
  "lead.converted",
  "integration.launched",
  "integration.adopted",
  "integration.critical",
  "marketing.activity",
  "indicator",
] as const;

/** Built-in kinds that documents may still declare, since they could before. */
export const DECLARABLE_KINDS: readonly string[] = ["customer.renewed", "integration.critical"];

/** One of `FACT_KINDS`, or a kind that the document declares. */
export type FactKind = string;

/** The facts that a measure or rule counts. */
export interface FactSource {
  /** Any of these kinds. */
  readonly kinds: readonly FactKind[];
  /** All conditions must hold. */
  readonly where: readonly FactCondition[];
  /** None may hold, for example self-dealing. */
  readonly except: readonly FactCondition[];
  /** First day that counts, independent of the window; null for no limit. */
  readonly since: string | null;
  /** First day that no longer counts; null for no limit. */
  readonly before: string | null;
}

/** A condition on `product`, `customer` or an attribute; text is compared exactly. */
export interface FactCondition {
  readonly attribute: string;
  readonly in: readonly string[];
}

/** `self-dealing: excluded` in a document becomes this exception: the customer belongs to the partner. */
export const SELF_DEALING: FactCondition = { attribute: "self-dealing", in: ["yes"] };
