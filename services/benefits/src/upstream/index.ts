export { onCustomersRekeyed } from "./on-customers-rekeyed.js";
export { onFactsRecorded } from "./on-facts-recorded.js";
export { onPartnersChanged } from "./on-partners-changed.js";
export { onProgramPublished } from "./on-program-published.js";
export { onTierChanged } from "./on-tier-changed.js";
