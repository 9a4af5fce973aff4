export { onMilestonesReached } from "./on-milestones-reached.js";
export { onPartnersChanged } from "./on-partners-changed.js";
export { onPeopleChanged } from "./on-people-changed.js";
export { onPersonMoved } from "./on-person-moved.js";
export { onProgramPublished } from "./on-program-published.js";
export { onTierChanged } from "./on-tier-changed.js";
