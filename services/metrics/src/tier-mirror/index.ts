export { tierMirrorTable } from "./tier-mirror.entity.js";
export {
  addStandings,
  addTierPeriods,
  countTierMoves,
  lockStandings,
  putPeriodSequences,
  removeTierPeriods,
} from "./tier-mirror.store.js";
export { tierPeriodTable } from "./tier-period.entity.js";
