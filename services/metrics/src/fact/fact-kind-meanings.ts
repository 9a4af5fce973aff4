/** What each kind of fact is, by its name in the graph. */
export const FACT_KIND_MEANINGS = {
  DEAL_OPEN: { description: "A deal that is neither won nor lost yet." },
  DEAL_WON: { description: "A deal that was won. It needs an amount." },
  DEAL_LOST: { description: "A deal that was lost." },
  DEAL_REGISTERED: { description: "A deal that was registered." },
  DEAL_REFUNDED: {
    description:
      "Money of a won deal that its customer got back. It needs an amount; the attribute `deal` names the deal by its external id.",
  },
  SEATS: { description: "Seats that were sold, or given back: then the quantity is below zero." },
  CERTIFICATION: { description: "A certification that a person holds. It comes from a completed course." },
  SUBSCRIPTION_NEW: {
    description: "A subscription that began. Its amount is recurring revenue a month, its quantity seats.",
  },
  SUBSCRIPTION_EXPANSION: {
    description: "What a subscription gained, in recurring revenue a month or in seats; not below zero.",
  },
  SUBSCRIPTION_CONTRACTION: {
    description: "What a subscription lost while it went on, in recurring revenue a month or in seats; not below zero.",
  },
  SUBSCRIPTION_CHURN: {
    description:
      "What was lost with a subscription that ended, in recurring revenue a month or in seats; not below zero.",
  },
  CUSTOMER: { description: "A customer. It is active until the day on which it left." },
  CUSTOMER_RENEWED: { description: "A customer that renewed." },
  CUSTOMER_NPS: { description: "A customer's answer, 0 to 10, to how likely it is to recommend the product." },
  LEAD_CREATED: { description: "A lead." },
  LEAD_CONVERTED: { description: "A lead that was converted." },
  INTEGRATION_LAUNCHED: { description: "An integration that was launched." },
  INTEGRATION_ADOPTED: { description: "A customer that adopted an integration." },
  INTEGRATION_CRITICAL: { description: "A customer that depends on an integration." },
  MARKETING_ACTIVITY: { description: "A marketing activity." },
  INDICATOR: {
    description: "A figure that was worked out elsewhere. The attribute `indicator` names the measure that takes it.",
  },
  DECLARED: { description: "A kind that the program declares itself." },
} as const;
