import { titleFromName } from "../notation/index.js";
import type { DeclaredFacts } from "./fact-shape.js";
import type { FactKind } from "./fact-source.js";

/** The names of a kind of fact, singular and plural. */
interface KindTitles {
  readonly one: string;
  readonly many: string;
}

/** The titles of a kind of fact for partners; a declared kind has its own title. */
export function titlesOfKind({ factKinds }: DeclaredFacts, kind: FactKind): KindTitles {
  const known = BUILT_IN[kind];
  if (known !== undefined) return { one: known[0], many: known[1] };
  const declared = factKinds.find(({ name }) => name === kind);
  const title = (declared?.title ?? titleFromName(kind)).toLowerCase().replaceAll(".", " ");
  return { one: title, many: title };
}

const BUILT_IN: Readonly<Record<string, readonly [one: string, many: string]>> = {
  "deal.open": ["open deal", "open deals"],
  "deal.won": ["won deal", "won deals"],
  "deal.lost": ["lost deal", "lost deals"],
  "deal.registered": ["registered deal", "registered deals"],
  "deal.refunded": ["refund", "refunds"],
  certification: ["certification that holds", "certifications that hold"],
  seats: ["seat", "seats"],
  "subscription.new": ["new subscription", "new subscriptions"],
  "subscription.expansion": ["expansion of a subscription", "expansions of subscriptions"],
  "subscription.contraction": ["contraction of a subscription", "contractions of subscriptions"],
  "subscription.churn": ["subscription that ended", "subscriptions that ended"],
  customer: ["active customer", "active customers"],
  "customer.renewed": ["renewal", "renewals"],
  "customer.nps": ["customer's recommendation score", "customers' recommendation scores"],
  "lead.created": ["lead", "leads"],
  "lead.converted": ["converted lead", "converted leads"],
  "integration.launched": ["launched integration", "launched integrations"],
  "integration.adopted": ["adopted integration", "adopted integrations"],
  "integration.critical": ["integration that customers depend on", "integrations that customers depend on"],
  "marketing.activity": ["marketing activity", "marketing activities"],
  indicator: ["reported indicator", "reported indicators"],
};
