export { partnerTable } from "./partner.entity.js";
export { type PartnerReads, partnerReads } from "./partner.reads.js";
export {
  findKnownPartnerIds,
  findPartnerPlaces,
  listPartnerIdsAfter,
  listPartnerPlaces,
  lockPublishedMeasures,
  type MeasuresNews,
  type PartnerPlace,
  putPartners,
  savePublishedMeasures,
} from "./partner.store.js";
