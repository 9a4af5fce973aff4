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
} from "./partner-mirror.store.js";
export { firstDifference, tierOn } from "./tier-on.js";
export { type TierPeriodRow, tierPeriodTable } from "./tier-period.entity.js";
