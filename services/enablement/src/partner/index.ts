export { partnerTable } from "./partner.entity.js";
export { partnerReads } from "./partner.reads.js";
export {
  addPartners,
  findStandings,
  listStandings,
  lockStandings,
  type PartnerStanding,
  putPartners,
  putTiers,
} from "./partner.store.js";
