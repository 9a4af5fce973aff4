export type FactField = "amount" | "quantity";

/** Kinds of facts that every installation knows. A document may declare more under `facts`. */
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

/** Built-in kinds that documents could declare before they were built in, and still may. */
export const DECLARABLE_KINDS: readonly string[] = ["customer.renewed", "integration.critical"];

/** One of `FACT_KINDS`, or a kind that the document declares. */
export type FactKind = string;

/** Which facts a measure counts. */
export interface FactSource {
  /** Any of these; each once. */
  readonly kinds: readonly FactKind[];
  /** All conditions must hold. */
  readonly where: readonly FactCondition[];
  /** None of these may hold: self-dealing is kept out by one. */
  readonly except: readonly FactCondition[];
  /** First day that counts, whatever the window says; null for no such bound. For what is counted by its date. */
  readonly since: string | null;
  /** First day that no longer counts; null for no such bound. */
  readonly before: string | null;
}

/** A condition on `product`, `customer`, or any attribute of a fact; text is compared exactly. */
export interface FactCondition {
  readonly attribute: string;
  readonly in: readonly string[];
}

/** `self-dealing: excluded` in a document is this condition among `except`: the customer belongs to the partner. */
export const SELF_DEALING: FactCondition = { attribute: "self-dealing", in: ["yes"] };
