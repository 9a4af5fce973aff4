export { type DayRange, holdsDay, merged, rangeAround, rangeSince } from "./day-ranges.js";
export { earningFactOf, engineFactOf } from "./engine-fact.js";
export { payingFactTable } from "./paying-fact.entity.js";
export {
  countPaidSince,
  findDeals,
  findPayingFacts,
  listFactsNaming,
  listOpenDeals,
  listPartnersPaidSince,
  listPayingFacts,
  listPayingFactsPublishedSince,
  PAYING_FACT_COLUMNS,
  type PayingFactRow,
  payingFactShape,
  putPayingFacts,
  putVersions,
} from "./paying-fact.store.js";
