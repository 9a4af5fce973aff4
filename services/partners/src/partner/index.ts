export { wordsOf } from "./name-words.js";
export { partnerTable } from "./partner.entity.js";
export { Partner, PartnerConnection, PartnerResolver, type ReadAhead } from "./partner.graphql.js";
export { type PartnerNode, type PartnerReads, partnerNode, partnerReads } from "./partner.reads.js";
export {
  addPartners,
  changePartners,
  findPartners,
  findPartnersByCode,
  type LockedPartner,
  listPartnerIds,
  lockPartners,
  lockRegistration,
  PARTNER,
  type PartnerRow,
  putWords,
} from "./partner.store.js";
export { partnerWordTable } from "./partner-word.entity.js";
