import type { FactKind } from "./fact-source.js";

/** Fields that a kind of fact may require, beside attributes. */
export const NEEDABLE_FIELDS = ["amount", "quantity", "customer", "product", "until"] as const;
export type NeedableField = (typeof NEEDABLE_FIELDS)[number];

/** What a fact of a kind must carry. */
export interface FactShape {
  readonly needs: readonly NeedableField[];
  /** At least one of these is required, unless empty. */
  readonly needsOneOf: readonly NeedableField[];
  /** Whether an attribute with a decimal number may take their place. */
  readonly takesDecimal?: true;
  /** Inclusive bounds of the quantity; null for any whole number. */
  readonly quantity: { readonly min: number; readonly max: number } | null;
  /** Null where any attribute is allowed; otherwise only these are. */
  readonly attributes: readonly DeclaredAttribute[] | null;
}

/** A kind of fact that a document declares, beyond the built-in ones. */
export interface DeclaredFactKind {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly NeedableField[];
  /** Null where the document does not restrict attributes. */
  readonly attributes: readonly DeclaredAttribute[] | null;
}

/** The declared kinds of facts of a program. */
export interface DeclaredFacts {
  readonly factKinds: readonly DeclaredFactKind[];
}

export const ATTRIBUTE_TYPES = ["text", "number", "day", "yes-no"] as const;

/** An attribute of a declared kind. Values are text, written as their type has them: `12.50`, `2026-01-31`, `yes`. */
export interface DeclaredAttribute {
  readonly name: string;
  readonly type: (typeof ATTRIBUTE_TYPES)[number];
  /** The allowed values; null where only the type matters. */
  readonly oneOf: readonly string[] | null;
  readonly isRequired: boolean;
}

const FREE: FactShape = { needs: [], needsOneOf: [], quantity: null, attributes: null };
const COUNT = { min: 0, max: Number.MAX_SAFE_INTEGER };
const SUBSCRIPTION: FactShape = { ...FREE, needsOneOf: ["amount", "quantity"], quantity: COUNT };
const OF_CUSTOMER: FactShape = { ...FREE, needs: ["customer"] };

/** Other kinds may carry anything. */
const BUILT_IN: ReadonlyMap<FactKind, FactShape> = new Map([
  ["deal.won", { ...FREE, needs: ["amount"] }],
  ["deal.refunded", { ...FREE, needs: ["amount"] }],
  // Seats may be negative: they are given back.
  ["seats", { ...FREE, needs: ["quantity"] }],
  ["subscription.new", SUBSCRIPTION],
  ["subscription.expansion", SUBSCRIPTION],
  ["subscription.contraction", SUBSCRIPTION],
  ["subscription.churn", SUBSCRIPTION],
  ["customer", OF_CUSTOMER],
  ["customer.renewed", OF_CUSTOMER],
  // The answer to "how likely are you to recommend us", from 0 to 10.
  ["customer.nps", { ...OF_CUSTOMER, needs: ["customer", "quantity"], quantity: { min: 0, max: 10 } }],
  ["integration.adopted", OF_CUSTOMER],
  ["integration.critical", OF_CUSTOMER],
  ["indicator", { ...FREE, needsOneOf: ["amount", "quantity"], takesDecimal: true }],
] satisfies [FactKind, FactShape][]);

/** What a fact of a kind must carry: as the document declares it, else as built in. */
export function shapeOfKind(program: DeclaredFacts, kind: FactKind): FactShape {
  const declared = program.factKinds.find(({ name }) => name === kind);
  if (declared !== undefined) return { ...FREE, needs: declared.needs, attributes: declared.attributes };
  return BUILT_IN.get(kind) ?? FREE;
}
