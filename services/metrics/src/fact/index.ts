export { type CorrectedFact, type Corrector, correctFacts } from "./correction.store.js";
export {
  countDistinct,
  countRecounted,
  type DistinctRequest,
  evidenceList,
  type GatheredFactsRow,
  type GatherRequest,
  gatherFacts,
  gatherRequest,
} from "./counted-fact.store.js";
export { type CountingRequest, countingRequest } from "./counting-request.js";
export { factOf } from "./engine-fact.js";
export { factTable } from "./fact.entity.js";
export { Attribute, CreditRoleName, Fact } from "./fact.graphql.js";
export {
  dealList,
  FACT_COLUMNS,
  type FactIdKey,
  type FactRow,
  factRow,
  findFacts,
  listFactsOfKinds,
  listFactsOfPartners,
  listFirstDays,
  listWithoutAmount,
} from "./fact.store.js";
export { factKeyTable, type Part } from "./fact-key.entity.js";
export { keyOf } from "./fact-key.js";
export { addFactKeys, type FactKeyRow, findFactKeys, lockFactKeys, putCredited } from "./fact-key.store.js";
export { FACT_KIND_MEANINGS } from "./fact-kind-meanings.js";
export { type CreditRole, commonFieldsOf, factOfRow } from "./fact-node.js";
export { type FactOrigin, shareOf, WHOLE } from "./fact-origin.js";
export { FactRefusalCode } from "./fact-problem.graphql.js";
export {
  CREDIT_ATTRIBUTE,
  DEAL_ATTRIBUTE,
  type FactContent,
  type FactProblem,
  type FactProblemCode,
  type FactReport,
  familyOf,
  MAX_FACTS_PER_BATCH,
} from "./fact-report.js";
export { addFacts, retireFacts } from "./fact-write.store.js";
export { evidenceListKnownAt, listFactsKnownAt } from "./known-fact.store.js";
export {
  type DealBehind,
  type FactChanges,
  type FactMovement,
  type FactPlace,
  type HeldKey,
  KnownFacts,
  placeOf,
} from "./known-facts.js";
