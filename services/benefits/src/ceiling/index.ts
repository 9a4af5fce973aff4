export {
  type CeilingKey,
  listCeilingUse,
  listWithheld,
  lockCeilings,
  putCeilingUse,
  putWithheld,
  removeWithheld,
} from "./ceiling.store.js";
export { type CeilingUseRow, ceilingUseTable } from "./ceiling-use.entity.js";
export { type Held, heldOn } from "./headroom.js";
export { reserveCeilings, saveReservations } from "./reserve-ceilings.tx.js";
export { rewardWithheldTable, type WithheldRow } from "./reward-withheld.entity.js";
