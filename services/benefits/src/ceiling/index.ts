export {
  type CeilingKey,
  type CeilingUseRow,
  listCeilingUse,
  listWithheld,
  lockCeilings,
  putCeilingUse,
  putWithheld,
  removeWithheld,
  type WithheldRow,
} from "./ceiling.store.js";
export { ceilingUseTable } from "./ceiling-use.entity.js";
export { type Held, heldOn } from "./headroom.js";
export { reserveCeilings, saveReservations } from "./reserve-ceilings.tx.js";
export { rewardWithheldTable } from "./reward-withheld.entity.js";
