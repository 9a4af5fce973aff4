export { onCertificationsChanged } from "./on-certifications-changed.js";
export { onPartnersChanged } from "./on-partners-changed.js";
export { onProgramPublished } from "./on-program-published.js";
export { onRegistrationsChanged } from "./on-registrations-changed.js";
export { onTierChanged } from "./on-tier-changed.js";
