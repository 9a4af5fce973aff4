export { partnerMirrorTable } from "./partner-mirror.entity.js";
export {
  addPartnerMirrors,
  addTierPeriods,
  listMirroredPartnerIds,
  listPartnerMirrors,
  listTierPeriods,
  lockPartnerMirrors,
  type PartnerMirrorRow,
  putLedgerPlaces,
  putPeriodSequences,
  putProfiles,
  removeTierPeriods,
  type TierPeriodRow,
} from "./partner-mirror.store.js";
export { firstDifference, tierOn } from "./tier-on.js";
export { tierPeriodTable } from "./tier-period.entity.js";
